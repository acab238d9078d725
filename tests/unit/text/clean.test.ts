import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedText } from '../../../story/text/clean.ts';

test('line breaks of every kind are one kind, controls go, letters are composed', () => {
  expect(publishedText('a\r\nb\rc\vd\fe\u2028f')).toBe('a\nb\nc\nd\ne\nf');
  expect(publishedText('\u0000a\u0007\tb\u009f')).toBe('a\tb');
  expect(publishedText('Đảng bộ'.normalize('NFD'))).toBe('Đảng bộ');
  expect(publishedText('a\ud800')).toBe('a\ufffd');
});

test('it is idempotent, and keeps every letter and digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = publishedText(text);
      expect(publishedText(clean)).toBe(clean);
      const letters = (s: string) => s.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(clean)).toBe(letters(text));
    }),
  );
});
