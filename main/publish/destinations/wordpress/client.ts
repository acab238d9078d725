import type { z } from '../../../../story/zod.ts';
import type { Http } from '../../http.ts';
import { listening, parsed, READER_MS, readersPage } from '../answer.ts';
import type { Page } from '../readers.ts';
import type { Outcome } from '../types.ts';
import { findRoot, type Root } from './address.ts';
import { type Refusal, troubleOf } from './errors.ts';

export type Query = Record<string, string>;
export type File = { bytes: Uint8Array; type: string; headers: Record<string, string> };

/** WordPress's REST API for one account (https://developer.wordpress.org/rest-api/reference/). */
export type WordPress = {
  root: Root;
  /** Reads a route with context=edit, unless the query says another, which WordPress gives to no stranger: a lost login cannot pass for an empty answer. */
  read<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<Outcome<T>>;
  /** Writes JSON, or a file's bytes, to a route. Not repeatable unless the route is one thing's own. */
  write<T>(
    path: string,
    schema: z.ZodType<T>,
    body: Record<string, unknown> | File,
    query?: Query,
  ): Promise<{ ok: true; value: T } | Refusal>;
  /** The site's clock, from its last answer, in milliseconds since 1970; null: it has not said. */
  clock(): number | null;
  /** A page of the site's as any reader gets it, signed in as nobody. */
  page(url: string): Promise<Outcome<Page>>;
  /** A file as any reader gets it, signed in as nobody. */
  file(url: string): Promise<Outcome<Uint8Array>>;
};
/** Bytes of a picture that is looked at, at most. */
const MAX_PICTURE = 4 * 1024 * 1024;

export type Login = { url: string; user: string; password: string };

/**
 * Finds the site's API and signs in to nothing yet: each request carries the application password (RFC 7617, UTF-8). In
 * `roots` are those found before, by address; one that does not answer like one any more is the caller's to forget.
 */
export async function connect(
  http: Http,
  login: Login,
  signal?: AbortSignal,
  roots?: Map<string, Root>,
): Promise<Outcome<WordPress>> {
  const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`, 'utf8').toString('base64')}`;
  const known = roots?.get(login.url);
  const root: Outcome<Root> = known
    ? { ok: true, value: known }
    : await findRoot(http, login.url, authorization, signal);
  if (!root.ok) return root;
  if (!root.value.passwords) return { ok: false, code: 'passwordsOff' };
  roots?.set(login.url, root.value);
  const { route } = root.value;
  const listener = listening(http, signal);
  const { clock, request } = listener;
  return {
    ok: true,
    value: {
      root: root.value,
      clock,
      async read(path, schema, query) {
        const url = route(path, { context: 'edit', ...query });
        const answer = await request({ method: 'GET', url, headers: { authorization } });
        return answer.ok ? parsed(answer.value, schema, troubleOf) : answer;
      },
      async write(path, schema, body, query) {
        const url = route(path, { ...query, context: 'edit' });
        const sent = isFile(body)
          ? { body: body.bytes, headers: { ...body.headers, 'content-type': body.type } }
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
        const headers = { ...sent.headers, authorization };
        const answer = await request({ method: 'POST', url, headers, body: sent.body });
        return answer.ok ? parsed(answer.value, schema, troubleOf) : answer;
      },
      async page(url) {
        if (!isOf(root.value.site, url)) return { ok: false, code: 'redirected', detail: url };
        return readersPage(listener, url);
      },
      async file(url) {
        const answer = await request({ method: 'GET', url, maxBytes: MAX_PICTURE, timeoutMs: READER_MS });
        if (!answer.ok) return answer;
        return answer.value.status === 200 ? { ok: true, value: answer.value.body } : troubleOf(answer.value);
      },
    },
  };
}

/** A site's pages are on its own host, with or without www. */
function isOf(site: string, url: string): boolean {
  const [home, page] = [site, url].map((one) => URL.parse(one)?.hostname.replace(/^www\./, ''));
  return home !== undefined && home === page;
}

const isFile = (body: Record<string, unknown> | File): body is File => body.bytes instanceof Uint8Array;
