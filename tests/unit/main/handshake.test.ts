import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE_PATIENCE, createHandshake } from '../../../main/shell/handshake.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A handshake over a window that only notes what is done to it (labelled: it stands in for Electron's); its page listens. */
function withWindow(answer = false) {
  const log: string[] = [];
  const handshake = createHandshake({
    request: () => log.push('request'),
    ask: async () => {
      log.push('ask');
      return answer;
    },
    close: () => log.push('close'),
  });
  handshake.listens();
  return { handshake, log };
}

test('a page that has flushed lets its window close', async () => {
  const { handshake, log } = withWindow();
  expect(handshake.mayClose()).toBe(false);
  handshake.ready();
  expect(handshake.mayClose()).toBe(true);
  await vi.advanceTimersByTimeAsync(2 * CLOSE_PATIENCE);
  expect(log).toEqual(['request', 'close']);
});

test('about a page that does not answer the person is asked, once for each time of waiting', async () => {
  const { handshake, log } = withWindow();
  handshake.mayClose();
  handshake.mayClose();
  await vi.advanceTimersByTimeAsync(2 * CLOSE_PATIENCE);
  expect(log).toEqual(['request', 'request', 'ask']);
  handshake.mayClose();
  await vi.advanceTimersByTimeAsync(CLOSE_PATIENCE);
  expect(log.slice(3)).toEqual(['request', 'ask']);
});

test('a person who does not want to wait closes it', async () => {
  const { handshake, log } = withWindow(true);
  handshake.mayClose();
  await vi.advanceTimersByTimeAsync(CLOSE_PATIENCE);
  expect(log).toEqual(['request', 'ask', 'close']);
  expect(handshake.mayClose()).toBe(true);
});

test('a page that asks the person itself is not called unanswering, and is asked afresh the next time', async () => {
  const { handshake, log } = withWindow();
  handshake.mayClose();
  handshake.refused();
  await vi.advanceTimersByTimeAsync(2 * CLOSE_PATIENCE);
  expect(log).toEqual(['request']);
  expect(handshake.mayClose()).toBe(false);
  handshake.ready();
  expect(log).toEqual(['request', 'request', 'close']);
});

test('a page that dies while it is to close has closed; at any other time it has not', () => {
  const { handshake, log } = withWindow();
  expect(handshake.gone()).toBe(false);
  handshake.listens();
  handshake.mayClose();
  expect(handshake.gone()).toBe(true);
  expect(log).toEqual(['request', 'close']);
  const other = withWindow();
  other.handshake.mayClose();
  other.handshake.refused();
  expect(other.handshake.gone()).toBe(false);
});

test('a page without a story is not asked: a window closed as it comes up would wait for ever', () => {
  const { handshake, log } = withWindow();
  handshake.loads();
  expect(handshake.mayClose()).toBe(true);
  handshake.listens();
  expect(handshake.mayClose()).toBe(false);
  handshake.refused();
  handshake.gone();
  expect(handshake.mayClose()).toBe(true);
  expect(log).toEqual(['request']);
});
