import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { OpenStore, Store } from './api.ts';
import { failure } from './failures.ts';
import { SNAPSHOT_LIMITS, type SnapshotLimits } from './limits.ts';
import { type Answer, METHODS, type Method, type Opened, type Request, type WorkerInput } from './rpc.ts';

/** Beside this file: the worker's source, or, once built, its bundle. */
const WORKER = import.meta.url.endsWith('.ts') ? './worker.ts' : './store-worker.js';

/** Starts the store's worker thread on a library; see OpenStore. `limits`: when a snapshot is due. */
export const openStore = async (
  folder: string,
  limits: SnapshotLimits = SNAPSHOT_LIMITS,
): Promise<Result<Store & { readonly problem: ErrorCode | null }>> => {
  const workerData: WorkerInput = { folder, limits };
  // Of main's own switches (an inspector, a preloaded module) the worker takes none.
  const options = { workerData, name: 'store', execArgv: [] };
  const worker = new Worker(new URL(WORKER, import.meta.url), options);
  const { opened } = await firstMessage(worker);
  return opened.ok ? { ok: true, value: proxy(worker, opened.value.problem) } : opened;
};
openStore satisfies OpenStore;

/** Rejects when the worker fails or ends before it has said how the opening went. */
const firstMessage = (worker: Worker): Promise<Opened> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the store's worker ended with ${code}`)));
  });

type Pending = { method: Method; resolve: (value: unknown) => void; reject: (error: Error) => void };

/** The store as promises. Should the worker die, what waits and what comes later fails as diskError: nothing hangs. */
function proxy(worker: Worker, problem: ErrorCode | null): Store & { readonly problem: ErrorCode | null } {
  const waiting = new Map<number, Pending>();
  let lastId = 0;
  let dead: string | null = null;

  const die = (reason: string) => {
    dead ??= reason;
    for (const pending of waiting.values()) fail(pending, dead);
    waiting.clear();
  };
  worker.on('error', (error) => die(`the store's worker failed: ${error}`));
  worker.on('messageerror', (error) => die(`the store's worker failed: ${error}`));
  worker.on('exit', () => die('the store is closed'));
  worker.on('message', (answer: Answer) => {
    const pending = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) pending?.resolve(answer.value);
    else pending?.reject(Object.assign(new Error(answer.error), { code: answer.failure?.code ?? 'internal' }));
  });

  const call = (method: Method, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const pending: Pending = { method, resolve, reject };
      if (dead !== null) return fail(pending, dead);
      const request: Request = { id: ++lastId, method, args };
      worker.postMessage(request); // throws on what cannot be cloned: the promise rejects
      waiting.set(request.id, pending);
    });

  const methods = Object.fromEntries(
    (Object.keys(METHODS) as Method[]).map((method) => [method, (...args: unknown[]) => call(method, args)]),
  ) as unknown as Store;
  const close = async () => {
    if (dead !== null) return;
    const ended = once(worker, 'exit');
    await methods.close();
    await ended;
  };
  return { ...methods, close, problem };
}

function fail({ method, resolve, reject }: Pending, reason: string): void {
  if (METHODS[method] === 'result') resolve(failure('diskError', reason));
  else reject(Object.assign(new Error(reason), { code: 'diskError' }));
}
