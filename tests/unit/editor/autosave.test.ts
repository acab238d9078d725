import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../../../preload/contract.ts';
import { createAutosave } from '../../../renderer/editor/autosave.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const at = '2026-01-05T03:00:00.000Z';

/** A document that is a number of edits, and a store that answers when the test says so. */
function desk() {
  let edits = 0;
  let stored = 0;
  const calls: { upTo: number; answer(result?: Result<{ at: string }>): Promise<void> }[] = [];
  const finals: string[] = [];
  const states: string[] = [];
  const autosave = createAutosave({
    savedAt: null,
    onState: () => void states.push(autosave.state().kind),
    onFinal: (failure) => void finals.push(failure.code),
    save: () => {
      if (edits === stored) return Promise.resolve(null);
      const upTo = edits;
      return new Promise((resolve) =>
        calls.push({
          upTo,
          answer: async (result = { ok: true, value: { at } }) => {
            if (result.ok) stored = upTo;
            resolve(result);
            await vi.advanceTimersByTimeAsync(0);
          },
        }),
      );
    },
  });
  return {
    autosave,
    calls,
    finals,
    states,
    type: () => {
      edits += 1;
      autosave.touch();
    },
    stored: () => stored,
  };
}
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a pause of a quarter of a second saves; "saved" is said only after the answer', async () => {
  const d = desk();
  d.type();
  expect(d.autosave.state()).toEqual({ kind: 'saving' });
  await wait(249);
  expect(d.calls.length).toBe(0);
  await wait(1);
  expect(d.calls.length).toBe(1);
  expect(d.autosave.state()).toEqual({ kind: 'saving' });
  await d.calls[0]?.answer();
  expect(d.autosave.state()).toEqual({ kind: 'saved', at });
});

test('while typing goes on, the first unsaved key waits a second at most', async () => {
  const d = desk();
  for (let n = 0; n < 10; n++) {
    d.type();
    await wait(100);
  }
  expect(d.calls.map((call) => call.upTo)).toEqual([10]);
});

test('one record is on its way at a time; what is typed meanwhile goes into the next', async () => {
  const d = desk();
  d.type();
  await wait(250);
  d.type();
  await wait(5000);
  expect(d.calls.length).toBe(1);
  await d.calls[0]?.answer();
  expect(d.autosave.state().kind).toBe('slow'); // the second key has waited all that time
  await wait(250);
  expect(d.calls.map((call) => call.upTo)).toEqual([1, 2]);
  await d.calls[1]?.answer();
  expect(d.autosave.state().kind).toBe('saved');
});

test('unacknowledged for three seconds, it says so by itself', async () => {
  const d = desk();
  d.type();
  await wait(2999);
  expect(d.states).toEqual(['saving']);
  await wait(1);
  expect(d.states.at(-1)).toBe('slow');
  expect(d.autosave.state()).toEqual({ kind: 'slow', since: 1_000_000 });
});

test('a full disk: tried again after 1, 2, 4, 8, 10, 10 s, typing goes on, and nothing is lost', async () => {
  const d = desk();
  d.type();
  await wait(250);
  for (const pause of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
    await d.calls.at(-1)?.answer({ ok: false, code: 'diskFull' });
    expect(d.autosave.state()).toEqual({ kind: 'failed', code: 'diskFull', since: 1_000_250 });
    const before = d.calls.length;
    d.type();
    await wait(pause - 1);
    expect(d.calls.length).toBe(before);
    await wait(1);
    expect(d.calls.length).toBe(before + 1);
  }
  await d.calls.at(-1)?.answer();
  expect(d.stored()).toBe(7);
  expect(d.autosave.state()).toEqual({ kind: 'saved', at });
});

test('a flush tries at once, and is ok only when everything typed before it is on disk', async () => {
  const d = desk();
  d.type();
  await wait(250);
  d.type();
  const results: unknown[] = [];
  void d.autosave.flush().then((result) => results.push(result));
  await d.calls[0]?.answer({ ok: false, code: 'diskFull' });
  expect(results).toEqual([]);
  expect(d.calls[1]?.upTo).toBe(2);
  await d.calls[1]?.answer();
  expect(results).toEqual([{ ok: true, value: null }]);
});

test('two flushes at once write one record, and an idle one writes none', async () => {
  const d = desk();
  d.type();
  const both = Promise.all([d.autosave.flush(), d.autosave.flush()]);
  expect(d.calls.length).toBe(1);
  await d.calls[0]?.answer();
  expect(await both).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await d.autosave.flush()).toEqual({ ok: true, value: null });
  expect(d.calls.length).toBe(1);
});

test('when another window has written, it stops, says so, and never says saved', async () => {
  const d = desk();
  d.type();
  await wait(250);
  await d.calls[0]?.answer({ ok: false, code: 'stale' });
  await wait(60_000);
  expect(d.calls.length).toBe(1);
  expect(d.finals).toEqual(['stale']);
  expect(d.autosave.state()).toMatchObject({ kind: 'failed', code: 'stale' });
  expect(await d.autosave.flush()).toMatchObject({ ok: false, code: 'stale' });
});
