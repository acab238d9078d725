import { expect, test } from 'vitest';
import { readingMinutes } from '../../../story/text/reading.ts';

test('reading time is whole minutes, a begun one counts, and a language has its own pace', () => {
  expect(readingMinutes(0, 'vi')).toBe(0);
  expect(readingMinutes(1, 'vi')).toBe(1);
  expect(readingMinutes(260, 'vi')).toBe(1);
  expect(readingMinutes(261, 'vi')).toBe(2);
  expect(readingMinutes(238, 'en')).toBe(1);
  expect(readingMinutes(239, 'en')).toBe(2);
});
