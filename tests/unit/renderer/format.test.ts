import { expect, test } from 'vitest';
import { ago, number } from '../../../renderer/format.ts';

const now = Date.parse('2021-06-14T08:00:00.000Z');
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test('a card says how long ago in the words of its language', () => {
  expect(ago(before(0), now, 'vi')).toBe('bây giờ');
  expect(ago(before(3), now, 'vi')).toBe('3 phút trước');
  expect(ago(before(125), now, 'vi')).toBe('2 giờ trước');
  expect(ago(before(24 * 60), now, 'en')).toBe('yesterday');
});

test('what is older than a week has its date', () => {
  expect(ago(before(8 * 24 * 60), now, 'vi')).toMatch(/0?6\/06\/2021|0?6-06-2021/);
});

test('a clock that was set back counts as now', () => {
  expect(ago(before(-30), now, 'en')).toBe('now');
});

test('numbers have the separators of the language', () => {
  expect(number(3700, 'vi')).toBe('3.700');
  expect(number(3700, 'en')).toBe('3,700');
});
