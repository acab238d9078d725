import { once } from 'node:events';
import type { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import type { Failure, Result } from '../../preload/contract.ts';
import { isLoopback } from '../../story/text/loopback.ts';
import { networkFailure } from './http-errors.ts';
import { answerOf, endedBy, followed, tooLong } from './network/answer.ts';
import type { RequestLog } from './network/log.ts';
import { isPrivateAddress, isPrivateHost, publicLookup } from './public-address.ts';

export type HttpRequest = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /**
   * The most milliseconds for the whole exchange. Default: 60 s; with a body 5 min (slow servers work on a photo for
   * minutes), and a second more for each 16 KB of it (slow lines).
   */
  timeoutMs?: number;
  /** The most bytes of an answer, unpacked. Default 8 MiB. */
  maxBytes?: number;
  signal?: AbortSignal;
  /**
   * An address that a story names, not one that the person has set up: http is allowed, but nothing outside the public
   * internet (`privateAddress`), and of the answer only status and headers are read. A proxy looks names up by itself; then
   * only what the address says is checked.
   */
  stranger?: boolean;
  /** Past every proxy: what is for this very computer, which a proxy would take for its own. */
  direct?: boolean;
  /** A read whose redirect is itself the answer: whoever asks wants to know that there is one. */
  keepRedirect?: boolean;
};
export type HttpAnswer = {
  status: number;
  /** Names in lower case; repeated ones joined by ", ". */
  headers: Record<string, string>;
  body: Uint8Array;
  text(): string;
  /** The body as JSON; undefined where it is not JSON. */
  json(): unknown;
};
export interface Http {
  /**
   * One request, one answer, whatever its status. A read (GET, HEAD) follows redirects within its own origin, five at
   * most; any other redirect is an answer: a write through one would arrive as a read, and a password would go astray.
   * Failures: badAddress, insecureAddress, privateAddress, offline, notFoundHost, refused, timeout, certificate, badAnswer, cancelled.
   * After any but the first three the server may have done what was asked: look before asking again.
   */
  request(request: HttpRequest): Promise<Result<HttpAnswer>>;
  /** Cuts every running request (`cancelled`) and closes all connections. */
  close(): Promise<void>;
}
export type HttpOptions = {
  /** The system's proxy for an address, as Electron's `resolveProxy` puts it: "DIRECT", "PROXY host:port; DIRECT"… */
  proxyFor?: (url: string) => Promise<string>;
  /** Certificate authorities (PEM) to trust besides the usual ones, asked for at each request; the same array while they stay. */
  ca?: string | (() => readonly string[]);
  log?: Pick<RequestLog, 'write'>;
  /** What counts as private, and how names are looked up for strangers; tests say otherwise. */
  isPrivate?: (address: string) => boolean;
  lookup?: LookupFunction;
};

const CONNECT_MS = 20_000;
const READ_MS = 60_000;
const WRITE_MS = 300_000;
const MAX_BYTES = 8 * 1024 * 1024;
const MOST_REDIRECTS = 5;

