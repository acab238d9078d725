import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../story/model.ts';
import { LETTER_CASES, type LetterCase, namesOf, recased } from '../../../story/text/letterCase.ts';
import { replaceAll } from '../../../story/text/replace.ts';
import { hostileText } from '../formats/samples.ts';

function made(text: string, to: LetterCase, language: Language, names: readonly string[] = []): string {
  return replaceAll(text, recased(text, to, language, names), (one) => one.text);
}

test.each([
  [
    'Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống',
    'Thành Phố Bắc Kạn Đưa Nghị Quyết của Đảng vào Cuộc Sống',
  ],
  ['và của về', 'Và của Về'],
  ['ở đâu: và vì sao', 'Ở Đâu: Và Vì Sao'],
  ['57,54% hộ ở TP. Bắc Kạn có nước sạch', '57,54% Hộ ở TP. Bắc Kạn Có Nước Sạch'],
  ['“về nhà” của UBND', '“Về Nhà” của UBND'],
  ['hai trường THPT xây bằng 3.700 tỷ đồng', 'Hai Trường THPT Xây Bằng 3.700 Tỷ Đồng'],
  ['ra mắt trang baobackan.vn và @baobackan hôm nay', 'Ra Mắt Trang baobackan.vn và @baobackan Hôm Nay'],
])('title, vi: %s', (text, expected) => {
  expect(made(text, 'title', 'vi')).toBe(expected);
  expect(made(text.normalize('NFD'), 'title', 'vi').normalize('NFC')).toBe(expected);
  expect(made(expected, 'title', 'vi')).toBe(expected);
});

test.each([
  ["what the mayor said about the town's budget", "What the Mayor Said About the Town's Budget"],
  ['a tale of two cities: the end of it', 'A Tale of Two Cities: The End of It'],
  ['what it is for', 'What It Is For'],
  ['iPhone sales fall in the US', 'iPhone Sales Fall in the US'],
])('title, en: %s', (text, expected) => {
  expect(made(text, 'title', 'en')).toBe(expected);
});

describe('with the names of the story', () => {
  const names = namesOf([
    'UBND tỉnh Thái Nguyên và TP. Bắc Kạn họp với ông Nguyễn Văn Thành. Sau đó, Đảng bộ Ba Bể báo cáo.',
  ]);

  test('those within its sentences, not what only begins one', () => {
    expect(names).toEqual(['Thái Nguyên', 'TP', 'Bắc Kạn', 'Nguyễn Văn Thành', 'Đảng', 'Ba Bể']);
  });

  test.each([
    [
      'Thành Phố Bắc Kạn Đưa Nghị Quyết của Đảng vào Cuộc Sống',
      'Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống',
    ],
    ['THÀNH PHỐ BẮC KẠN ĐƯA NGHỊ QUYẾT VÀO CUỘC SỐNG', 'Thành phố Bắc Kạn đưa nghị quyết vào cuộc sống'],
    ['Bắc Kạn: Nâng Cao Chất Lượng', 'Bắc Kạn: Nâng cao chất lượng'],
    ['ông Đến TP. Huế. rồi Về', 'Ông đến TP. Huế. Rồi về'],
    ['57,54% Hộ ở Quốc Lộ 3A Theo UBND', '57,54% hộ ở quốc lộ 3A theo UBND'],
    ['“về nhà!” Ông Nguyễn Văn Thành Nói', '“Về nhà!” Ông Nguyễn Văn Thành nói'],
  ])('sentence: %s', (text, expected) => {
    expect(made(text, 'sentence', 'vi', names)).toBe(expected);
    expect(made(expected, 'sentence', 'vi', names)).toBe(expected);
  });

  test('with spaces that are kept within a line', () => {
    expect(namesOf(['Vốn về TP.\u00a0Bắc\u00a0Kạn.'])).toEqual(['TP', 'Bắc Kạn']);
    expect(made('Về\u00a0Bắc\u00a0Kạn Mới', 'sentence', 'vi', names)).toBe('Về\u00a0Bắc\u00a0Kạn mới');
  });

  test('a title out of capitals', () => {
    expect(made('UBND TỈNH VÀ TP. BẮC KẠN', 'title', 'vi', [...names, 'UBND'])).toBe('UBND Tỉnh và TP. Bắc Kạn');
  });
});

test('upper and lower keep every mark, and each letter its own: đ, ơ, ư', () => {
  expect(made('Đường về Ơi, ưỡn ẹo: 57,54% kỹ sư', 'upper', 'vi')).toBe('ĐƯỜNG VỀ ƠI, ƯỠN ẸO: 57,54% KỸ SƯ');
  expect(made('ĐƯỜNG VỀ ƠI, ƯỠN ẸO: 57,54% KỸ SƯ', 'lower', 'vi')).toBe('đường về ơi, ưỡn ẹo: 57,54% kỹ sư');
});

test('only letters that differ are written, so that what is bold or linked stays so', () => {
  expect(recased('đưa UBND về', 'title', 'vi')).toEqual([
    { start: 0, end: 1, text: 'Đ' },
    { start: 9, end: 10, text: 'V' },
  ]);
});

test('no case adds or takes away more than case, whatever the text', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(...LETTER_CASES), (text, to) => {
      const after = made(text.replaceAll('\n', ' '), to, 'vi');
      expect(after.toUpperCase().toLowerCase()).toBe(text.replaceAll('\n', ' ').toUpperCase().toLowerCase());
    }),
    { numRuns: 300 },
  );
});
