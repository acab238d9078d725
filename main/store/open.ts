import type { ErrorCode, Result } from '../../preload/contract.ts';
import type { OpenStore, Store } from './api.ts';
import { type Connection, connect, Ended } from './connection.ts';
import { failure } from './failures.ts';
import { SNAPSHOT_LIMITS, type SnapshotLimits } from './limits.ts';
import { METHODS, type Method, type WorkerInput } from './rpc.ts';

/** Beside this file: the worker's source, or, once built, its bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './store-worker.js', import.meta.url);

/** A worker that dies so often within a minute is not started again until the minute is over. */
const MOST_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

type OpenedStore = Store & { readonly problem: ErrorCode | null };

/** Starts the store's worker thread on a library; see OpenStore. `limits`: when a snapshot is due. `worker`: its file. */
export const openStore = async (
  folder: string,
  limits: SnapshotLimits = SNAPSHOT_LIMITS,
  worker: URL = WORKER,
): Promise<Result<OpenedStore>> => {
  const input: WorkerInput = { folder, limits };
  const first = await connect(worker, input);
  return first.ok ? { ok: true, value: proxy(first.value, () => connect(worker, input)) } : first;
};
openStore satisfies OpenStore;

/**
 * The store as promises. Should its worker die, what waits fails as diskError, and the next call opens the library anew in
 * another worker; one that dies again and again: storeFailed.
 */
function proxy(first: Connection, connectAgain: () => Promise<Result<Connection>>): OpenedStore {
  let connection = first;
  let opening: Promise<Result<Connection>> | null = null;
  let closed = false;
  const deaths: number[] = [];
  /** By story: the number after which a record was sent whose answer was lost with its worker. */
  const unanswered = new Map<string, number>();

  async function reopen(): Promise<Result<Connection>> {
    const at = performance.now();
    while (deaths[0] !== undefined && deaths[0] < at - DEATHS_WITHIN_MS) deaths.shift();
    if (deaths.length >= MOST_DEATHS) return failure('storeFailed', connection.ended ?? undefined);
    deaths.push(at);
    try {
      const again = await connectAgain();
      if (again.ok) connection = again.value;
      return again;
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      return failure('diskError', error.message);
    }
  }
  const connected = async (): Promise<Result<Connection>> => {
    if (closed) return failure('diskError', 'the store is closed');
    if (connection.ended === null) return { ok: true, value: connection };
    opening ??= reopen().finally(() => {
      opening = null;
    });
    return opening;
  };

  async function call(method: Method, args: unknown[]): Promise<unknown> {
    const to = await connected();
    if (!to.ok) return fail(method, to.code, to.detail);
    const isRecord = method === 'appendRecord';
    const [id, after] = args as Parameters<Store['appendRecord']>;
    const given = isRecord && unanswered.get(id) === after ? [...args, true] : args;
    try {
      const answer = await to.value.call(method, given);
      if (isRecord && (answer as Result<unknown>).ok) unanswered.delete(id);
      return answer;
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      if (isRecord) unanswered.set(id, after);
      return fail(method, 'diskError', error.message);
    }
  }

  const methods = Object.fromEntries(
    (Object.keys(METHODS) as Method[]).map((method) => [method, (...args: unknown[]) => call(method, args)]),
  ) as unknown as Store;
  const close = async () => {
    if (closed) return;
    await opening;
    const last = connection.ended === null ? methods.close() : null;
    closed = true;
    await last;
    await connection.end;
  };
  return {
    ...methods,
    close,
    get problem() {
      return connection.problem;
    },
  };
}

function fail(method: Method, code: ErrorCode, detail?: string): Result<never> {
  if (METHODS[method] === 'result') return failure(code, detail);
  throw Object.assign(new Error(detail ?? code), { code });
}
