import { safeLink } from '../../text/link.ts';
import { elements, unwrap } from './dom.ts';
import { note, type PasteReport } from './report.ts';

/** Pages that only send a reader on, and the parameter that says where. */
const REDIRECTS: readonly { host: RegExp; path: RegExp; names: readonly string[] }[] = [
  { host: /^www\.google\.[a-z.]+$/, path: /^\/url$/, names: ['q', 'url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^link\.zalo\.me$/, path: /^\//, names: ['url'] },
];
/** What only counts the readers, and would tell where the reporter had the address from. */
const TRACKERS = /^(utm_\w+|fbclid|gclid|zarsrc|mc_cid|mc_eid|igshid)$/i;

/** An address without what only tracks: redirects unwrapped, counters taken off. The same where there is none. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const { host, path, names } of REDIRECTS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const target = names.map((name) => url.searchParams.get(name)).find((value) => value && /^https?:/i.test(value));
    if (target && target !== address) return plainAddress(target);
  }
  const names = [...url.searchParams.keys()].filter((name) => TRACKERS.test(name));
  if (names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/** Links that a story can hold stay, without trackers; the others leave their words. */
export function cleanLinks(document: Document, report: PasteReport): void {
  for (const link of elements(document, 'a')) {
    const given = (link.getAttribute('href') ?? '').trim();
    if (given === '' || given.startsWith('#')) {
      unwrap(link);
      continue;
    }
    const plain = plainAddress(given);
    if (safeLink(plain) === null) {
      // A page's own address (`/tin-tuc`) leads nowhere from here; of a script nothing is worth keeping.
      note(report, 'unsafeLink', /^\s*(javascript|vbscript|data):/i.test(given) ? '' : given);
      unwrap(link);
      continue;
    }
    if (plain !== given) note(report, 'redirect');
    link.setAttribute('href', plain);
  }
}
