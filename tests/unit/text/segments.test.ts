import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '../../../story/text/segments.ts';
import { hostileText } from '../formats/samples.ts';

test('numbers, dates, times and percentages stay whole', () => {
  expect(segments('chiếm 57,54%; 3.700 tỷ.')).toEqual(['chiếm', ' ', '57,54%', ';', ' ', '3.700', ' ', 'tỷ', '.']);
  expect(segments('08:37, 14/06/2021.')).toEqual(['08:37', ',', ' ', '14/06/2021', '.']);
  expect(segments('54/58 2,5kg 10.000đ/người')).toEqual(['54/58', ' ', '2,5kg', ' ', '10.000đ', '/', 'người']);
});

test('line breaks, spaces and closing marks are segments of their own', () => {
  expect(segments('bàn./.\n\n  Hết')).toEqual(['bàn', '.', '/', '.', '\n', '\n', '  ', 'Hết']);
});

test('a letter and its combining marks are never parted, nor an emoji sequence', () => {
  const words = ['Đảng', 'ủy', 'thúy', 'Đắk', 'Lắk'];
  expect(segments(words.join(' ').normalize('NFD')).filter((s) => s !== ' ')).toEqual(
    words.map((word) => word.normalize('NFD')),
  );
  expect(segments('a👨‍👩‍👧🇻🇳1️⃣')).toEqual(['a', '👨‍👩‍👧', '🇻🇳', '1️⃣']);
});

test('joined segments are the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const cut = segments(text);
      expect(cut.join('')).toBe(text);
      expect(cut.includes('')).toBe(false);
    }),
  );
  expect(segments('a\ud800b').join('')).toBe('a\ud800b');
});
