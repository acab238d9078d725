import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, dayOf } from '../../../story/style/day.ts';
import { findStyle, type StyleText } from '../../../story/style/find.ts';
import { patternTrouble, ruleSchema, type StyleRule, styleFileSchema } from '../../../story/style/rules.ts';

const rule = (more: object): StyleRule =>
  ruleSchema.parse({ id: 'one', name: 'Một', why: 'Vì thế.', language: 'any', kind: 'other', ...more });
const instead = (text: string, ...rules: StyleRule[]) => {
  let out = text;
  for (const { from, to, instead: by } of findStyle({ text, language: 'vi' }, rules).reverse())
    if (by !== null) out = out.slice(0, from) + by + out.slice(to);
  return out;
};

test('preferred forms, whole words, Vietnamese letters at the borders', () => {
  const one = rule({ find: { words: ['Hà nội', 'Hà-nội'], anyCase: false }, replace: 'Hà Nội' });
  expect(instead('Ở Hà nội, Hà-nội; Hà nộia Hà Nội.', one)).toBe('Ở Hà Nội, Hà Nội; Hà nộia Hà Nội.');
  expect(findStyle({ text: 'Hà\u00a0nội', language: 'vi' }, [one])).toHaveLength(1);
});

test('pairs, each with its own right form', () => {
  const one = rule({
    find: {
      pairs: [
        ['Km', 'km'],
        ['uỷ ban', 'ủy ban'],
      ],
    },
  });
  expect(instead('5 Km, uỷ\u00a0ban, km', one)).toBe('5 km, ủy ban, km');
});

test('a rule only points out where it names nothing instead', () => {
  const one = rule({ find: { words: ['nghèo khổ'] } });
  expect(findStyle({ text: 'hộ nghèo khổ', language: 'vi' }, [one])).toEqual([
    { rule: 'one', from: 3, to: 12, found: 'nghèo khổ', instead: null },
  ]);
});

test('patterns with groups: a number with a point as English writes it', () => {
  const one = rule({
    find: { pattern: String.raw`(?<![\d.,/])(\d{1,3})\.(\d{1,2})(?=\s?%)` },
    replace: '$1,$2',
  });
  expect(instead('tăng 57.54%, 3.700 tỷ, 14.06.2021', one)).toBe('tăng 57,54%, 3.700 tỷ, 14.06.2021');
});

test('phrases in which the words are right', () => {
  const one = rule({ find: { words: ['bộ'], anyCase: true }, except: ['bộ đội', 'cán bộ'], replace: 'Bộ' });
  expect(instead('bộ đội và cán bộ của bộ', one)).toBe('bộ đội và cán bộ của Bộ');
});

test('~ in an exception stands for what the rule looks for', () => {
  const places = rule({
    find: { pairs: [['tỉnh Bắc Kạn', 'tỉnh Thái Nguyên']] },
    except: ['~ cũ', 'sáp nhập ~', '~ (cũ)'],
  });
  const text = 'Sáp nhập tỉnh Bắc Kạn; tỉnh Bắc Kạn cũ; tỉnh Bắc Kạn (cũ); tỉnh Bắc Kạn cũng';
  expect(instead(text, places)).toBe(
    'Sáp nhập tỉnh Bắc Kạn; tỉnh Bắc Kạn cũ; tỉnh Bắc Kạn (cũ); tỉnh Thái Nguyên cũng',
  );
});

test('small words are found large where a sentence begins, and not within one, where they are a name', () => {
  const one = rule({ find: { pairs: [['an', 'yên']] } });
  expect(instead('An lành. Anh Nguyễn Văn An sống an. “An ư?” - An.', one)).toBe(
    'Yên lành. Anh Nguyễn Văn An sống yên. “Yên ư?” - Yên.',
  );
  const words = rule({ find: { words: ['sát nhập'] }, replace: 'sáp nhập' });
  expect(instead('Sát nhập xã; sát nhập.', words)).toBe('Sáp nhập xã; sáp nhập.');
});

test('tone marks in either place are one word, also in capitals', () => {
  const one = rule({ find: { pairs: [['tỉnh Hòa Bình', 'tỉnh Phú Thọ']] } });
  expect(instead('ở tỉnh Hoà Bình, tỉnh Hòa Bình', one)).toBe('ở tỉnh Phú Thọ, tỉnh Phú Thọ');
  const house = rule({ find: { pairs: [['toà soạn', 'tòa soạn']] } });
  expect(instead('toà soạn, tòa soạn', house)).toBe('tòa soạn, tòa soạn');
  expect(findStyle({ text: 'THUỶ, THỦY', language: 'vi' }, [rule({ find: { words: ['THỦY'] } })])).toHaveLength(2);
});

test('addresses are left alone by every rule, English quotations by Vietnamese ones', () => {
  const any = rule({ find: { words: ['bao', 'roads'], anyCase: true } });
  const found = (text: string, one: StyleRule) =>
    findStyle({ text, language: 'vi' }, [one]).map((finding) => finding.found);
  expect(found('https://bao.vn/bao, bao.com.vn, an@bao.vn, #bao, @bao: bao', any)).toEqual(['bao']);
  const text = 'Ông nói: “We built the roads here.” Dự án “roads” và roads.';
  expect(found(text, { ...any, language: 'vi' })).toEqual(['roads', 'roads']);
  expect(found(text, any)).toHaveLength(3);
});

