import type { PhotoFind, PhotosFound } from '../../../../preload/contract.ts';
import type { ShownStatus } from '../../../../story/model.ts';
import { compareTexts } from '../../../../story/text/order.ts';
import type { Query } from '../../../../story/text/query.ts';
import { finder } from '../words.ts';
import type { PhotoEntry } from './entry.ts';

/** Of each field so many values are named to filter by. */
const MOST_VALUES = 200;

/** What the photos' own entries do not know. */
type Uses = { count(hash: string): number; hasStatus(hash: string, statuses: readonly ShownStatus[]): boolean };

/** What a question gives: one way through all photos in its order. */
export function selectPhotos(
  sorted: readonly PhotoEntry[],
  find: PhotoFind,
  query: Query,
  uses: Uses,
): { total: number; page: PhotoEntry[]; facets: PhotosFound['facets'] } {
  const isFound = searchOf(query, uses);
  const passes = filterOf(find, uses);
  const counts = { credits: new Count(), photographers: new Count(), types: new Count(), flags: new Count() };
  const page: PhotoEntry[] = [];
  const end = find.offset + find.limit;
  let [total, bytes] = [0, 0];
  for (let index = 0; index < sorted.length; index++) {
    const entry = sorted[find.descending ? sorted.length - 1 - index : index] as PhotoEntry;
    if (!isFound(entry)) continue;
    counts.credits.add(entry.credit);
    counts.photographers.add(entry.photographer);
    counts.types.add(entry.type);
    for (const flag of entry.flags) counts.flags.add(flag);
    if (!passes(entry)) continue;
    total++;
    bytes += entry.size;
    if (total > find.offset && total <= end) page.push(entry);
  }
  const { credits, photographers, types, flags } = counts;
  const facets = {
    credits: credits.list(),
    photographers: photographers.list(),
    types: types.list(),
    flags: flags.list(),
  };
  return { total, page, facets: { bytes, ...facets } };
}

/** Every term in what the photo says or in what stories say of it; a status: of a story that shows it. */
function searchOf({ terms, statuses }: Query, uses: Uses): (entry: PhotoEntry) => boolean {
  const finders = terms.map((term) => [term.field, finder(term)] as const);
  return (entry) =>
    finders.every(([field, find]) => (field ? find(entry.fields[field]) : find(entry.words) || find(entry.said))) &&
    (statuses.length === 0 || uses.hasStatus(entry.hash, statuses));
}

function filterOf(find: PhotoFind, uses: Uses): (entry: PhotoEntry) => boolean {
  const oneOf = (values: readonly string[]) => (values.length === 0 ? null : new Set(values));
  const [credits, photographers, types] = [oneOf(find.credits), oneOf(find.photographers), oneOf(find.types)];
  const { flags, usage, from, before } = find;
  return (entry) => {
    if (credits && !credits.has(entry.credit)) return false;
    if (photographers && !photographers.has(entry.photographer)) return false;
    if (types && !types.has(entry.type)) return false;
    if (!flags.every((flag) => entry.flags.includes(flag))) return false;
    if (usage !== 'any' && uses.count(entry.hash) > 0 !== (usage === 'used')) return false;
    if (from === null && before === null) return true;
    const at = find.dateOf === 'taken' ? entry.taken : entry.importedAt;
    return at !== '' && (from === null || at >= from) && (before === null || at < before);
  };
}

class Count {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    if (value !== '') this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  list(): { value: string; count: number }[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || compareTexts(a.value, b.value))
      .slice(0, MOST_VALUES);
  }
}
