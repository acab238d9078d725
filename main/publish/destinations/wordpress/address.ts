import { decodeEntities } from '../../../../story/formats/wordpress/entities.ts';
import { z } from '../../../../story/zod.ts';
import type { Http, HttpAnswer } from '../../http.ts';
import { typedAddress } from '../address.ts';
import type { Outcome } from '../types.ts';
import { troubleOf } from './errors.ts';

/** The REST API of a site: where it is, and what its index says. */
export type Root = {
  /** The address of a route such as "wp/v2/posts". */
  route(path: string, query?: Record<string, string>): string;
  /** The site's own address, as a person gave it. */
  site: string;
  siteName: string;
  /** Whether the site takes application passwords. */
  passwords: boolean;
};

const indexSchema = z.object({
  name: z.string(),
  namespaces: z.array(z.string()),
  // An empty list where there is no way in (PHP's empty array), else an object.
  authentication: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
});

/** The site's address; a page of WordPress's own may stand behind it. Null where it is no address. */
export const siteAddress = (typed: string): URL | null =>
  typedAddress(typed, /\/(wp-admin|wp-json|wp-login\.php|index\.php)(\/.*)?$/);

/**
 * Finds the REST API of a site (https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/): pretty
 * addresses, plain ones, then the page's own Link header. Only reads; a redirect is told, not followed, since a write
 * through it would arrive as a read. `authorization` is sent only where the site's index is closed to strangers.
 */
export async function findRoot(
  http: Http,
  typed: string,
  authorization: string,
  signal?: AbortSignal,
): Promise<Outcome<Root>> {
  const site = siteAddress(typed);
  if (!site) return { ok: false, code: 'badAddress' };
  const pretty = new URL('wp-json/', site);
  const plain = new URL('?rest_route=/', site);
  let redirect: string | null = null;
  let seen = '';
  const tryIndex = async (address: URL, build: Root['route']): Promise<Outcome<Root> | null> => {
    let answer = await http.request({ method: 'GET', url: address.href, keepRedirect: true, signal });
    if (answer.ok && (answer.value.status === 401 || answer.value.status === 403) && answer.value.json() !== undefined)
      answer = await http.request({
        method: 'GET',
        url: address.href,
        headers: { authorization },
        keepRedirect: true,
        signal,
      });
    if (!answer.ok) return answer;
    const { status, headers } = answer.value;
    if (status >= 500 || status === 429) return troubleOf(answer.value);
    if (status >= 300 && status < 400) redirect ??= redirectTarget(address, headers.location);
    const index = indexSchema.safeParse(answer.value.json());
    seen = `${status} ${headers['content-type'] ?? ''}`;
    if (status !== 200 || !index.success || !index.data.namespaces.includes('wp/v2')) return null;
    const { name, authentication } = index.data;
    const passwords = !!authentication && 'application-passwords' in authentication;
    return { ok: true, value: { route: build, site: site.href, siteName: decodeEntities(name), passwords } };
  };
  const found =
    (await tryIndex(pretty, prettyRoute(pretty))) ??
    (await tryIndex(plain, plainRoute(plain))) ??
    (await throughLink(http, site, signal, tryIndex));
  if (found) return found;
  if (redirect) return { ok: false, code: 'redirected', detail: redirect };
  return { ok: false, code: 'notWordPress', detail: `${site.host}: ${seen}` };
}

const prettyRoute =
  (root: URL): Root['route'] =>
  (path, query = {}) => {
    const url = new URL(path, root);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  };
const plainRoute =
  (root: URL): Root['route'] =>
  (path, query = {}) => {
    const url = new URL(root);
    url.searchParams.set('rest_route', `/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  };

async function throughLink(
  http: Http,
  site: URL,
  signal: AbortSignal | undefined,
  tryIndex: (address: URL, build: Root['route']) => Promise<Outcome<Root> | null>,
): Promise<Outcome<Root> | null> {
  const page = await http.request({ method: 'GET', url: site.href, signal });
  if (!page.ok) return page;
  const root = linkedRoot(page.value);
  // Another host's API is another site: its address has to be given by a person.
  if (!root || root.origin !== site.origin) return null;
  return tryIndex(root, root.searchParams.has('rest_route') ? plainRoute(root) : prettyRoute(root));
}

function linkedRoot(page: HttpAnswer): URL | null {
  const link = /<([^>]+)>\s*;[^,]*\brel="?https:\/\/api\.w\.org\/"?/.exec(page.headers.link ?? '');
  return link?.[1] ? URL.parse(link[1]) : null;
}

/** The site address that a redirect of its API points at. */
function redirectTarget(from: URL, location: string | undefined): string {
  const target = location ? URL.parse(location, from) : null;
  return target ? (siteAddress(target.href)?.href ?? target.href) : from.href;
}
