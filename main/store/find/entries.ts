import type { Find, LibraryRow } from '../../../preload/contract.ts';
import type { Database } from '../database.ts';
import { readRow, readRows, type Shown } from '../rows.ts';
import { Columns } from './columns.ts';
import { ORDERS } from './orders.ts';
import { takeTouched, watchStories } from './watch.ts';

/**
 * A story as the library's list holds it. `slot`: its place in the columns, for ever. `doc`: its number in the search index;
 * `indexed`: the stamp of what stands there, null where nothing does.
 */
export type Entry = Shown & { readonly slot: number; doc: number; indexed: string | null };
export type Sort = Exclude<Find['sort'], 'relevance'>;

/** More changes at once than are put in their place one by one. */
const MANY = 200;

/** The rows of the whole library in memory, kept in every order that was asked for, and up to date with the database. */
export class Entries {
  readonly columns = new Columns();
  readonly #db: Database;
  readonly #byId = new Map<string, Entry>();
  readonly #bySlot: Entry[] = [];
  /** Slots. */
  readonly #sorted = new Map<Sort, number[]>();
  #isLoaded = false;

  constructor(db: Database) {
    this.#db = db;
    watchStories(db);
  }

  /** Reads every row; gives the stories whose row is to be derived anew. */
  load(): string[] {
    const { shown, stale } = readRows(this.#db);
    for (const id of [...this.#byId.keys()]) this.#replace(id, null);
    this.#sorted.clear();
    for (const one of shown) this.#replace(one.row.id, one);
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

  at(slot: number): Entry {
    return this.#bySlot[slot] as Entry;
  }

  all(): Iterable<Entry> {
    return this.#byId.values();
  }

  /** Slots, ascending. */
  sorted(sort: Sort): readonly number[] {
    let list = this.#sorted.get(sort);
    if (!list) {
      const entries = [...this.#byId.values()].sort((a, b) => ORDERS[sort](a.row, b.row));
      list = entries.map(({ slot }) => slot);
      this.#sorted.set(sort, list);
    }
    return list;
  }

  #replace(id: string, shown: Shown | null): void {
    const old = this.#byId.get(id);
    if (old) for (const [sort, list] of this.#sorted) list.splice(this.#placeOf(list, old.row, sort), 1);
    if (!shown) {
      this.#byId.delete(id);
      return;
    }
    const slot = old?.slot ?? this.#bySlot.length;
    this.columns.set(slot, shown.row);
    if (!old) {
      this.#bySlot[slot] = { ...shown, slot, doc: 0, indexed: null };
      this.#byId.set(id, this.#bySlot[slot]);
    } else Object.assign(old, shown);
    for (const [sort, list] of this.#sorted) list.splice(this.#placeOf(list, shown.row, sort), 0, slot);
  }

  /** Where a row stands in a sorted list, or would stand. */
  #placeOf(list: readonly number[], row: LibraryRow, sort: Sort): number {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ORDERS[sort](this.at(list[middle] as number).row, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
