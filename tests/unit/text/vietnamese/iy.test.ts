import { expect, test } from 'vitest';
import { type Iy, iyRewritings } from '../../../../story/text/vietnamese/iy.ts';

const rewritten = (text: string, house: Iy): string =>
  iyRewritings(text, house).reduceRight(
    (all, { start, end, text: other }) => all.slice(0, start) + other + all.slice(end),
    text,
  );

test.each<[string, string]>([
  ['kĩ thuật, lí do, bác sĩ', 'kỹ thuật, lý do, bác sĩ'],
  ['tỉ đồng, thời kì, kỉ niệm', 'tỷ đồng, thời kỳ, kỷ niệm'],
  ['thẩm mĩ, kí tên, hi vọng', 'thẩm mỹ, ký tên, hy vọng'],
  ['hi sinh và li hôn', 'hy sinh và ly hôn'],
  ['Kĩ sư nói. Lí do: không.', 'Kỹ sư nói. Lý do: không.'],
  ['QUẢN LÍ', 'QUẢN LÝ'],
])('%s is %s in the other house, and back', (i, y) => {
  expect(rewritten(i, 'y')).toBe(y);
  expect(rewritten(y, 'i')).toBe(i);
  expect(rewritten(i, 'i')).toBe(i);
  expect(rewritten(y, 'y')).toBe(y);
});

test.each([
  'tỉ mỉ, tỉ tê, lí nhí, ghen tị, cười hì hì, li ti, công ty, ti vi, ly nước',
  'thúy, quý, quỹ, thủy, huy, vĩ, phí, tí',
  'ông Lý Thái Tổ sang Mỹ, ông Kí ở www.kĩ.vn',
])('leaves alone: %s', (text) => {
  expect(rewritten(text, 'i')).toBe(text);
  expect(rewritten(text, 'y')).toBe(text);
});

test('places are those of the text, decomposed letters too', () => {
  const text = 'về kĩ thuật'.normalize('NFD');
  expect(rewritten(text, 'y').normalize('NFC')).toBe('về kỹ thuật');
});
