import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bylineNames, formatByline, parseByline } from '../../../story/text/byline.ts';
import { hostileText } from '../formats/samples.ts';

const credit = (role: string, name: string, code = '') => ({ role, name, code });

test.each([
  ['', []],
  ['Hoàng Văn Đức', [credit('', 'Hoàng Văn Đức')]],
  ['Bài: Hoàng Văn Đức (HVĐ)', [credit('Bài', 'Hoàng Văn Đức', 'HVĐ')]],
  ['Bài và ảnh: Thu Hà\nĐồ họa: Lê Minh ( LM )', [credit('Bài và ảnh', 'Thu Hà'), credit('Đồ họa', 'Lê Minh', 'LM')]],
  ['Bài, ảnh :  Tùng Vân', [credit('Bài, ảnh', 'Tùng Vân')]],
  ['Bài: Thu Hà; Ảnh: Lê Minh', [credit('Bài', 'Thu Hà'), credit('Ảnh', 'Lê Minh')]],
  ['Bài: Thu Hà - Ảnh: Lê Minh', [credit('Bài', 'Thu Hà'), credit('Ảnh', 'Lê Minh')]],
  ['Tùng Vân - Thu Hà', [credit('', 'Tùng Vân - Thu Hà')]],
  ['Tùng Vân, Thu Hà', [credit('', 'Tùng Vân, Thu Hà')]],
  ['Theo TTXVN', [credit('', 'Theo TTXVN')]],
  ['Theo: https://vi.example/tin', [credit('Theo', 'https://vi.example/tin')]],
  ['https://vi.example/tin', [credit('', 'https://vi.example/tin')]],
  ['(Tổng hợp)', [credit('', '(Tổng hợp)')]],
  ['Lê Minh ()', [credit('', 'Lê Minh ()')]],
  ['Ảnh:', [credit('', 'Ảnh:')]],
  ['Hạnh (Mai) (TH)', [credit('', 'Hạnh (Mai)', 'TH')]],
  ['Bài: Thu Hà (Bắc Kạn) đưa tin', [credit('Bài', 'Thu Hà (Bắc Kạn) đưa tin')]],
])('%j', (text, credits) => {
  expect(parseByline(text)).toEqual(credits);
});

test('credits as a byline', () => {
  expect(formatByline([credit('Bài', 'Thu Hà', 'TH'), credit('', '', ''), credit(' Ảnh ', ' Lê Minh ')])).toBe(
    'Bài: Thu Hà (TH)\nẢnh: Lê Minh',
  );
  expect(formatByline([credit('Tổng hợp', '')])).toBe('Tổng hợp');
  expect(formatByline([])).toBe('');
});

test('what was formatted is read as the same, and said again the same', () => {
  const word = fc.constantFrom('Bài', 'Ảnh', 'Thu Hà', 'Lê', '(Mai)', '-', 'và', 'https://a.example', 'Đ', '3', ',');
  const words = fc.array(word, { maxLength: 3 }).map((list) => list.join(' '));
  const code = fc.constantFrom('', 'TH', 'C.T.V', 'đ 1');
  const role = fc.constantFrom('', 'Bài', 'Ảnh', 'Bài và ảnh', 'Bài, ảnh');
  const row = fc.record({ role, name: words, code }).filter(({ name }) => /\p{L}/u.test(name));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (credits) => {
      const text = formatByline(credits);
      const read = parseByline(text);
      expect(formatByline(read)).toBe(text);
      const plain = credits.filter(({ name }) => !/[()]/.test(name));
      if (plain.length === credits.length) expect(read).toEqual(credits);
    }),
  );
});

test('no word of a byline is lost, whatever it is, and reading it again changes nothing', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const pieces = fc.constantFrom('Bài', ':', '(', ')', ';', ' - ', '\n', ' ', 'Thu Hà', '//', 'a', ', ', '|');
  const text = fc.oneof(
    hostileText,
    fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(text, (byline) => {
      const made = formatByline(parseByline(byline));
      expect(words(made)).toEqual(words(byline));
      expect(formatByline(parseByline(made))).toBe(made);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Bài: Hoàng Văn Đức (HVĐ)\nẢnh: Thu Hà, Lê Minh', ['Hoàng Văn Đức', 'Thu Hà', 'Lê Minh']],
  ['Tùng Vân - Thu Hà', ['Tùng Vân', 'Thu Hà']],
  ['Lan và Hùng & Mai; Lan', ['Lan', 'Hùng', 'Mai']],
  ['Alice Young and Bob Hoang', ['Alice Young', 'Bob Hoang']],
  ['Vàng A Páo', ['Vàng A Páo']],
  ['Tổng hợp', ['Tổng hợp']],
  [' - \n;', []],
])('the names in %j', (text, names) => {
  expect(bylineNames(text)).toEqual(names);
});
