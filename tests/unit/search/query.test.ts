import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactStarts, exactWord, isEmptyQuery, parseQuery, type Query, wordsOf } from '../../../story/text/query.ts';

/** A query as a line: [field]word word(=marks), * behind what may go on; then its statuses. */
const line = ({ terms, statuses }: Query): string =>
  [
    ...terms.map(({ words, prefix, field }) => {
      const text = words.map(({ folded, exact }) => (exact === null ? folded : `${folded}=${exact}`)).join('+');
      return `${field ? `[${field}]` : ''}${text}${prefix ? '*' : ''}`;
    }),
    ...(statuses.length > 0 ? [`<${statuses.join(',')}>`] : []),
  ].join(' ');

test.each([
  // words: the last may go on, unless a space follows
  ['dang bo', 'dang bo*'],
  ['dang bo ', 'dang bo'],
  ['Đảng BỘ ', 'dang=đảng bo=bộ'],
  ['Đắk', 'dak=đắk*'],
  ['bao* lut ', 'bao* lut'],
  ['  mưa   lũ  ', 'mua=mưa lu=lũ'],
  ['mưa, lũ; bão.', 'mua=mưa lu=lũ bao=bão'],
  ['mua mua ', 'mua'],
  // phrases
  ['"đảng bộ tỉnh"', 'dang=đảng+bo=bộ+tinh=tỉnh'],
  ['“bệnh viện” huyện ', 'benh=bệnh+vien=viện huyen=huyện'],
  ['"uy ban nh', 'uy+ban+nh*'],
  ['"uy ban ', 'uy+ban'],
  ['"uy ban nh*" a ', 'uy+ban+nh* a'],
  ['57,54% ', '57+54'],
  ['kinh-te 3.700', 'kinh+te 3+700*'],
  // fields
  ['tít:bão ', '[headline]bao=bão'],
  ['tit: bao', '[headline]bao*'],
  ['Headline:"đảng bộ" x ', '[headline]dang=đảng+bo=bộ x'],
  ['tác giả:Lan ', '[byline]lan'],
  ['tac gia: "Nông Lan" mưa ', '[byline]nong=nông+lan mua=mưa'],
  ['Tác  Giả:Lan ', '[byline]lan'],
  ['by:lan tag:lũ ', '[byline]lan [tag]lu=lũ'],
  ['giá vàng tít:bão ', 'gia=giá vang=vàng [headline]bao=bão'],
  // statuses, in both languages, with and without marks, in quotes and not
  ['trạng thái:nháp', '<draft>'],
  ['trang thai: cho duyet lũ ', 'lu=lũ <submitted>'],
  ['status:in review lũ ', 'lu=lũ <inReview>'],
  ['status:"đã đăng" lũ ', 'lu=lũ <published>'],
  ['trạng thái:đã duyệt', '<approved>'],
  ['trạng thái:đã đăng ký ', 'ky=ký <published>'],
  ['status:da', '<submitted,inReview,approved,published,corrected>'],
  ['status:draft status:approved', '<draft,approved>'],
  // what is no filter is text
  ['status:xyz ', 'status+xyz'],
  ['tít:', 'tit=tít'],
  ['by:"" ', 'by'],
  ['https://baobackan.vn ', 'https+baobackan+vn'],
  ['08:37', '08+37*'],
  ['Thủ tướng: hôm nay ', 'thu=thủ tuong=tướng hom=hôm nay'],
  // nothing
  ['', ''],
  [' \n\t', ''],
  ['" - * " ***', ''],
])('%j', (text, expected) => {
  expect(line(parseQuery(text))).toBe(expected);
  expect(line(parseQuery(text.normalize('NFD')))).toBe(expected);
  expect(isEmptyQuery(parseQuery(text))).toBe(expected === '');
});

test('the tone of oa, oe and uy counts wherever it stands', () => {
  for (const [old, now] of ['hòa hoà', 'khỏe khoẻ', 'thúy thuý', 'Tọa toạ', 'quý qúy'].map((pair) => pair.split(' ')))
    expect(exactWord(old as string)).toBe(exactWord(now as string));
  expect(exactWord('hòa')).not.toBe(exactWord('hoa'));
  expect(exactWord('hòa')).not.toBe(exactWord('hoá'));
  expect(exactWord('Ðắk')).toBe('đắk'); // eth
  expect(['chúa', 'mùa', 'giỏi', 'quỳnh', 'ngoằn'].map(exactWord)).toEqual(['chúa', 'mùa', 'giỏi', 'quỳnh', 'ngoằn']);
});

test('whatever is typed is a query, and its words are letters and digits', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(...'"“”*:()^+-{}[]\\\'%_\0 ', 'AND', 'OR', 'NEAR', 'tít:', 'status:', 'đã ', 'ắ'),
    }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { terms, statuses } = parseQuery(text);
      for (const { words, field } of terms) {
        expect(words.length).toBeGreaterThan(0);
        expect(['headline', 'byline', 'tag', null]).toContain(field);
        for (const { folded, exact } of words) {
          expect(folded).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
          expect(exact ?? 'x').toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
          expect(wordsOf(folded)).toHaveLength(1);
        }
      }
      expect(new Set(statuses).size).toBe(statuses.length);
    }),
    { numRuns: 2000 },
  );
});

test('a very long query is cut, not refused', () => {
  const { terms } = parseQuery(Array.from({ length: 1000 }, (_, index) => `w${index}`).join(' '));
  expect(terms).toHaveLength(24);
});

test('a word may be begun up to its tone, which will stand on another vowel', () => {
  expect(exactStarts('hò')).toEqual(['hò', 'hoà', 'hoè']);
  expect(exactStarts('thủ')).toEqual(['thủ', 'thuỷ']);
  for (const word of ['ho', 'bộ', 'hoà', 'thuỷ', 'cấp', '']) expect(exactStarts(word)).toEqual([word]);
});
