import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../story/model.ts';
import { type Correction, correctionAt, type Rules } from '../../../story/text/corrections/correction.ts';
import { TYPING, typingSchema } from '../../../story/text/corrections/settings.ts';

/** A text as it stands after it was typed key by key. */
function typing(keys: string, language: Language, rules: Rules = TYPING, before = ''): string {
  let text = before;
  for (const key of keys) {
    const correction = correctionAt(text, key, language, rules);
    text = correction ? corrected(text + key, correction) : text + key;
  }
  return text;
}
/** "_" stands for the no-break space. */
const corrected = (text: string, { from, to, insert }: Correction): string =>
  text.slice(0, from) + insert + text.slice(to);
const nb = (text: string) => text.replaceAll('_', '\u00a0');

describe('typed in Vietnamese', () => {
  test.each([
    ['Ông nói: "Bà con phấn khởi".', 'Ông nói: “Bà con phấn khởi”.'],
    ['"Vụ \'được giá\' này", bà kể.', '“Vụ ‘được giá’ này”, bà kể.'],
    ['("Nhà nước và nhân dân cùng làm")', '(“Nhà nước và nhân dân cùng làm”)'],
    ['"\'Được\' là được"', '“‘Được’ là được”'],
    ['giai đoạn 2020 - 2025 ', 'giai đoạn 2020 – 2025 '],
    ['tuyến Bắc Kạn - Thái Nguyên,', 'tuyến Bắc Kạn – Thái Nguyên,'],
    ['số 0209-3870-123 ', 'số 0209-3870-123 '],
    ['- Thưa ông, ', '- Thưa ông, '],
    ['lạnh -5 độ', 'lạnh -5 độ'],
    ['mưa to--gió lớn', 'mưa to–gió lớn'],
    ['--', '--'],
    ['---', '---'],
    ['Rồi...', 'Rồi…'],
    ['Rồi....', 'Rồi….'],
    ['......', '……'],
    ['kết thúc./.', 'kết thúc./.'],
    ['dài 57 km,', 'dài 57_km,'],
    ['dài 57 kmm,', 'dài 57 kmm,'],
    ['tổng 3.700 tỷ đồng.', 'tổng 3.700_tỷ_đồng.'],
    ['chừng 1,5 triệu USD ', 'chừng 1,5_triệu_USD '],
    ['tăng 12 % so', 'tăng 12_% so'],
    ['57,54%;', '57,54%;'],
    ['nặng 5 kg.', 'nặng 5_kg.'],
    ['nóng 20 °C ', 'nóng 20_°C '],
    ['chạy 60 km/h ', 'chạy 60_km/h '],
    ['rộng 120 m2,', 'rộng 120_m2,'],
    ['QL3 km 57 ', 'QL3 km 57 '],
    ['xã 135 mới ', 'xã 135 mới '],
    ['A5 m ', 'A5 m '],
    ['ngày 14. 6. 2021 ', 'ngày_14. 6. 2021 '],
    ['tôi ko biết ', 'tôi không biết '],
    ['Ko ai ', 'Không ai '],
    ['KO ', 'KO '],
    ['hỏi "ko" nhé', 'hỏi “không” nhé'],
    ['koala ', 'koala '],
    ['xoko ', 'xoko '],
    ['a.ko@x.vn ko-ko ', 'a.ko@x.vn ko-ko '],
    ['ở tp hcm.', 'ở TP.HCM.'],
    ['ubnd xã', 'UBND xã'],
    ['ở TP. Bắc Kạn có ', 'ở TP._Bắc_Kạn có '],
    ['TP. Hồ Chí Minh, Q. 3 và P. Sông Cầu ', 'TP._Hồ_Chí_Minh, Q._3 và P._Sông_Cầu '],
    ['ông Nguyễn và PGS. TS. Trần An ', 'ông_Nguyễn và PGS._TS._Trần An '],
    ['ông ta, bà con ', 'ông ta, bà con '],
    ['Điều 5, ngày 14/06/2021, quý II ', 'Điều_5, ngày_14/06/2021, quý_II '],
    ['trên quốc lộ 3B ', 'trên quốc_lộ_3B '],
    ['Năm nay, 5 năm ', 'Năm nay, 5 năm '],
  ])('%s', (keys, text) => expect(typing(keys, 'vi')).toBe(nb(text)));
});

