import { z } from '../../../../story/zod.ts';
import type { Http, HttpAnswer, HttpRequest } from '../../http.ts';
import { typedAddress } from '../address.ts';
import { listening, parsed, readersPage } from '../answer.ts';
import { multipart } from '../multipart.ts';
import type { Page } from '../readers.ts';
import type { Outcome } from '../types.ts';
import { troubleOf } from './errors.ts';
import { parseKey, tokenOf } from './token.ts';

export type Query = Record<string, string>;
export type Upload = { name: string; bytes: Uint8Array; type: string; ref: string };

/** Ghost's Admin API for one key (https://docs.ghost.org/admin-api/). Every request carries a new token. */
export type Ghost = {
  /** As the site says it is called, and where it is. */
  site: { title: string; url: string };
  read<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<Outcome<T>>;
  /** Writes JSON. A POST is not repeatable. */
  write<T>(
    method: 'POST' | 'PUT',
    path: string,
    schema: z.ZodType<T>,
    body: unknown,
    query?: Query,
  ): Promise<Outcome<T>>;
  /** Sends an image (multipart). Not repeatable: a name that is taken gets a number. */
  upload<T>(path: string, schema: z.ZodType<T>, file: Upload): Promise<Outcome<T>>;
  /** A page of the site as any reader gets it, signed in as nobody. */
  page(url: string): Promise<Outcome<Page>>;
  /** A file of the site as any reader gets it, signed in as nobody (no bytes of HEAD); null where there is none. */
  file(url: string, method?: 'GET' | 'HEAD'): Promise<Outcome<Uint8Array | null>>;
  /** The site's clock, from its last answer, in milliseconds since 1970; null: it has not said. */
  clock(): number | null;
};

const siteSchema = z.object({
  site: z.object({ title: z.string(), url: z.string(), version: z.string().regex(/^\d+\.\d+/) }),
});
/** Bytes of a picture that is looked at, at most. */
const MAX_PICTURE = 64 * 1024 * 1024;

/** The site's address; one of Ghost's own pages may stand behind it. Null where it is no address. */
export const ghostAddress = (typed: string): URL | null => typedAddress(typed, /\/ghost(\/.*)?$/);

/**
 * Asks the site who it is, as nobody, and for its clock: a token is good for five minutes of the site's own time, and this
 * machine's clock may be wrong.
 */
export async function connect(
  http: Http,
  { url: typed, secret }: { url: string; secret: string },
  signal?: AbortSignal,
): Promise<Outcome<Ghost>> {
  const address = ghostAddress(typed);
  if (!address) return { ok: false, code: 'badAddress' };
  const key = parseKey(secret);
  if (!key) return { ok: false, code: 'keyRefused', stop: true, detail: 'not an Admin API key (id:secret)' };
  const root = new URL('ghost/api/admin/', address);
  const site = listening(http, signal);
  const { clock, request } = site;
  const hello = await request({ method: 'GET', url: new URL('site/', root).href, keepRedirect: true });
  if (!hello.ok) return hello;
  const found = siteSchema.safeParse(hello.value.json());
  if (hello.value.status !== 200 || !found.success) return strange(address, hello.value);
  const { title, url, version } = found.data.site;
  const ask = async <T>(asked: HttpRequest, path: string, schema: z.ZodType<T>, query: Query = {}) => {
    const authorization = `Ghost ${tokenOf(key, clock() ?? Date.now())}`;
    const headers = { ...asked.headers, authorization, 'accept-version': `v${version}` };
    const to = new URL(path, root);
    for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
    const answer = await request({ ...asked, url: to.href, headers });
    return answer.ok ? parsed(answer.value, schema, troubleOf) : answer;
  };
  return {
    ok: true,
    value: {
      site: { title, url: ghostAddress(url)?.href ?? address.href },
      clock,
      read: (path, schema, query) => ask({ method: 'GET', url: '' }, path, schema, query),
      write: (method, path, schema, body, query) =>
        ask(
          { method, url: '', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
          path,
          schema,
          query,
        ),
      upload: (path, schema, file) => ask({ method: 'POST', url: '', ...form(file) }, path, schema),
      async page(of) {
        // What a site names is asked for only where the site is.
        if (URL.parse(of)?.hostname !== URL.parse(url)?.hostname) return { ok: false, code: 'redirected', detail: of };
        return readersPage(site, of);
      },
      async file(of, method = 'GET') {
        const answer = await request({ method, url: of, maxBytes: MAX_PICTURE });
        if (!answer.ok) return answer;
        if (answer.value.status === 404) return { ok: true, value: null };
        return answer.value.status === 200 ? { ok: true, value: answer.value.body } : troubleOf(answer.value);
      },
    },
  };
}

/** What answers is no Ghost, or has its troubles. */
function strange(address: URL, answer: HttpAnswer): Outcome<never> {
  const { status, headers } = answer;
  if (status >= 500 || status === 429) return troubleOf(answer);
  const to = status >= 300 && status < 400 && headers.location ? URL.parse(headers.location, address) : null;
  if (to) return { ok: false, code: 'redirected', stop: true, detail: ghostAddress(to.href)?.href ?? to.href };
  const detail = `${address.host}: ${status} ${headers['content-type'] ?? ''}`;
  return { ok: false, code: 'notGhost', stop: true, detail };
}

/** Its boundary is made of the photo's own key. */
function form({ name, bytes, type, ref }: Upload): Pick<HttpRequest, 'headers' | 'body'> {
  const { contentType, body } = multipart(ref, [
    { name: 'ref', text: ref },
    { name: 'file', file: name, type, bytes },
  ]);
  return { headers: { 'content-type': contentType }, body };
}
