import { expect, test } from 'vitest';
import { titleCase } from '../../../story/text/titleCase.ts';

test.each([
  [
    'Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống',
    'Thành Phố Bắc Kạn Đưa Nghị Quyết của Đảng vào Cuộc Sống',
  ],
  ['và của về', 'Và của Về'],
  ['ở đâu: và vì sao', 'Ở Đâu: Và Vì Sao'],
  ['57,54% hộ ở TP. Bắc Kạn có nước sạch', '57,54% Hộ ở TP. Bắc Kạn Có Nước Sạch'],
  ['“về nhà” của UBND', '“Về Nhà” của UBND'],
])('vi: %s', (text, expected) => {
  expect(titleCase(text, 'vi')).toBe(expected);
  expect(titleCase(text.normalize('NFD'), 'vi').normalize('NFC')).toBe(expected);
  expect(titleCase(expected, 'vi')).toBe(expected);
});

test.each([
  ["what the mayor said about the town's budget", "What the Mayor Said About the Town's Budget"],
  ['a tale of two cities: the end of it', 'A Tale of Two Cities: The End of It'],
  ['what it is for', 'What It Is For'],
  ['iPhone sales fall in the US', 'iPhone Sales Fall in the US'],
])('en: %s', (text, expected) => {
  expect(titleCase(text, 'en')).toBe(expected);
});
