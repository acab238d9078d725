import type { ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type { SaveState } from './types.ts';

/** Milliseconds. Quiet: a pause in typing; longest: while typing goes on; slow: when the person is told. */
export const TIMING = { quiet: 250, longest: 1000, slow: 3000, retry: 1000, longestRetry: 10_000 } as const;

/** After these, trying again cannot help: the text stays in the window, and the person is told. */
const FINAL: readonly ErrorCode[] = ['stale', 'readOnly', 'newerSchema', 'notFound'];

/** For who measures: the instant of an acknowledgement, with when its record was taken. Only the newest is kept. */
function markSaved(taken: number): void {
  performance.clearMarks('copydesk.saved');
  performance.mark('copydesk.saved', { detail: taken });
}

export type Autosave = {
  /** Something was edited. */
  touch(): void;
  state(): SaveState;
  /** Saves at once. Ok: what was edited before the call is on disk. */
  flush(): Promise<Result<null>>;
  stop(): void;
};

/**
 * Writes edits one record at a time: after a pause, at the latest a second after the first unsaved key, and again and
 * again while the store refuses. `save` writes everything unsaved so far (null: nothing was) and answers when it is on
 * disk, with the instant; what is edited while it runs goes into the next record.
 */
export function createAutosave(options: {
  save(): Promise<Result<{ at: string }> | null>;
  savedAt: string | null;
  onState(): void;
  /** Called once, when saving has become impossible. */
  onFinal(failure: Failure): void;
}): Autosave {
  let savedAt = options.savedAt;
  /** Since when something is not acknowledged (epoch ms), and since when something is not even on its way. */
  let unsavedSince: number | null = null;
  let untakenSince: number | null = null;
  let failure: { code: ErrorCode; since: number } | null = null;
  let final: Failure | null = null;
  let running: Promise<Result<null>> | null = null;
  let retryIn: number = TIMING.retry;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer is to act (epoch ms). A key puts it off by this alone: a new timer at each would cost more. */
  let due = 0;
  let rings = 0;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const ring = () => {
    timer = undefined;
    const rest = due - Date.now();
    if (rest > 0) plan(rest);
    else void run();
  };
  const plan = (delay: number) => {
    if (stopped || final !== null) return stopTimer();
    due = Date.now() + delay;
    if (timer !== undefined && rings <= due) return;
    clearTimeout(timer);
    rings = due;
    timer = setTimeout(ring, delay);
  };
  const planNext = () => {
    if (failure !== null) plan(retryIn);
    else if (untakenSince !== null)
      plan(Math.max(0, Math.min(TIMING.quiet, untakenSince + TIMING.longest - Date.now())));
  };
  const watchSlow = () => {
    clearTimeout(slowTimer);
    if (unsavedSince !== null && failure === null && !stopped)
      slowTimer = setTimeout(options.onState, Math.max(0, unsavedSince + TIMING.slow - Date.now()));
  };

  function settle(result: Result<{ at: string }> | null): Result<null> {
    if (result?.ok === false) {
      failure = { code: result.code, since: failure?.since ?? Date.now() };
      untakenSince = unsavedSince;
      if (FINAL.includes(result.code)) {
        final = result;
        options.onFinal(result);
      }
      return result;
    }
    if (result !== null) savedAt = result.value.at;
    failure = null;
    retryIn = TIMING.retry;
    unsavedSince = untakenSince;
    return { ok: true, value: null };
  }

  function run(): Promise<Result<null>> {
    stopTimer();
    if (final !== null) return Promise.resolve(final);
    running ??= (async () => {
      untakenSince = null;
      const taken = performance.now();
      let result: Result<{ at: string }> | null;
      try {
        result = await options.save();
      } catch (error) {
        result = { ok: false, code: 'internal', detail: String(error) };
        console.error(error);
      }
      running = null;
      if (result?.ok) markSaved(taken);
      const outcome = settle(result);
      planNext();
      if (!outcome.ok) retryIn = Math.min(retryIn * 2, TIMING.longestRetry);
      watchSlow();
      options.onState();
      return outcome;
    })();
    return running;
  }

  return {
    touch() {
      const now = Date.now();
      untakenSince ??= now;
      if (unsavedSince === null) {
        unsavedSince = now;
        watchSlow();
        options.onState();
      }
      if (running === null && failure === null) planNext();
    },
    state() {
      if (failure !== null) return { kind: 'failed', ...failure };
      if (unsavedSince === null) return { kind: 'saved', at: savedAt };
      return Date.now() - unsavedSince < TIMING.slow ? { kind: 'saving' } : { kind: 'slow', since: unsavedSince };
    },
    async flush() {
      if (running !== null) await running;
      return run();
    },
    stop() {
      stopped = true;
      stopTimer();
      clearTimeout(slowTimer);
    },
  };
}
