import { expect, test } from 'vitest';
import { photoFindSchema } from '../../../../preload/contract.ts';
import { placeOfKey } from '../../../../renderer/library/windowing.ts';
import { columnsIn, photosIn, ROW_HEIGHT } from '../../../../renderer/media/library/grid.ts';
import {
  EVERY_PHOTO,
  hasFilters,
  isDescending,
  toggledIn,
  toPhotoFind,
  withoutFilters,
} from '../../../../renderer/media/library/query.ts';

const NOW = new Date(2026, 10, 27, 23, 30).getTime();

test('the newest and the largest stand first, names from a to z', () => {
  expect(isDescending(EVERY_PHOTO)).toBe(true);
  expect(isDescending({ ...EVERY_PHOTO, sort: 'name' })).toBe(false);
  expect(isDescending({ ...EVERY_PHOTO, sort: 'name', reversed: true })).toBe(true);
});

test('a period is of days where photos were taken, and of instants where they were taken in', () => {
  const today = { ...EVERY_PHOTO, date: { kind: 'today' as const } };
  expect(toPhotoFind(today, NOW)).toMatchObject({ from: '2026-11-27', before: null });
  const between = { ...EVERY_PHOTO, date: { kind: 'between' as const, from: '2026-02-27', to: '2026-02-28' } };
  expect(toPhotoFind(between, NOW)).toMatchObject({ from: '2026-02-27', before: '2026-03-01' });
  const imported = toPhotoFind({ ...today, dateOf: 'imported' }, NOW);
  expect(imported.from).toBe(new Date(2026, 10, 27).toISOString());
});

test('every question is one that main takes', () => {
  const query = toggledIn({ ...EVERY_PHOTO, date: { kind: 'last7' }, usage: 'unused' }, 'flags', 'ai');
  for (const dateOf of ['taken', 'imported'] as const)
    expect(photoFindSchema.safeParse(toPhotoFind({ ...query, dateOf }, NOW)).success).toBe(true);
});

test('filters go all at once; the search and the order stay', () => {
  const on = toggledIn({ ...EVERY_PHOTO, text: 'dưa', sort: 'size', usage: 'used' }, 'credits', 'TTXVN');
  expect(hasFilters(on)).toBe(true);
  expect(withoutFilters(on)).toEqual({ ...EVERY_PHOTO, text: 'dưa', sort: 'size' });
  expect(hasFilters(withoutFilters(on))).toBe(false);
  expect(toggledIn(on, 'credits', 'TTXVN').credits).toEqual([]);
});

test('of very many photos only whole rows near the screen are rendered', () => {
  expect([columnsIn(100), columnsIn(176 * 5), columnsIn(960)]).toEqual([1, 5, 5]);
  const { from, to } = photosIn(1000 * ROW_HEIGHT, 600, 5, 20_000);
  expect([from % 5, to % 5]).toEqual([0, 0]);
  expect(from).toBeLessThanOrEqual(5000);
  expect(to).toBeGreaterThanOrEqual(5000 + 3 * 5);
  expect(to - from).toBeLessThan(130);
  // The last row may be short.
  expect(photosIn(0, 600, 5, 12)).toEqual({ from: 0, to: 12 });
});

test('the arrow keys go by rows and stop at both ends', () => {
  expect(placeOfKey('ArrowDown', 1, 5, 3, 12)).toBe(6);
  expect(placeOfKey('ArrowUp', 1, 5, 3, 12)).toBe(0);
  expect(placeOfKey('PageDown', 0, 5, 3, 12)).toBe(10);
  expect(placeOfKey('End', 0, 5, 3, 12)).toBe(11);
  expect(placeOfKey('x', 0, 5, 3, 12)).toBeNull();
  expect(placeOfKey('Home', 0, 5, 3, 0)).toBeNull();
});
