import { expect, test } from 'vitest';
import { watchClock } from '../../../main/health/clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A wall clock that is set by hand, and time that passes on both. */
function clocks() {
  const now = { wall: Date.parse('2025-03-01T08:00:00.000Z'), steady: 1000 };
  const told: unknown[] = [];
  const watch = watchClock(() => told.push(watch.now()), 1e9, { wall: () => now.wall, steady: () => now.steady });
  return {
    watch,
    told,
    pass(ms: number) {
      now.wall += ms;
      now.steady += ms;
      watch.look();
    },
    set(ms: number) {
      now.wall += ms;
      watch.look();
    },
  };
}

test('time that passes, and what a time server corrects, is nothing to tell', () => {
  const { told, pass, set } = clocks();
  pass(3 * DAY);
  set(-90_000);
  set(90_000);
  pass(MINUTE);
  expect(told).toEqual([]);
});

test('a clock set back is told at once, and once', () => {
  const { told, pass, set } = clocks();
  set(-400 * DAY);
  pass(MINUTE);
  pass(MINUTE);
  expect(told).toEqual([{ what: 'back', ms: 400 * DAY }]);
});

test('a jump forward counts when it is still there at the next look', () => {
  const { told, pass, set } = clocks();
  set(2 * DAY);
  expect(told).toEqual([]);
  pass(MINUTE);
  expect(told).toEqual([{ what: 'forward', ms: 2 * DAY }]);
});

test('a sleeping computer has not jumped', () => {
  const { watch, told, pass, set } = clocks();
  set(DAY); // it has slept, and its steady clock with it
  watch.resumed();
  pass(MINUTE);
  pass(MINUTE);
  expect(told).toEqual([]);
});

test('a clock that stands before what was last written', () => {
  const { watch, told } = clocks();
  watch.compare('2025-03-01T08:01:00.000Z');
  expect(told).toEqual([]);
  watch.compare('2025-03-11T08:00:00.000Z');
  expect(told).toEqual([{ what: 'behind', ms: 10 * DAY }]);
});
