import { expect, test } from 'vitest';
import { findSchema } from '../../../../preload/contract.ts';
import {
  EVERYTHING,
  isDescending,
  type Query,
  sortedBy,
  sortOf,
  sortsFor,
  toFind,
  withText,
} from '../../../../renderer/library/query.ts';

const NOON = new Date(2026, 2, 15, 12).getTime();
const day = (...at: [number, number, number]) => new Date(...at).toISOString();
const asked = (part: Partial<Query>) => toFind({ ...EVERYTHING, ...part }, NOON);

test('what the library asks main for is what main takes', () => {
  const find = toFind({ ...EVERYTHING, text: 'tít:mưa', statuses: ['draft'], sections: ['Xã hội'] }, NOON, 200, 100);
  expect(findSchema.parse(find)).toEqual(find);
  expect(find).toMatchObject({ text: 'tít:mưa', shelf: 'all', statuses: ['draft'], offset: 200, limit: 100 });
});

test('a period begins at midnight here and has no end', () => {
  expect(asked({})).toMatchObject({ from: null, before: null });
  expect(asked({ date: { kind: 'today' } })).toMatchObject({ from: day(2026, 2, 15), before: null });
  expect(asked({ date: { kind: 'last7' } })).toMatchObject({ from: day(2026, 2, 9), before: null });
  expect(asked({ date: { kind: 'last30' } })).toMatchObject({ from: day(2026, 1, 14), before: null });
});

test('days from and to are whole days, either may be open, and what is no day is no limit', () => {
  const between = (from: string, to: string) => asked({ date: { kind: 'between', from, to } });
  expect(between('2026-02-27', '2026-02-28')).toMatchObject({ from: day(2026, 1, 27), before: day(2026, 2, 1) });
  expect(between('2026-02-27', '')).toMatchObject({ from: day(2026, 1, 27), before: null });
  expect(between('', '2026-12-31')).toMatchObject({ from: null, before: day(2027, 0, 1) });
  expect(between('hôm qua', '20')).toMatchObject({ from: null, before: null });
});

test('the newest and the longest stand first, headlines go from a to z; chosen again, the other way round', () => {
  expect(asked({})).toMatchObject({ sort: 'updated', descending: true });
  const byHeadline = sortedBy(EVERYTHING, 'headline');
  expect([sortOf(byHeadline), isDescending(byHeadline)]).toEqual(['headline', false]);
  expect(isDescending(sortedBy(byHeadline, 'headline'))).toBe(true);
  const byWords = sortedBy(sortedBy(byHeadline, 'headline'), 'words');
  expect([sortOf(byWords), isDescending(byWords)]).toEqual(['words', true]);
});

test('a search has its own order, the best match first, and leaves the list’s order alone', () => {
  const byHeadline = sortedBy(EVERYTHING, 'headline');
  const search = withText(byHeadline, 'lúa');
  expect(sortOf(search)).toBe('relevance');
  expect(sortsFor(search)).toContain('relevance');
  expect(sortsFor(byHeadline)).not.toContain('relevance');
  expect(sortedBy(search, 'relevance')).toMatchObject({ searchSort: 'relevance', reversed: false });
  const byDate = sortedBy(search, 'created');
  expect(sortOf(byDate)).toBe('created');
  expect(sortOf(withText(byDate, ''))).toBe('headline');
  expect(sortOf(withText(EVERYTHING, '   '))).toBe('updated');
});

test('an order that was turned is not kept from the list to the search, nor back; it is while one types on', () => {
  const turned = sortedBy(EVERYTHING, 'updated');
  expect(turned.reversed).toBe(true);
  const search = sortedBy(sortedBy(withText(turned, 'l'), 'words'), 'words');
  expect(withText(turned, 'l').reversed).toBe(false);
  expect(withText(search, 'lúa').reversed).toBe(true);
  expect(withText(search, '').reversed).toBe(false);
});

test('the last opened have an order of their own', () => {
  expect(sortsFor({ ...EVERYTHING, shelf: 'recent' })).toEqual([]);
});

test('more text than main takes is cut', () => {
  expect(findSchema.safeParse(toFind(withText(EVERYTHING, 'a'.repeat(3_000)), NOON)).success).toBe(true);
});
