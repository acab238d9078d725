import type { Term, TermKind } from '../../../../preload/contract.ts';
import { decodeEntities } from '../../../../story/formats/wordpress/entities.ts';
import { slugOf } from '../../../../story/text/slug.ts';
import { z } from '../../../../story/zod.ts';
import { bestTerms } from '../terms.ts';
import type { Outcome } from '../types.ts';
import { account } from './account.ts';
import type { Query, WordPress } from './client.ts';

const namedSchema = z.object({
  id: z.number().int().positive(),
  name: z.string().transform(decodeEntities),
  parent: z.number().int().catch(0),
});
type Named = z.infer<typeof namedSchema>;

const PAGE = 100;
/** A site with more than a thousand categories is searched no further. */
const PAGES = 10;
const MOST = 50;

/** The categories, tags or authors of the site whose names hold `query`, with or without marks; the best first, 50 at most. */
export async function findTerms(wp: WordPress, kind: TermKind, query: string): Promise<Outcome<Term[]>> {
  const all = await (kind === 'tags' ? tags(wp, query) : kind === 'categories' ? categories(wp) : authors(wp));
  return all.ok ? { ok: true, value: bestTerms(all.value, query, MOST) } : all;
}

/** Readers see the lists, too, and an author may not ask for more. */
const list = (wp: WordPress, route: string, query: Query): Promise<Outcome<Named[]>> =>
  wp.read(`wp/v2/${route}`, z.array(namedSchema), { context: 'view', ...query });

async function every(wp: WordPress, route: string, query: Query): Promise<Outcome<Named[]>> {
  const all: Named[] = [];
  for (let page = 1; page <= PAGES; page++) {
    const found = await list(wp, route, { ...query, per_page: String(PAGE), page: String(page) });
    if (!found.ok) return found;
    all.push(...found.value);
    if (found.value.length < PAGE) break;
  }
  return { ok: true, value: all };
}

const termOf = ({ id, name }: Pick<Named, 'id' | 'name'>): Term => ({ id: String(id), name });

async function categories(wp: WordPress): Promise<Outcome<Term[]>> {
  const all = await every(wp, 'categories', { orderby: 'name' });
  if (!all.ok) return all;
  const byId = new Map(all.value.map((one) => [one.id, one]));
  const above = ({ parent }: Named, depth = 0): string[] => {
    const one = byId.get(parent);
    return one && depth < 10 ? [...above(one, depth + 1), one.name] : [];
  };
  return {
    ok: true,
    value: all.value.map((one) => {
      const under = above(one);
      return { ...termOf(one), ...(under.length > 0 && { under }) };
    }),
  };
}

/** Of many thousands the site searches: its names, and its slugs, which WordPress makes without marks. */
async function tags(wp: WordPress, query: string): Promise<Outcome<Term[]>> {
  const words = query.trim();
  const most = { per_page: String(MOST), orderby: 'count', order: 'desc' };
  const found = new Map<string, Term>();
  for (const search of words === '' ? [''] : new Set([words, slugOf(words)])) {
    if (search === '' && words !== '') continue;
    const some = await list(wp, 'tags', { ...most, ...(search && { search }) });
    if (!some.ok) return some;
    for (const one of some.value) found.set(String(one.id), termOf(one));
  }
  return { ok: true, value: [...found.values()] };
}

/** Whoever may write on the site; only the account itself where it may not write for others. */
async function authors(wp: WordPress): Promise<Outcome<Term[]>> {
  const me = await account(wp);
  if (!me.ok) return me;
  if (!me.value.forOthers) return { ok: true, value: [termOf(me.value)] };
  const all = await every(wp, 'users', { who: 'authors', orderby: 'name' });
  return all.ok ? { ok: true, value: all.value.map(termOf) } : all;
}

const madeSchema = z.object({ id: z.number().int().positive() });

/** The same word to a reader, whatever its case. Marks tell words apart: "hồng không" is not "Hong Kong". */
export const sameName = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/**
 * The id of a term of that name; where there is none, of one that is made, or null. WordPress takes "ĐẶC SẢN" for another tag
 * than "đặc sản": so it is looked up first.
 */
export async function termNamed(
  wp: WordPress,
  kind: 'categories' | 'tags',
  name: string,
  make: boolean,
): Promise<Outcome<number | null>> {
  const found = await findTerms(wp, kind, name);
  if (!found.ok) return found;
  const same = found.value.find((term) => sameName(term.name) === sameName(name));
  if (same || !make) return { ok: true, value: same ? Number(same.id) : null };
  const made = await wp.write(`wp/v2/${kind}`, madeSchema, { name });
  if (made.ok) return { ok: true, value: made.value.id };
  return made.termId === undefined ? made : { ok: true, value: made.termId };
}
