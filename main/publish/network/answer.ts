import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { networkFailure } from '../http-errors.ts';

type Headers = Record<string, string | string[] | undefined>;

/** An answer out of what came over the line; `maxBytes`: of its body, unpacked. */
export function answerOf(status: number, headers: Headers, body: Buffer, maxBytes: number): HttpAnswer {
  const bytes = unpacked(body, headers['content-encoding'], maxBytes);
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    ),
    body: bytes,
    text: () => bytes.toString('utf8'),
    json() {
      try {
        return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
      } catch {
        return undefined;
      }
    },
  };
}

/** Some servers pack though asked not to. */
function unpacked(bytes: Buffer, encoding: string | string[] | undefined, maxOutputLength: number): Buffer {
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[
    `${encoding}`
  ];
  return unpack && bytes.length > 0 ? unpack(bytes, { maxOutputLength }) : bytes;
}

export const tooLong = (maxBytes: number) =>
  Object.assign(new Error(`the answer is longer than ${maxBytes} bytes`), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });

/** Where a read goes on to: within its own origin alone, so that nobody else ever gets what is meant for this server. */
export function followed({ method, stranger, keepRedirect }: HttpRequest, from: URL, answer: HttpAnswer): URL | null {
  if (stranger || keepRedirect || (method !== 'GET' && method !== 'HEAD')) return null;
  if (![301, 302, 303, 307, 308].includes(answer.status) || !answer.headers.location) return null;
  const to = URL.parse(answer.headers.location, from);
  return to && to.origin === from.origin && !to.username && !to.password ? to : null;
}

/** How an exchange without an answer ended, for the log: our code, and the network's own name for it. */
export function endedBy(error: unknown, signal: AbortSignal): string {
  if (signal.aborted)
    return signal.reason instanceof Error && signal.reason.name === 'TimeoutError' ? 'timeout' : 'cancelled';
  const failure = networkFailure(error);
  const name = /^[A-Z][A-Z0-9_]+(?=:)/.exec(failure?.detail ?? '')?.[0];
  return `${failure?.code ?? 'internal'}${name ? ` (${name})` : ''}`;
}
