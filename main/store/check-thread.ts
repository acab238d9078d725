import { Worker } from 'node:worker_threads';
import type { Result } from '../../preload/contract.ts';
import type { Store } from './api.ts';
import type { CheckUp } from './checkup.ts';

/** Beside this file: the thread's source, or, once built, its bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js', import.meta.url);
const NOTHING: CheckUp = { verdict: 'ok', suspects: [], copies: [] };

/**
 * Checks the whole library in a thread of its own while the program works, and lets the store mend what is bad. The thread
 * idles on until `stop`, which comes before the store is closed.
 */
export function checkLibrary(store: Pick<Store, 'beginCheckUp' | 'endCheckUp'>, folder: string) {
  let worker: Worker | null = null;
  let stopped = false;

  const run = async (): Promise<Result<CheckUp & { bad: number }> | null> => {
    const begun = await store.beginCheckUp();
    if (!begun.ok) return begun;
    const found = stopped ? null : await inThread();
    const ended = await store.endCheckUp(begun.value.mark, found ?? NOTHING);
    if (!ended.ok || !found) return ended.ok ? null : ended;
    return { ok: true, value: { ...found, ...ended.value } };
  };

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
