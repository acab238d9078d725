import type { Find, Found, LibraryRow } from '../../../preload/contract.ts';

/** The shelf of the last opened holds so many. */
const MOST_RECENT = 50;

/** The rows on a shelf; `recent` has the last opened first, the others keep their order. */
export function onShelf(rows: readonly LibraryRow[], shelf: Find['shelf']): LibraryRow[] {
  if (shelf === 'trash') return rows.filter((row) => row.trashedAt !== null);
  const kept = rows.filter((row) => row.trashedAt === null);
  if (shelf === 'pinned') return kept.filter((row) => row.pinned);
  if (shelf === 'all') return kept;
  const opened = kept.filter((row) => row.openedAt !== null);
  return opened.sort((a, b) => order(b.openedAt as string, a.openedAt as string)).slice(0, MOST_RECENT);
}

/** Whether a row passes the filters of a question; those of its text and shelf are not among them. */
export const passes = (row: LibraryRow, find: Find): boolean =>
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
export function facetsOf(rows: Iterable<LibraryRow>): Found['facets'] {
  const [statuses, sections, authors, destinations] = [new Tally(), new Tally(), new Tally(), new Tally()];
  for (const row of rows) {
    statuses.add(row.status);
    sections.add(row.section);
    authors.add(row.byline);
    for (const id of row.destinations) destinations.add(id);
  }
  return {
    statuses: Object.fromEntries(statuses.list().map(({ value, count }) => [value, count])),
    sections: sections.list(),
    authors: authors.list(),
    destinations: destinations.list(),
  };
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    if (value !== '') this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  list(): { value: string; count: number }[] {
    const list = [...this.#counts].map(([value, count]) => ({ value, count }));
    return list.sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
  }
}
