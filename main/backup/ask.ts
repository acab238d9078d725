import { Worker } from 'node:worker_threads';
import type { Result } from '../../preload/contract.ts';
import type { Answers, Question } from './inspect.ts';

/** Beside this file: the worker's source, or, once built, its bundle. */
const WORKER = import.meta.url.endsWith('.ts') ? './worker.ts' : './backup-worker.js';

/** Asks a copy of library.db in a thread of its own. With `signal` aborted the thread ends, and it rejects (AbortError). */
export async function ask<Q extends Question>(question: Q, signal: AbortSignal): Promise<Result<Answers[Q['ask']]>> {
  signal.throwIfAborted();
  const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: question, name: 'backup', execArgv: [] });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(signal.aborted ? signal.reason : new Error(`backup: worker ended, ${code}`)),
      );
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