test('a rule with a day leaves alone stories and sentences from before it', () => {
  const one = rule({ find: { words: ['Bắc Kạn'] }, since: '2025-07-01' });
  const found = (text: string, day?: string) => findStyle({ text, language: 'vi', ...(day && { day }) }, [one]).length;
  expect([found('Bắc Kạn'), found('Bắc Kạn', '2025-06-30'), found('Bắc Kạn', '2025-07-01')]).toEqual([1, 0, 1]);
  expect(found('Năm 2019, Bắc Kạn nghèo. Nay Bắc Kạn khác. Năm 2026, Bắc Kạn có 2.019 hộ.', '2026-01-01')).toBe(2);
});

test.each([
  ['08:37, 14/06/2021', '2021-06-14'],
  ['Thứ Hai, ngày 5 tháng 9 năm 2024', '2024-09-05'],
  ['2025-07-01', '2025-07-01'],
  ['5.9.2024', '2024-09-05'],
  ['14/13/2021', null],
  ['hôm qua', null],
])('the day of a date line: %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
  const fields = { date: text, embargo: '2026-01-02T03:00:00Z' } as Parameters<typeof dayOf>[0]['fields'];
  expect(dayOf({ fields }, '2026-11-27')).toBe(day ?? '2026-01-02');
  expect(dayOf({ fields: { ...fields, embargo: '' } }, '2026-11-27')).toBe(day ?? '2026-11-27');
});

test.each([
  ['trên địa bàn.', 'địa bàn', 'bàn.', 'bàn./.'],
  ['trên địa bàn./', 'địa bàn', 'bàn./', 'bàn./.'],
  ['trên địa bàn /.', 'địa bàn', 'bàn /.', 'bàn./.'],
  ['trên địa bàn…', 'địa bàn', 'bàn…', 'bàn…./.'],
])('the mark that closes a story: %s', (text, _, found, by) => {
  const one = rule({ kind: 'closing', find: { closing: './.' } });
  const look = (more: Partial<StyleText>) =>
    findStyle({ text, language: 'vi', ...more }, [one]).map((finding) => [finding.found, finding.instead]);
  expect(look({})).toEqual([]);
  expect(look({ end: 'text' })).toEqual([[found, by]]);
  expect(look({ end: 'text', text: 'địa bàn./.' })).toEqual([]);
  expect(look({ end: 'field', text: './.' })).toEqual([]);
  expect(look({ end: 'field', text: '/.' })).toEqual([['/.', './.']]);
  expect(
    findStyle({ text: 'Hết.', language: 'vi', end: 'text' }, [{ ...one, find: { closing: '(TTXVN)' } }]),
  ).toMatchObject([{ instead: 'Hết. (TTXVN)' }]);
});

test('a file with two rules of one id is refused', () => {
  const file = { format: 'copydesk-style', version: 1, name: 'A', rules: [rule({ find: { words: ['a'] } })] };
  expect(styleFileSchema.safeParse(file).success).toBe(true);
  expect(styleFileSchema.safeParse({ ...file, rules: [...file.rules, ...file.rules] }).success).toBe(false);
});

test('of findings that overlap the longer one stays', () => {
  const long = rule({ id: 'long', find: { words: ['tỉnh Bắc Kạn'] }, replace: 'tỉnh Thái Nguyên' });
  const short = rule({ id: 'short', find: { words: ['Bắc Kạn'] }, replace: 'X' });
  expect(findStyle({ text: 'ở tỉnh Bắc Kạn', language: 'vi' }, [short, long]).map((one) => one.rule)).toEqual(['long']);
  expect(findStyle({ text: 'ở Bắc Kạn', language: 'vi' }, [short, { ...short, id: 'twice' }])).toHaveLength(1);
});

test('languages, switches and broken patterns', () => {
  const off = rule({ find: { words: ['a'] }, on: false });
  const english = rule({ find: { words: ['a'] }, language: 'en' });
  const broken = rule({ find: { pattern: '(' } });
  expect(findStyle({ text: 'a', language: 'vi' }, [off, english, broken])).toEqual([]);
  expect(patternTrouble('(')).not.toBeNull();
  expect(patternTrouble('a*')).toBe('empty');
  expect(patternTrouble('a+')).toBeNull();
});

test('findings stand in order, never overlap, and say what stands there', () => {
  const words = fc.constantFrom('một', 'hai', 'ba', 'một hai', 'hai ba', 'Ba');
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.array(words, { maxLength: 20 }), (looked, text) => {
      const rules = looked.map((word, at) =>
        rule({ id: `r${at}`, find: { words: [word], anyCase: true }, replace: 'x' }),
      );
      const joined = text.join(' ');
      let end = 0;
      for (const finding of findStyle({ text: joined, language: 'vi' }, rules)) {
        expect(finding.from).toBeGreaterThanOrEqual(end);
        expect(joined.slice(finding.from, finding.to)).toBe(finding.found);
        end = finding.to;
      }
    }),
  );
});
