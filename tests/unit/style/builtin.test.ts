import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findStyle } from '../../../story/style/find.ts';
import { patternTrouble, styleFileSchema } from '../../../story/style/rules.ts';

const file = styleFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../../resources/style/vi.json', import.meta.url), 'utf8')),
);
const found = (text: string) => findStyle(text, 'vi', file.rules).map((one) => [one.found, one.instead]);

test('every rule has an id of its own and a pattern that works', () => {
  expect(new Set(file.rules.map((rule) => rule.id)).size).toBe(file.rules.length);
  for (const { find } of file.rules) if ('pattern' in find) expect(patternTrouble(find.pattern)).toBeNull();
});

test.each([
  ['tăng 57.54%', '57.54', '57,54'],
  ['có 4,000 hộ', '4,000', '4.000'],
  ['đạt 97 %', '7 ', '7'],
  ['ngày 14-06-2021', '14-06-2021', '14/06/2021'],
  ['ngày 5.9.2024 khai giảng', '5.9.2024', '5/9/2024'],
  ['rộng 30 m2', 'm2', 'm²'],
  ['dài 12 Km', 'Km', 'km'],
  ['3.700 tỷ VNĐ', 'VNĐ', 'đồng'],
  ['Ủy Ban Nhân Dân tỉnh', 'Ủy Ban Nhân Dân', 'Ủy ban nhân dân'],
  ['Đại Biểu Quốc Hội khóa XV', 'Đại Biểu Quốc Hội', 'Đại biểu Quốc hội'],
  ['ở tỉnh Bắc Kạn', 'tỉnh Bắc Kạn', 'tỉnh Thái Nguyên'],
])('%s', (text, word, instead) => {
  expect(found(text)).toEqual([[word, instead]]);
});

test.each([
  'tăng 57,54% lên 4.000 hộ, 3.700 tỷ đồng, ngày 14/06/2021, 08:37',
  'giảm từ 2,9% xuống còn 1,68%; 5,34%; 0,125 g',
  'phiên bản 2.5, mục 3.1.2, số 45/2019/QH14, điện thoại 0912.345.678',
  'nhiệm kỳ 2020 - 2025; 2015-2020; tỷ số 3-2',
  'Ủy ban nhân dân tỉnh, Quốc hội, Chính phủ; km, kg, m²',
])('nothing is found in: %s', (text) => {
  expect(found(text)).toEqual([]);
});
