import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../../story/text/order.ts';

const sorted = (...texts: string[]) => texts.toSorted(compareTexts);

test('letters by the Vietnamese alphabet: ă and â behind a, đ behind every d, ê ô ơ ư behind their own', () => {
  expect(sorted('Ư', 'E', 'Đ', 'Ơ', 'U', 'D', 'Ô', 'Â', 'V', 'O', 'A', 'B', 'Ê', 'Ă', 'G')).toEqual([
    'A',
    'Ă',
    'Â',
    'B',
    'D',
    'Đ',
    'E',
    'Ê',
    'G',
    'O',
    'Ô',
    'Ơ',
    'U',
    'Ư',
    'V',
  ]);
  expect(sorted('Đắk Lắk', 'Em', 'Dương', 'Đa Phúc', 'Duy', 'Châu', 'Dao')).toEqual([
    'Châu',
    'Dao',
    'Duy',
    'Dương',
    'Đa Phúc',
    'Đắk Lắk',
    'Em',
  ]);
});

test('tones decide where the letters are the same: none, huyền, hỏi, ngã, sắc, nặng', () => {
  expect(sorted('mạ', 'mã', 'má', 'mả', 'mà', 'ma')).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
  // The letters first, though: a tone never puts a text behind one with a later letter.
  expect(sorted('Hà Nội', 'Hạ Long', 'Hai Bà Trưng')).toEqual(['Hạ Long', 'Hà Nội', 'Hai Bà Trưng']);
});

test('numbers by their value, capitals beside small letters, any normalisation form', () => {
  expect(sorted('Kỳ 10', 'kỳ 2', 'Kỳ 1')).toEqual(['Kỳ 1', 'kỳ 2', 'Kỳ 10']);
  expect(
    sorted('Đức'.normalize('NFD'), 'Dũng', 'Ý'.normalize('NFD'), 'Yên').map((text) => text.normalize('NFC')),
  ).toEqual(['Dũng', 'Đức', 'Ý', 'Yên']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(compareTexts(text, text.normalize('NFD'))).toBe(0);
    }),
  );
});
