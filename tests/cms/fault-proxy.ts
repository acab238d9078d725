import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What happens to a request instead of its answer. `forward` first lets the server behind do what was asked: the answer
 * is then lost (`cut`), or replaced by another one. `at once`: cut before the body has come; `within the answer`: after half of it.
 */
export type Fault = {
  forward?: boolean;
  /** Passed on only then, long after it was answered: a request that waited in the server's queue. */
  late?: Promise<unknown>;
  delayMs?: number;
} & (
  | { cut: true | 'at once' | 'within the answer' }
  | { status: number; headers?: Record<string, string>; body?: string }
);
/** A request as the proxy saw it: its place in the order, counted from 0. */
export type Seen = { index: number; method: string; path: string; authorized: boolean };
export type FaultProxy = {
  url: string;
  seen: Seen[];
  /** Asked for each request; what it gives happens. Null: none. */
  fault: ((request: Seen) => Fault | undefined) | null;
  /** The most requests there ever were at the same time. */
  atOnce: number;
  /** Awaited before a request is passed on. Null: nothing. */
  before: ((request: Seen) => unknown) | null;
  /** Awaited before an answer is passed on. Null: nothing. */
  after: ((request: Seen) => unknown) | null;
  /** Forgets what it saw. */
  reset(): void;
  close(): Promise<void>;
};

/** A reverse proxy on loopback that fails as told; without a target, every request must be answered by a fault. */
export async function startFaultProxy(target?: string, port = 0): Promise<FaultProxy> {
  let running = 0;
  const server = createServer((incoming, outgoing) => {
    running += 1;
    proxy.atOnce = Math.max(proxy.atOnce, running);
    outgoing.once('close', () => {
      running -= 1;
    });
    void handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  const proxy: FaultProxy = {
    url: '',
    seen: [],
    fault: null,
    atOnce: 0,
    before: null,
    after: null,
    reset() {
      proxy.seen = [];
      proxy.atOnce = 0;
      proxy.fault = null;
      proxy.before = null;
      proxy.after = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = incoming;
    const seen = {
      index: proxy.seen.length,
      method,
      path: decodeURIComponent(url),
      authorized: !!incoming.headers.authorization,
    };
    proxy.seen.push(seen);
    const fault = proxy.fault?.(seen);
    if (fault && 'cut' in fault && fault.cut === 'at once') return void incoming.socket.destroy();
    const body = Buffer.concat(await incoming.toArray());
    await proxy.before?.(seen);
    if (fault?.late) void fault.late.then(() => forward(incoming, body));
    if (fault?.delayMs) await wait(fault.delayMs);
    const answer = !fault || fault.forward ? await forward(incoming, body) : null;
    if (answer) await proxy.after?.(seen);
    if (!fault && answer) outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    else if (answer && fault && 'cut' in fault && fault.cut === 'within the answer')
      outgoing
        .writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
        .write(answer.body.subarray(0, answer.body.length >> 1), () => incoming.socket.destroy());
    else if (!fault || 'cut' in fault) incoming.socket.destroy();
    else
      outgoing
        .writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers })
        .end(fault.body ?? '<html></html>');
  }

  async function forward(incoming: IncomingMessage, body: Buffer) {
    if (!target) throw new Error('there is no server behind this proxy');
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const { 'transfer-encoding': _, ...headers } = incoming.headers;
    const onward = request(new URL(incoming.url ?? '/', target), {
      method: incoming.method,
      headers: { ...headers, host: new URL(target).host, connection: 'close', 'content-length': body.length },
    });
    onward.once('response', resolve).once('error', reject).end(body);
    const answer = await promise;
    const { connection: __, 'transfer-encoding': ___, ...rest } = answer.headers;
    return { status: answer.statusCode ?? 502, headers: rest, body: Buffer.concat(await answer.toArray()) };
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}
