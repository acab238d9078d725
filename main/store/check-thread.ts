import { Worker } from 'node:worker_threads';
import type { Result } from '../../preload/contract.ts';
import type { Store } from './api.ts';
import type { CheckUp } from './checkup.ts';

/** Beside this file: the thread's source, or, once built, its bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js', import.meta.url);
/** So much is mended in one go, and so long others have the store to themselves then, in milliseconds. */
const AT_ONCE = 2;
const PAUSE_MS = 50;

/**
 * Checks the whole library in a thread of its own while the program works, and lets the store mend what is bad. The thread
 * idles on until `stop`, which comes before the store is closed.
 */
export function checkLibrary(store: Pick<Store, 'beginCheckUp' | 'endCheckUp' | 'heedCheckUp'>, folder: string) {
  let worker: Worker | null = null;
  let stopped = false;

  const run = async (): Promise<Result<CheckUp & { bad: number }> | null> => {
    const begun = await store.beginCheckUp();
    if (!begun.ok) return begun;
    const found = stopped ? null : await inThread();
    const ended = await store.endCheckUp(begun.value.mark, found?.verdict ?? 'ok');
    if (!ended.ok || !found) return ended.ok ? null : ended;
    return mend(found);
  };

  async function mend(found: CheckUp): Promise<Result<CheckUp & { bad: number }> | null> {
    let bad = 0;
    for (let at = 0; at < Math.max(found.suspects.length, found.copies.length); at += AT_ONCE) {
      if (stopped) return null;
      const suspects = found.suspects.slice(at, at + AT_ONCE);
      const copies = found.copies.slice(at, at + AT_ONCE);
      const heeded = await store.heedCheckUp({ suspects, copies });
      if (!heeded.ok) return heeded;
      bad += heeded.value.bad;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return { ok: true, value: { ...found, bad } };
  }

  /** null where it was stopped, or failed. */
  const inThread = (): Promise<CheckUp | null> =>
    new Promise((resolve) => {
      worker = new Worker(WORKER, { workerData: folder, name: 'check', execArgv: [] });
      worker.once('message', resolve);
      worker.once('error', (error) => console.error('check:', error));
      worker.once('exit', () => resolve(null));
    });

  const done = run();
  return {
    done,
    stop: async (): Promise<void> => {
      stopped = true;
      await worker?.terminate();
      await done;
    },
  };
}
