import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFind, type FindOptions, type Match, mapped } from '../../../story/text/find.ts';
import { replaceAll, replacementFor } from '../../../story/text/replace.ts';

const PLAIN: FindOptions = { matchCase: false, marks: false, wholeWords: false, regex: false };
function find(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  const compiled = compileFind(query, { ...PLAIN, ...options });
  if (!compiled.ok) return [`! ${compiled.message}`];
  return compiled.find(text).map(({ start, end }) => `${start}:${text.slice(start, end)}`);
}
/** Each letter and its marks as characters of their own. */
const NFD = 'Thành phố Bắc Kạn, Đắk Lắk'.normalize('NFD');

describe('with marks aside', () => {
  test('a word without marks finds every spelling, đ and eth as d, at its exact place', () => {
    expect(find('Thành phố Bắc Kạn', 'bac kan')).toEqual(['10:Bắc Kạn']);
    expect(find('đường Ðông Dương', 'd')).toEqual(['0:đ', '6:Ð', '11:D']);
    expect(find('Bac Kan, Bắc Kạn', 'Bắc Kạn')).toEqual(['0:Bac Kan', '9:Bắc Kạn']);
  });

  test('in NFD a match takes its marks along, and nothing of the next letter', () => {
    expect(NFD.length).toBe(36);
    expect(find(NFD, 'bac')).toEqual([`13:${'Bắc'.normalize('NFD')}`]);
    expect(find(NFD, 'ba')).toEqual([`13:${'Bắ'.normalize('NFD')}`]);
    expect(find(NFD, 'dak lak')).toEqual([`${NFD.length - 11}:${'Đắk Lắk'.normalize('NFD')}`]);
  });

  test('letters that change their length with their case do not shift what follows', () => {
    expect(find('İstanbul 😀 Bắc', 'bac')).toEqual(['12:Bắc']);
    expect(find('ﬁ 한 Bắc', 'bac')).toEqual(['4:Bắc']);
  });
});

describe('with marks', () => {
  const marks = true;
  test('finds one spelling, whether composed or not', () => {
    expect(find('bac bắc bác', 'bắc', { marks })).toEqual(['4:bắc']);
    expect(find('bắc'.normalize('NFD'), 'bắc', { marks })).toEqual([`0:${'bắc'.normalize('NFD')}`]);
    expect(find('bắc', 'bắc'.normalize('NFD'), { marks })).toEqual(['0:bắc']);
    expect(find('a\u0331b ab', 'a', { marks })).toEqual(['4:a']);
  });

  test('and case', () => {
    expect(find('Bắc bắc BẮC', 'bắc', { marks, matchCase: true })).toEqual(['4:bắc']);
    expect(find('Bắc bắc BẮC', 'bắc', { marks })).toEqual(['0:Bắc', '4:bắc', '8:BẮC']);
    expect(find('Đảng đang', 'Dang', { matchCase: true })).toEqual(['0:Đảng']);
  });
});

test('whole words end where letters, digits and marks do', () => {
  const wholeWords = true;
  expect(find('an ăn bàn an, án', 'an', { wholeWords })).toEqual(['0:an', '3:ăn', '10:an', '14:án']);
  expect(find('án'.normalize('NFD'), 'a', { wholeWords })).toEqual([]);
  expect(find('tin./.', './.', { wholeWords })).toEqual(['3:./.']);
  expect(find('2021 12021', '2021', { wholeWords })).toEqual(['0:2021']);
});

describe('expressions', () => {
  const regex = true;
  test('see the text without its marks, and their groups give it back with them', () => {
    const text = 'Ông Nguyễn Văn Bắc nói';
    expect(find(text, '(nguyen) (van) \\w+', { regex })).toEqual(['4:Nguyễn Văn Bắc']);
    const compiled = compileFind('(nguyen) (?<dem>van)', { ...PLAIN, regex });
    const [match] = compiled.ok ? compiled.find(text) : [];
    expect(match && replacementFor('$2 $1 $<dem> $& $$ $3 \\n.', match)).toBe('Văn Nguyễn Văn Nguyễn Văn $ $3 \n.');
  });

  test('know lines, classes of Unicode, and their own case', () => {
    expect(find('một\nhai', '^\\p{L}+$', { regex })).toEqual(['0:một', '4:hai']);
    expect(find('A a', 'a', { regex, matchCase: true })).toEqual(['2:a']);
    expect(find('đ1 D2', '\\D\\d', { regex })).toEqual(['0:đ1', '3:D2']);
    expect(find('3.700 tỷ', '\\d[\\d.]*', { regex, marks: true })).toEqual(['0:3.700']);
  });

  test('that are bad say why; that match nothing much find nothing', () => {
    expect(find('x', '(', { regex })).toEqual(['! Unterminated group']);
    expect(find('abc', 'x*', { regex })).toEqual([]);
    expect(find("it\\'s", "\\'", { regex })).toEqual(["3:'"]);
  });
});

test('a replacement stands as it is typed unless an expression was looked for', () => {
  expect(replacementFor('$1 \\n', { start: 0, end: 1 })).toBe('$1 \\n');
  expect(
    replaceAll(
      'Bac Can và Bac Can',
      [
        { start: 0, end: 7 },
        { start: 11, end: 18 },
      ],
      () => 'Bắc Kạn',
    ),
  ).toBe('Bắc Kạn và Bắc Kạn');
  const lines = (match: Match) => replacementFor('ba\\nbốn', match);
  expect(replaceAll('một\nhai', [{ start: 4, end: 7, groups: ['hai'] }], lines)).toBe('một\nba bốn');
  expect(replacementFor('Bắc'.normalize('NFD'), { start: 0, end: 1 })).toBe('Bắc');
  expect(replacementFor('$12$10', { start: 0, end: 1, groups: ['x', 'a'] })).toBe('a2a0');
});

describe('whatever the text', () => {
  const letters = fc.constantFrom(...'aăâdđeêốểbBĐ .1\n😀ﬁİ', 'a\u0323\u0306', '\u0301', 'ß');
  const text = fc.array(letters, { maxLength: 30 }).map((list) => list.join(''));
  const options = fc.record({
    matchCase: fc.boolean(),
    marks: fc.boolean(),
    wholeWords: fc.boolean(),
    regex: fc.constant(false),
  });

  test('the places of a form go up, end with the text, and never stand before a mark', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { at } = mapped(given, (letter) => letter.toUpperCase().normalize('NFD'));
        const starts = at.filter((place) => place >= 0);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(starts.at(-1)).toBe(given.length);
        for (const place of starts.slice(0, -1)) if (place > 0) expect(given[place]).not.toMatch(/[\u0300-\u036f]/);
      }),
    );
  });

  test('what is found is found again in what it says it is, and replacing changes nothing else', () => {
    fc.assert(
      fc.property(text, text, options, (given, query, chosen) => {
        fc.pre(query !== '');
        const compiled = compileFind(query, chosen);
        if (!compiled.ok) throw new Error(compiled.message);
        const matches = compiled.find(given);
        let last = 0;
        for (const { start, end } of matches) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(compiled.find(given.slice(start, end))).toEqual([{ start: 0, end: end - start }]);
          last = end;
        }
        const gone = matches.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(replaceAll(given, matches, () => '##').length).toBe(given.length - gone + 2 * matches.length);
        expect(
          matches
            .map(({ start, end }) => given.slice(start, end))
            .reduce(
              (all, word) => all.replace('##', () => word),
              replaceAll(given, matches, () => '##'),
            ),
        ).toBe(given);
      }),
    );
  });
});
