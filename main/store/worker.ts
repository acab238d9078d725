import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failures.ts';
import { whenIdle } from './idle.ts';
import { type Library, openLibrary } from './library.ts';
import { type Answer, METHODS, type Opened, type Request, type WorkerInput } from './rpc.ts';

// The store's worker thread: one library, one request at a time. An answer leaves only after its method has returned,
// that is after its COMMIT.
const port = parentPort;
if (!port) throw new Error('store: worker.ts runs in a worker thread');
const { folder, limits } = workerData as WorkerInput;
const library = openLibrary(folder, limits);
const opened: Opened = { opened: library.ok ? { ok: true, value: { problem: library.value.problem } } : library };
port.postMessage(opened);

if (library.ok) {
  const idle = whenIdle(() => tidied(library.value));
  port.on('message', (request: Request) => {
    const answer = answerTo(library.value, request);
    port.postMessage(answer);
    idle.busy();
    if (request.method === 'close') {
      idle.stop();
      port.close();
    }
  });
}

/** Tidying is never worth the store: whatever goes wrong in it is told, and left. */
function tidied(opened: Library): boolean {
  try {
    return opened.tidy();
  } catch (error) {
    console.error('store:', error);
    return false;
  }
}

function answerTo({ methods }: Library, { id, method, args }: Request): Answer {
  try {
    const run = methods[method] as (...args: unknown[]) => unknown;
    return { id, value: run(...args) };
  } catch (error) {
    const known = failureOf(error);
    if (known && METHODS[method] === 'result') return { id, value: known };
    return { id, error: String(error instanceof Error ? error.stack : error), failure: known };
  }
}
