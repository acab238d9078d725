import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWhenQuiet } from '../../../renderer/whenQuiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('runs once, after the last time it was asked for', () => {
  const run = vi.fn();
  const quiet = createWhenQuiet(run);
  for (let key = 0; key < 10; key++) {
    quiet.soon(600);
    vi.advanceTimersByTime(200);
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(399);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('runs earlier where it is asked for earlier, and not at all once it is stopped', () => {
  const run = vi.fn();
  const quiet = createWhenQuiet(run);
  quiet.soon(600);
  quiet.soon(0);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  quiet.soon(600);
  quiet.stop();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});
