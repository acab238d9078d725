import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forKeeping, forReading, thinned } from '../../../story/history/thin.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Half past ten at night where this desk is, whatever its time zone. */
const NOW = new Date(2025, 2, 20, 22, 30).getTime();
const at = (ago: number) => ({ at: new Date(NOW - ago).toISOString() });
const kept = (agos: number[], stretch = forReading) =>
  thinned(agos.map(at), NOW, stretch).map(({ item, count }) => [NOW - Date.parse(item.at), count]);

test('for reading, today stands each, the last week by the hour, before that by the day', () => {
  const today = [3 * MINUTE, 2 * MINUTE, MINUTE];
  const twoDaysAgo = [2 * DAY + 5 * MINUTE, 2 * DAY + 3 * MINUTE, 2 * DAY - HOUR];
  const longAgo = [20 * DAY + 9 * HOUR, 20 * DAY + 2 * HOUR, 20 * DAY];
  expect(kept([...longAgo, ...twoDaysAgo, ...today])).toEqual([
    [20 * DAY, 3],
    [2 * DAY + 3 * MINUTE, 2],
    [2 * DAY - HOUR, 1],
    [3 * MINUTE, 1],
    [2 * MINUTE, 1],
    [MINUTE, 1],
  ]);
});

test('for keeping, the last day stands by the hour', () => {
  expect(kept([10 * MINUTE, 5 * MINUTE, 0], forKeeping)).toEqual([[0, 3]]);
  expect(kept([2 * DAY, 2 * DAY - HOUR, HOUR, 0], forKeeping)).toEqual([
    [2 * DAY - HOUR, 2],
    [HOUR, 1],
    [0, 1],
  ]);
});

test('an instant to come counts as today, and one stretch met twice is two', () => {
  expect(kept([-DAY, -2 * DAY])).toEqual([
    [-DAY, 1],
    [-2 * DAY, 1],
  ]);
  const [a, b] = [10 * DAY, 12 * DAY];
  expect(kept([a, b, a])).toEqual([
    [a, 1],
    [b, 1],
    [a, 1],
  ]);
});

test('whatever the instants, the last always stands, all are counted once, and thinning twice changes nothing', () => {
  const agos = fc.array(fc.integer({ min: -2 * DAY, max: 40 * DAY }), { minLength: 1, maxLength: 60 });
  for (const stretch of [forReading, forKeeping])
    fc.assert(
      fc.property(agos, (list) => {
        const items = list.map(at);
        const first = thinned(items, NOW, stretch);
        expect(first.at(-1)?.item).toBe(items.at(-1));
        expect(first.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
        const again = thinned(
          first.map(({ item }) => item),
          NOW,
          stretch,
        );
        expect(again.map(({ item }) => item)).toEqual(first.map(({ item }) => item));
      }),
    );
});
