import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOfKey, scrolledTo, spanOf } from '../../../../renderer/library/windowing.ts';

test('the rows rendered hold every row that is seen, and never more than a few screens', () => {
  const places = fc.record({
    top: fc.nat(1_000_000),
    height: fc.integer({ min: 1, max: 3_000 }),
    row: fc.integer({ min: 20, max: 200 }),
    count: fc.nat(100_000),
  });
  fc.assert(
    fc.property(places, ({ top, height, row, count }) => {
      const { from, to } = spanOf(top, height, row, count);
      const first = Math.min(count, Math.floor(top / row));
      const last = Math.min(count, Math.ceil((top + height) / row));
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from).toBeLessThanOrEqual(first);
      expect(to).toBeGreaterThanOrEqual(last);
      expect(to).toBeLessThanOrEqual(count);
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / row) + 26);
    }),
  );
});

test('a small scroll renders nothing new', () => {
  expect(spanOf(3_000, 600, 50, 1_000)).toEqual(spanOf(3_020, 600, 50, 1_000));
});

test('keys lead through the list and stop at its ends', () => {
  expect(rowOfKey('ArrowDown', 4, 10, 5)).toBe(5);
  expect(rowOfKey('ArrowUp', 4, 10, 5)).toBe(3);
  expect(rowOfKey('PageDown', 4, 100, 5)).toBe(8);
  expect(rowOfKey('PageUp', 40, 100, 5)).toBe(36);
  expect(rowOfKey('Home', 40, 100, 5)).toBe(0);
  expect(rowOfKey('End', 40, 10_000, 5)).toBe(9_999);
  expect(rowOfKey('ArrowUp', 0, 10, 5)).toBe(0);
  expect(rowOfKey('PageDown', 98, 100, 5)).toBe(99);
  expect(rowOfKey('PageDown', 0, 100, 0)).toBe(1);
});

test('other keys are not the list’s, and an empty list has none', () => {
  for (const key of ['a', 'Enter', 'Tab', 'toString']) expect(rowOfKey(key, 4, 10, 5)).toBeNull();
  expect(rowOfKey('ArrowDown', 0, 0, 5)).toBeNull();
});

test('a row that is seen whole is not scrolled to; another one just so far that it is', () => {
  expect(scrolledTo(5, 200, 300, 50)).toBe(200);
  expect(scrolledTo(3, 200, 300, 50)).toBe(150);
  expect(scrolledTo(10, 200, 300, 50)).toBe(250);
});
