import type { Find, LibraryRow } from '../../../preload/contract.ts';
import type { Database } from '../database.ts';
import { readRow, readRows, type Shown } from '../rows.ts';
import { ORDERS } from './select.ts';
import { takeTouched, watchStories } from './watch.ts';

/**
 * A story as the library's list holds it. `doc`: its number in the search index; `indexed`: the stamp of what stands there,
 * null where nothing does. `found`, `foundInHeadline`: the number of the last search that found it, and in its headline.
 */
export type Entry = Shown & { doc: number; indexed: string | null; found: number; foundInHeadline: number };
export type Sort = Exclude<Find['sort'], 'relevance'>;

/** More changes at once than are put in their place one by one. */
const MANY = 200;

/** The rows of the whole library in memory, kept in every order that was asked for, and up to date with the database. */
export class Entries {
  readonly #db: Database;
  readonly #byId = new Map<string, Entry>();
  readonly #sorted = new Map<Sort, Entry[]>();
  /** One string for each section, author and tag: less memory, and equal ones are seen to be so at once. */
  readonly #values = new Map<string, string>();
  #isLoaded = false;

  constructor(db: Database) {
    this.#db = db;
    watchStories(db);
  }

  /** Reads every row; gives the stories whose row is to be derived anew. */
  load(): string[] {
    const { shown, stale } = readRows(this.#db);
    this.#byId.clear();
    for (const one of shown) this.#byId.set(one.row.id, this.#entryOf(one));
    this.#sorted.clear();
    this.#isLoaded = true;
    return stale;
  }

  /** Takes up what was written since the last time; gives the stories that it was about. */
  update(): string[] {
    const ids = takeTouched(this.#db);
    if (!this.#isLoaded) {
      this.load();
      return [...this.#byId.keys()];
    }
    if (ids.length > MANY) this.#sorted.clear();
    for (const id of ids) this.#replace(id, readRow(this.#db, id));
    return ids;
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<Entry> {
    return this.#byId.values();
  }

  /** Ascending. */
  sorted(sort: Sort): readonly Entry[] {
    let list = this.#sorted.get(sort);
    if (!list) {
      list = [...this.#byId.values()].sort((a, b) => ORDERS[sort](a.row, b.row));
      this.#sorted.set(sort, list);
    }
    return list;
  }

  #replace(id: string, shown: Shown | null): void {
    const entry = this.#byId.get(id);
    if (entry) for (const [sort, list] of this.#sorted) list.splice(placeOf(list, entry.row, sort), 1);
    if (!shown) this.#byId.delete(id);
    else if (!entry) this.#byId.set(id, this.#entryOf(shown));
    else Object.assign(entry, { ...shown, row: this.#shared(shown.row) });
    const now = this.#byId.get(id);
    if (now) for (const [sort, list] of this.#sorted) list.splice(placeOf(list, now.row, sort), 0, now);
  }

  #entryOf({ row, stamp }: Shown): Entry {
    return { row: this.#shared(row), stamp, doc: 0, indexed: null, found: 0, foundInHeadline: 0 };
  }

  #shared(row: LibraryRow): LibraryRow {
    const [kicker, section, byline] = [row.kicker, row.section, row.byline].map((text) => this.#value(text));
    return Object.assign(row, { kicker, section, byline, tags: row.tags.map((tag) => this.#value(tag)) });
  }

  #value(text: string): string {
    const known = this.#values.get(text);
    if (known === undefined) this.#values.set(text, text);
    return known ?? text;
  }
}

/** Where a row stands in a sorted list, or would stand. */
function placeOf(list: readonly Entry[], row: LibraryRow, sort: Sort): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ORDERS[sort]((list[middle] as Entry).row, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