describe('typed in English', () => {
  test.each([
    ['He said "no" twice.', 'He said “no” twice.'],
    ["don't, it's, the workers' pay", 'don’t, it’s, the workers’ pay'],
    ["rock'n'roll", 'rock’n’roll'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["the '90s were", 'the ’90s were'],
    ["'Tis so", '’Tis so'],
    ["'It's' he", '‘It’s’ he'],
    ['"\'Yes,\' she said," he wrote.', '“‘Yes,’ she said,” he wrote.'],
    ['in "1990"', 'in “1990”'],
    ['a 5\' wall, 10" wide', 'a 5\' wall, 10" wide'],
    ['word--"Well" ', 'word—“Well” '],
    ['"I was--" he', '“I was—” he'],
    ['(\'a\') ["b"]', '(‘a’) [“b”]'],
    ['""', '“”'],
    ['2020 - 2025 ', '2020 - 2025 '],
    ['wait...', 'wait…'],
    ['$5 million ', '$5_million '],
    ['26 miles.', '26_miles.'],
    ['5 in ', '5 in '],
    ['Vốn 3.700 tỷ đồng.', 'Vốn 3.700 tỷ đồng.'],
    ['teh end', 'the end'],
    ['Teh end', 'The end'],
  ])('%s', (keys, text) => expect(typing(keys, 'en')).toBe(nb(text)));
});

test('the lists are kept apart by language, and an exception is left alone', () => {
  expect(typing('ko teh ', 'en')).toBe('ko the ');
  expect(typing('Ko đc ', 'vi', { ...TYPING, exceptions: { vi: ['KO'], en: [] } })).toBe('Ko được ');
});

test('of two entries the longer wins', () => {
  const lists = { vi: [{ typed: 'hcm', meant: 'Hồ Chí Minh' }, ...TYPING.lists.vi], en: [] };
  expect(typing('tp hcm, hcm ', 'vi', { ...TYPING, lists })).toBe('TP.HCM, Hồ Chí Minh ');
});

test('each switch turns off its own', () => {
  const keys = '"a"... 5 km - ko ';
  const all = '“a”… 5\u00a0km – không ';
  expect(typing(keys, 'vi')).toBe(all);
  expect(typing(keys, 'vi', { ...TYPING, quotes: false })).toBe('"a"… 5\u00a0km – không ');
  expect(typing(keys, 'vi', { ...TYPING, ellipsis: false })).toBe('“a”... 5\u00a0km – không ');
  expect(typing(keys, 'vi', { ...TYPING, spaces: false })).toBe('“a”… 5 km – không ');
  expect(typing(keys, 'vi', { ...TYPING, dashes: false })).toBe('“a”… 5\u00a0km - không ');
  expect(typing(keys, 'vi', { ...TYPING, autocorrect: false })).toBe('“a”… 5\u00a0km – ko ');
});

test('what is shipped is what the schema takes', () => expect(typingSchema.parse(TYPING)).toEqual(TYPING));

const piece = fc.constantFrom(
  ...['"', "'", '“', '”', '‘', '’', '-', '--', '–', '.', '..', '…', ' ', '\u00a0', '\n', '(', 'ko', 'tp hcm', 'teh'],
  ...['57', '3.700', 'km', 'tỷ', 'đồng', '%', '90s', 'n', 'Ế', 'e\u0301', '👩‍👩‍👧', './.', 'https://a.vn/ko'],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const key = fc.oneof(fc.constantFrom(...` .,;:!?)"'-%…`), fc.string({ minLength: 1, maxLength: 1 }));
const language = fc.constantFrom('vi' as const, 'en' as const);

test('nothing but the stretch changes, no word goes, and done once it is done', () => {
  fc.assert(
    fc.property(text, key, language, (before, typed, of) => {
      const correction = correctionAt(before, typed, of, TYPING);
      if (correction === null) return;
      const { from, to, insert } = correction as Correction;
      const whole = before + typed;
      expect(from >= 0 && to <= whole.length && to - from <= 20 && insert !== whole.slice(from, to)).toBe(true);
      const after = corrected(whole, correction);
      expect(after.startsWith(whole.slice(0, from)) && after.endsWith(whole.slice(to))).toBe(true);
      const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
      if (correction.entry === null) expect(letters(after)).toBe(letters(whole));
      const again = correctionAt(after.slice(0, -1), after.at(-1) as string, of, TYPING);
      // Three stops that become one end the word before them: it may be in a list.
      expect(again === null || (correction.entry === null && again.entry !== null)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a letter, a digit and a longer text never change anything: input methods mend words with them', () => {
  const letters = fc.oneof(fc.constantFrom('ế', 'ng', 'á', '5', 'Ư'), fc.string({ unit: 'grapheme', minLength: 2 }));
  fc.assert(
    fc.property(text, letters, language, (before, typed, of) => {
      expect(correctionAt(before, typed, of, TYPING)).toBeNull();
    }),
  );
});

test('its cost does not follow the length of the text', () => {
  const long = `${'"ko 57 km '.repeat(20_000)}"ko`;
  expect(correctionAt(long, ' ', 'vi', TYPING)).toMatchObject({
    from: long.length - 1,
    to: long.length,
    insert: 'hông',
  });
});