/** The only door to the network. */
export function createHttp({ proxyFor, ca, log, isPrivate = isPrivateAddress, lookup }: HttpOptions = {}): Http {
  const own = typeof ca === 'function' ? ca : () => only;
  const only: readonly string[] = typeof ca === 'string' ? [ca] : [];
  let trusted = own();
  let dispatchers = new Map<string, Dispatcher>();
  const closing = new AbortController();

  /** Connections that another list of authorities vouched for are used no more; what runs on them ends in peace. */
  function renew(): void {
    const now = own();
    if (now === trusted) return;
    trusted = now;
    for (const old of dispatchers.values()) old.close().catch(() => undefined);
    dispatchers = new Map();
  }

  /** One pool for the direct way, one for each proxy; strangers have their own. */
  function dispatcherFor(proxy: string, stranger: boolean): Dispatcher {
    renew();
    const key = `${stranger} ${proxy}`;
    let found = dispatchers.get(key);
    if (!found) {
      const tls = trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {};
      found = makeDispatcher(proxy, stranger ? { ...tls, lookup: publicLookup(isPrivate, lookup) } : tls);
      dispatchers.set(key, found);
    }
    return found;
  }

  /** One exchange, and its line in the log. Rejects with what the network said. */
  async function exchanged(request: HttpRequest, url: URL, proxy: string, signal: AbortSignal, timeoutMs: number) {
    const from = performance.now();
    const write = (outcome: string, received: number) =>
      log?.write({
        ...{ method: request.method, url: url.href, outcome, received, ms: performance.now() - from },
        sent: request.body === undefined ? 0 : Buffer.byteLength(request.body),
      });
    try {
      const { answer, received } = await exchange(
        dispatcherFor(proxy, request.stranger ?? false),
        ...([request, url, signal, timeoutMs] as const),
      );
      write(String(answer.status), received);
      return answer;
    } catch (error) {
      write(endedBy(error, signal), 0);
      throw error;
    }
  }

  return {
    async request(request) {
      const { stranger = false } = request;
      const address = allowedAddress(request.url, stranger);
      if (!address.ok) return address;
      if (stranger && isPrivateHost(address.value.hostname, isPrivate))
        return { ok: false, code: 'privateAddress', detail: address.value.host };
      const timeoutMs = request.timeoutMs ?? patience(request.body);
      const late = AbortSignal.timeout(timeoutMs);
      const signal = AbortSignal.any([late, closing.signal, ...(request.signal ? [request.signal] : [])]);
      if (signal.aborted) return { ok: false, code: 'cancelled' };
      try {
        const proxy =
          proxyFor && !request.direct ? firstProxy(await orAbort(proxyFor(address.value.href), signal)) : 'DIRECT';
        let url = address.value;
        let answer = await exchanged(request, url, proxy, signal, timeoutMs);
        for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
          const next = followed(request, url, answer);
          if (!next) break;
          url = next;
          answer = await exchanged(request, url, proxy, signal, timeoutMs);
        }
        return { ok: true, value: answer };
      } catch (error) {
        if (late.aborted && !closing.signal.aborted && !request.signal?.aborted)
          return { ok: false, code: 'timeout', detail: `no answer within ${timeoutMs / 1000} s` };
        const failure = signal.aborted ? ({ ok: false, code: 'cancelled' } as Failure) : networkFailure(error);
        if (!failure) throw error;
        return failure;
      }
    },
    async close() {
      closing.abort();
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
      dispatchers.clear();
    },
  };
}

async function exchange(
  dispatcher: Dispatcher,
  { method, headers, body, maxBytes = MAX_BYTES, stranger }: HttpRequest,
  url: URL,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<{ answer: HttpAnswer; received: number }> {
  const answer = await dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers: {
      'user-agent': 'Copydesk',
      accept: 'application/json, */*;q=0.5',
      'accept-encoding': 'identity',
      ...headers,
    },
    body: body ?? null,
    signal,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const parts: Uint8Array[] = [];
  let size = 0;
  if (stranger) answer.body.on('error', () => undefined).destroy();
  else
    for await (const part of answer.body) {
      size += part.length;
      if (size > maxBytes) throw tooLong(maxBytes);
      parts.push(part);
    }
  return { received: size, answer: answerOf(answer.statusCode, answer.headers, Buffer.concat(parts), maxBytes) };
}

/** The promise's value; rejects once the signal fires: a proxy's script may never answer. */
const orAbort = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([promise, once(signal, 'abort').then(() => signal.throwIfAborted() as never)]);

/** Milliseconds; a byte takes a slow line a sixteenth of one. */
const patience = (body: HttpRequest['body']): number =>
  body === undefined ? READ_MS : WRITE_MS + Math.ceil(body.length / 16);

/** https, or http to this very machine (or to a stranger); never with a name or password inside the address. */
function allowedAddress(text: string, stranger: boolean): Result<URL> {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { ok: false, code: 'badAddress' };
  if (url.protocol === 'http:' && !stranger && !isLoopback(url.hostname))
    return { ok: false, code: 'insecureAddress', detail: url.host };
  return { ok: true, value: url };
}

/** Of a list such as "PROXY a:80; DIRECT", the first entry: the system's first choice. */
const firstProxy = (list: string): string => list.split(';')[0]?.trim() || 'DIRECT';

function makeDispatcher(proxy: string, tls: { ca?: string[]; lookup?: LookupFunction }): Dispatcher {
  const connect = { ...tls, timeout: CONNECT_MS, allowH2: false };
  const [kind = 'DIRECT', host = ''] = proxy.split(/\s+/);
  switch (kind.toUpperCase()) {
    case 'PROXY':
    case 'HTTP':
      return new ProxyAgent({ uri: `http://${host}`, requestTls: connect });
    case 'HTTPS':
      return new ProxyAgent({ uri: `https://${host}`, requestTls: connect });
    case 'SOCKS':
    case 'SOCKS5':
      return new Socks5ProxyAgent(`socks5://${host}`, { requestTls: connect });
    default:
      return new Agent({ connect });
  }
}
