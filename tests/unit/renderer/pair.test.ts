import { expect, test } from 'vitest';
import { pairOf } from '../../../renderer/history/pair.ts';

const versions = [9, 7, 4, 0];

test('the version before is the next older one that is known', () => {
  expect(pairOf(7, 'previous', versions)).toEqual([4, 7]);
  expect(pairOf(null, 'previous', versions)).toEqual([9, null]);
  expect(pairOf(0, 'previous', versions)).toBe('first');
  expect(pairOf(null, 'previous', [])).toBe('first');
});

test('of any two the older stands first', () => {
  expect(pairOf(7, 'now', versions)).toEqual([7, null]);
  expect(pairOf(7, 9, versions)).toEqual([7, 9]);
  expect(pairOf(9, 7, versions)).toEqual([7, 9]);
  expect(pairOf(null, 4, versions)).toEqual([4, null]);
});

test('a version is not compared with itself', () => {
  expect(pairOf(7, 7, versions)).toBe('same');
  expect(pairOf(null, 'now', versions)).toBe('same');
});
