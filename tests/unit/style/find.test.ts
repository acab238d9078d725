import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStyle } from '../../../story/style/find.ts';
import { patternTrouble, ruleSchema, type StyleRule } from '../../../story/style/rules.ts';

const rule = (more: object): StyleRule =>
  ruleSchema.parse({ id: 'one', name: 'Một', why: 'Vì thế.', language: 'any', kind: 'other', ...more });
const instead = (text: string, ...rules: StyleRule[]) => {
  let out = text;
  for (const { from, to, instead: by } of findStyle(text, 'vi', rules).reverse())
    if (by !== null) out = out.slice(0, from) + by + out.slice(to);
  return out;
};

test('preferred forms, whole words, Vietnamese letters at the borders', () => {
  const one = rule({ find: { words: ['Hà nội', 'Hà-nội'], anyCase: false }, replace: 'Hà Nội' });
  expect(instead('Ở Hà nội, Hà-nội; Hà nộia Hà Nội.', one)).toBe('Ở Hà Nội, Hà Nội; Hà nộia Hà Nội.');
  expect(findStyle('Hà\u00a0nội', 'vi', [one])).toHaveLength(1);
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
  expect(findStyle('hộ nghèo khổ', 'vi', [one])).toEqual([
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

test('of findings that overlap the longer one stays', () => {
  const long = rule({ id: 'long', find: { words: ['tỉnh Bắc Kạn'] }, replace: 'tỉnh Thái Nguyên' });
  const short = rule({ id: 'short', find: { words: ['Bắc Kạn'] }, replace: 'X' });
  expect(findStyle('ở tỉnh Bắc Kạn', 'vi', [short, long]).map((one) => one.rule)).toEqual(['long']);
  expect(findStyle('ở Bắc Kạn', 'vi', [short, { ...short, id: 'twice' }])).toHaveLength(1);
});

test('languages, switches and broken patterns', () => {
  const off = rule({ find: { words: ['a'] }, on: false });
  const english = rule({ find: { words: ['a'] }, language: 'en' });
  const broken = rule({ find: { pattern: '(' } });
  expect(findStyle('a', 'vi', [off, english, broken])).toEqual([]);
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
      for (const finding of findStyle(joined, 'vi', rules)) {
        expect(finding.from).toBeGreaterThanOrEqual(end);
        expect(joined.slice(finding.from, finding.to)).toBe(finding.found);
        end = finding.to;
      }
    }),
  );
});
