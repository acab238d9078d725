import { Worker } from 'node:worker_threads';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { Answer, Method, Opened, Request, WorkerInput } from './rpc.ts';

/** One worker thread with one open library, from its start to its end. */
export type Connection = {
  readonly problem: ErrorCode | null;
  /** Why it is over; null while it lives. */
  readonly ended: string | null;
  /** Rejects with Ended when the worker ends before it has answered: nobody knows then whether it was done. */
  call(method: Method, args: unknown[]): Promise<unknown>;
  /** Resolves when the worker has ended, and with it its hold on the folder. */
  readonly end: Promise<void>;
};

/** The worker's end, before it had answered. */
export class Ended extends Error {}

type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** Starts a worker on a library. Rejects with Ended when it dies before it has said how the opening went. */
export async function connect(file: URL, input: WorkerInput): Promise<Result<Connection>> {
  // Of main's own switches (an inspector, a preloaded module) the worker takes none.
  const worker = new Worker(file, { workerData: input, name: 'store', execArgv: [] });
  const waiting = new Map<number, Pending>();
  let lastId = 0;
  let reason = 'the store is closed';
  let ended: string | null = null;
  const fail = (error: Error) => {
    reason = `the store's worker failed: ${error}`;
  };
  worker.on('error', fail);
  worker.on('messageerror', (error) => {
    fail(error);
    void worker.terminate();
  });
  // Only now has the thread let go of its files; an `error` alone comes before that.
  const end = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      ended = reason;
      for (const { reject } of waiting.values()) reject(new Ended(reason));
      waiting.clear();
      resolve();
    });
  });
  const { opened } = await new Promise<Opened>((resolve, reject) => {
    worker.once('message', resolve);
    void end.then(() => reject(new Ended(reason)));
  });
  if (!opened.ok) {
    await end;
    return opened;
  }
  worker.on('message', (answer: Answer) => {
    const pending = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) pending?.resolve(answer.value);
    else pending?.reject(Object.assign(new Error(answer.error), { code: answer.failure?.code ?? 'internal' }));
  });
  const call = (method: Method, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended !== null) throw new Ended(ended);
      const request: Request = { id: ++lastId, method, args };
      worker.postMessage(request); // throws on what cannot be cloned: the promise rejects
      waiting.set(request.id, { resolve, reject });
    });
  return {
    ok: true,
    value: {
      problem: opened.value.problem,
      get ended() {
        return ended;
      },
      call,
      end,
    },
  };
}
