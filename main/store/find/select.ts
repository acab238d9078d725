import type { Find, Found, LibraryRow } from '../../../preload/contract.ts';
import type { Entries, Entry } from './entries.ts';

/** Of each field so many values are named to filter by, the most frequent. */
const MOST_VALUES = 200;
/** The shelf of the last opened holds so many. */
const MOST_RECENT = 50;

type Search = {
  isFound(entry: Entry): boolean;
  /** By relevance it stands before those that are not. */
  isFirst(entry: Entry): boolean;
};

/** What a question gives of the library: one way through the list in its order. */
export function select(entries: Entries, find: Find, { isFound, isFirst }: Search) {
  const facets = new Facets();
  const [first, rest]: [Entry[], Entry[]] = [[], []];
  const [list, isReversed] = inOrder(entries, find);
  for (let index = 0; index < list.length; index++) {
    const entry = list[isReversed ? list.length - 1 - index : index] as Entry;
    if ((entry.row.trashedAt !== null) !== (find.shelf === 'trash')) continue;
    if (find.shelf === 'pinned' && !entry.row.pinned) continue;
    if (!isFound(entry)) continue;
    facets.add(entry.row);
    if (passes(entry.row, find)) (find.sort === 'relevance' && isFirst(entry) ? first : rest).push(entry);
  }
  const chosen = first.length > 0 ? [...first, ...rest] : rest;
  return {
    total: chosen.length,
    page: chosen.slice(find.offset, find.offset + find.limit),
    facets: facets.list(),
  };
}

/** The list to go through, and whether from its end. The last opened have an order of their own. */
function inOrder(entries: Entries, { shelf, sort, descending }: Find): [readonly Entry[], boolean] {
  if (shelf === 'recent') return [lastOpened(entries), false];
  return sort === 'relevance' ? [entries.sorted('updated'), true] : [entries.sorted(sort), descending];
}

function lastOpened(entries: Entries): Entry[] {
  const opened: Entry[] = [];
  for (const entry of entries.all())
    if (entry.row.openedAt !== null && entry.row.trashedAt === null) opened.push(entry);
  const at = (entry: Entry) => entry.row.openedAt as string;
  return opened.sort((a, b) => order(at(b), at(a))).slice(0, MOST_RECENT);
}

/** Whether a row passes the filters of a question; those of its text and shelf are not among them. */
const passes = (row: LibraryRow, find: Find): boolean =>
  isIn(find.statuses, row.status) &&
  isIn(find.sections, row.section) &&
  isIn(find.authors, row.byline) &&
  (find.destinations.length === 0 || row.destinations.some((id) => find.destinations.includes(id))) &&
  (find.from === null || row.updatedAt >= find.from) &&
  (find.before === null || row.updatedAt < find.before);

const isIn = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const collator = new Intl.Collator('vi', { numeric: true });

/** How two rows stand to each other, ascending; relevance is not known here. */
export const ORDERS: Record<Exclude<Find['sort'], 'relevance'>, (a: LibraryRow, b: LibraryRow) => number> = {
  updated: (a, b) => order(a.updatedAt, b.updatedAt) || order(a.id, b.id),
  created: (a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id),
  headline: (a, b) => collator.compare(a.headline, b.headline) || order(a.id, b.id),
  words: (a, b) => a.words - b.words || order(a.id, b.id),
};

/** The values to filter by, the most frequent first. */
class Facets {
  readonly #statuses = new Tally();
  readonly #sections = new Tally();
  readonly #authors = new Tally();
  readonly #destinations = new Tally();

  add(row: LibraryRow): void {
    this.#statuses.add(row.status);
    this.#sections.add(row.section);
    this.#authors.add(row.byline);
    for (const id of row.destinations) this.#destinations.add(id);
  }

  list(): Found['facets'] {
    return {
      statuses: Object.fromEntries(this.#statuses.list().map(({ value, count }) => [value, count])),
      sections: this.#sections.list(),
      authors: this.#authors.list(),
      destinations: this.#destinations.list(),
    };
  }
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    if (value !== '') this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  list(): { value: string; count: number }[] {
    const list = [...this.#counts].map(([value, count]) => ({ value, count }));
    const most = list.sort((a, b) => b.count - a.count).slice(0, MOST_VALUES);
    return most.sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
  }
}
