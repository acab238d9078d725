import type { z } from '../../../story/zod.ts';
import type { Http, HttpAnswer, HttpRequest } from '../http.ts';
import type { Outcome, Trouble } from './types.ts';

/** A connection to one server, which tells the time by its answers. */
export type Listening = {
  request(asked: Omit<HttpRequest, 'signal'>): ReturnType<Http['request']>;
  /** The server's clock, by its last answer's Date and the time since, in milliseconds since 1970; null: it has not said. */
  clock(): number | null;
};

export function listening(http: Http, signal?: AbortSignal): Listening {
  let heard: { date: number; at: number } | null = null;
  return {
    clock: () => heard && heard.date + (performance.now() - heard.at),
    async request(asked) {
      const answer = await http.request({ ...asked, signal });
      const date = answer.ok ? Date.parse(answer.value.headers.date ?? '') : Number.NaN;
      if (!Number.isNaN(date)) heard = { date, at: performance.now() };
      return answer;
    },
  };
}

/** A successful answer's JSON, if it is as expected; else what it means. */
export function parsed<T, R extends Trouble>(
  answer: HttpAnswer,
  schema: z.ZodType<T>,
  troubleOf: (answer: HttpAnswer) => R,
): { ok: true; value: T } | Trouble | R {
  if (answer.status < 200 || answer.status >= 300) return troubleOf(answer);
  const read = schema.safeParse(answer.json());
  if (read.success) return { ok: true, value: read.data };
  const issue = read.error.issues[0];
  const detail = `${answer.status} ${answer.headers['content-type'] ?? ''}: ${issue?.path.join('.')} ${issue?.message}`;
  return { ok: false, code: 'badAnswer', detail: detail.slice(0, 300) };
}

/** Bytes of a page that is looked at, at most; milliseconds that readers' things are waited for. */
const MAX_PAGE = 4 * 1024 * 1024;
export const READER_MS = 20_000;

/** A page as any reader gets it, signed in as nobody; past the caches that heed it. */
export async function readersPage(
  { request }: Listening,
  url: string,
): Promise<Outcome<{ url: string; status: number; html: string }>> {
  const headers = { accept: 'text/html', 'cache-control': 'no-cache' };
  const answer = await request({ method: 'GET', url, headers, maxBytes: MAX_PAGE, timeoutMs: READER_MS });
  if (!answer.ok) return answer;
  return { ok: true, value: { url, status: answer.value.status, html: answer.value.text() } };
}

/** Retry-After (RFC 9110, 10.2.3), in milliseconds: seconds, or a date, which is read against the server's own clock. */
export function retryAfterMs(answer: Pick<HttpAnswer, 'headers'>, now = Date.now()): number | undefined {
  const said = answer.headers['retry-after']?.trim();
  if (!said) return undefined;
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const at = Date.parse(said);
  if (Number.isNaN(at)) return undefined;
  const serverNow = Date.parse(answer.headers.date ?? '');
  return Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow));
}
