import { safeLink } from '../../../../story/text/link.ts';
import { z } from '../../../../story/zod.ts';
import type { HttpAnswer } from '../../http.ts';

const text = z.string().max(4000).optional().catch(undefined);
const saidSchema = z.looseObject({ href: text, url: text, URL: text, link: text });

/** What an answer's JSON says of itself; empty where it is no JSON object. */
const said = (answer: HttpAnswer): z.infer<typeof saidSchema> => {
  const parsed = saidSchema.safeParse(answer.json());
  return parsed.success ? parsed.data : {};
};

/** A web address out of an answer, whole; null where it is none. `from`: what was asked. */
function webAddress(found: string | undefined, from: string): string | null {
  const url = found === undefined || found === '' ? null : URL.parse(found, from);
  return url && /^https?:$/.test(url.protocol) && safeLink(url.href) ? url.href : null;
}

/** Where the thing is that was sent or asked for: by JSON (`href`, `url`), by Location or Content-Location, else not known. */
export function addressIn(answer: HttpAnswer, from: string): string | null {
  const { href, url, URL: upper } = said(answer);
  const { location, 'content-location': content } = answer.headers;
  const found = [href, url, upper, location, content].find((one) => one !== undefined && one !== '');
  return webAddress(found, from);
}

/**
 * What an answer to an item says of it: `readers` where people read it (`url` or `link`), `data` where the item can be asked
 * for (`href`, Location), on the same origin alone, since our key goes with the question.
 */
export function itemAddresses(answer: HttpAnswer, from: string): { readers: string | null; data: string | null } {
  const { href, url, link } = said(answer);
  const data = webAddress(href ?? answer.headers.location, from);
  const sameOrigin = data !== null && URL.parse(data)?.origin === URL.parse(from)?.origin;
  return { readers: webAddress(url ?? link, from), data: sameOrigin ? data : null };
}
