import type { Failure, Result, Work } from '../../preload/contract.ts';

export type Tell = (work: Work | null) => void;
/** What long work is given: its progress, and when it is to stop. */
export type Going = {
  signal: AbortSignal;
  progress(done: number, total: number): void;
  /** From here on it cannot be stopped half-way. */
  settle(): void;
};
export type Steps = Pick<Going, 'signal' | 'progress'>;

const TELL_EVERY_MS = 100;

/** Long work, one at a time; its progress is told ten times a second at most. */
export function createWorks(tell: Tell) {
  let current: { work: Work; control: AbortController; ended: Promise<unknown> } | null = null;
  let told = 0;

  function show(work: Work | null, always: boolean): void {
    const now = performance.now();
    if (!always && now - told < TELL_EVERY_MS) return;
    told = now;
    tell(work);
  }

  return {
    current: (): Work | null => current?.work ?? null,
    /** Failures: backupBusy, and the work's own. */
    async run<T>(kind: Work['kind'], work: (going: Going) => Promise<Result<T>>): Promise<Result<T>> {
      if (current) return { ok: false, code: 'backupBusy' };
      const control = new AbortController();
      const state = { kind, done: 0, total: 0, canCancel: true };
      const going: Going = {
        signal: control.signal,
        progress(done, total) {
          Object.assign(state, { done, total });
          show({ ...state }, false);
        },
        settle() {
          state.canCancel = false;
          show({ ...state }, true);
        },
      };
      const ended = work(going);
      current = { work: state, control, ended };
      show({ ...state }, true);
      try {
        return await ended;
      } finally {
        current = null;
        show(null, true);
      }
    },
    cancel(): void {
      if (current?.work.canCancel) current.control.abort();
    },
    /** Stops what can be stopped, and waits until it has tidied up; what closed the library itself is not waited for. */
    async close(): Promise<void> {
      if (!current?.work.canCancel) return;
      current.control.abort();
      await current.ended.catch((error: unknown): Failure => ({ ok: false, code: 'internal', detail: String(error) }));
    },
  };
}
export type Works = ReturnType<typeof createWorks>;
