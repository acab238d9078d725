import type { PhotoFind, PhotosFound } from '../../../../preload/contract.ts';
import { parseQuery } from '../../../../story/text/query.ts';
import type { Database } from '../../database.ts';
import { attempt } from '../../failures.ts';
import { getPhoto } from '../../photos.ts';
import type { Entries } from '../entries.ts';
import { takeTouchedPhotos, watchPhotos } from '../watch.ts';
import { entryOf, type PhotoEntry, rowOf } from './entry.ts';
import { PHOTO_ORDERS, type PhotoSort } from './orders.ts';
import { selectPhotos } from './select.ts';
import { ShownPhotos } from './shown.ts';

/** The library opens first; then the photos are read in slices so short that no record waits for them. */
const START_MS = 1500;
const SLICE_MS = 5;
/** How long a search reads on where the slices have not come to an end yet: it then answers of what there is. */
const AT_ONCE_MS = 200;

/** Every photo that was taken in, held in memory for searching, and up to date with the database. */
export class PhotoFinder {
  readonly #db: Database;
  readonly #shown: ShownPhotos;
  readonly #entries: Entries;
  readonly #byHash = new Map<string, PhotoEntry>();
  readonly #sorted = new Map<PhotoSort, PhotoEntry[]>();
  /** Photos that are to be read. */
  #behind: string[];
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, entries: Entries) {
    this.#db = db;
    this.#entries = entries;
    this.#shown = new ShownPhotos(entries);
    watchPhotos(db);
    const all = attempt(() => db.all('SELECT hash FROM photos').map((row) => String(row.hash)));
    this.#behind = all.ok ? all.value : [];
    if (this.#behind.length > 0) this.#schedule(START_MS);
  }

  /** Stories that were written to, or are gone. */
  storiesChanged(ids: readonly string[]): void {
    for (const hash of this.#shown.changed(ids)) {
      const entry = this.#byHash.get(hash);
      if (entry) entry.said = this.#shown.words(hash);
    }
  }

  /** The stories that show a photo, by their ids. */
  stories(hash: string): string[] {
    return this.#shown.stories(hash);
  }

  find(find: PhotoFind): PhotosFound {
    this.#behind.push(...takeTouchedPhotos(this.#db));
    this.#readOn(AT_ONCE_MS);
    const isCut = this.#behind.length > 0;
    if (isCut) this.#schedule(SLICE_MS);
    const { total, page, facets } = selectPhotos(this.#inOrder(find.sort), find, parseQuery(find.text), {
      count: (hash) => this.#shown.count(hash),
      hasStatus: (hash, statuses) =>
        this.#shown.stories(hash).some((id) => {
          const status = this.#entries.get(id)?.row.status;
          return statuses.some((one) => one === status);
        }),
    });
    const rows = page.flatMap((entry) => {
      const info = getPhoto(this.#db, entry.hash);
      return info ? [rowOf(info, entry, this.#shown.count(entry.hash))] : [];
    });
    return { total, isCut, rows, facets };
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const step = attempt(() => this.#readOn(SLICE_MS));
      // What the disk refuses now, the next search reads.
      if (step.ok && this.#behind.length > 0) this.#schedule(SLICE_MS);
    }, ms);
    this.#timer.unref();
  }

  #readOn(ms: number): void {
    const end = performance.now() + ms;
    for (let hash = this.#behind.at(-1); hash !== undefined; hash = this.#behind.at(-1)) {
      this.#read(hash);
      this.#behind.pop();
      if (performance.now() > end) return;
    }
  }

  #read(hash: string): void {
    const info = getPhoto(this.#db, hash);
    const old = this.#byHash.get(hash);

    if (old) for (const list of this.#sorted.values()) list.splice(list.indexOf(old), 1);
    this.#byHash.delete(hash);
    if (!info) return;
    const entry: PhotoEntry = { ...entryOf(info), said: this.#shown.words(hash) };
    this.#byHash.set(hash, entry);
    for (const [sort, list] of this.#sorted) insert(list, entry, PHOTO_ORDERS[sort]);
  }

  #inOrder(sort: PhotoSort): readonly PhotoEntry[] {
    let list = this.#sorted.get(sort);
    if (!list) {
      list = [...this.#byHash.values()].sort(PHOTO_ORDERS[sort]);
      this.#sorted.set(sort, list);
    }
    return list;
  }
}

function insert(list: PhotoEntry[], entry: PhotoEntry, order: (a: PhotoEntry, b: PhotoEntry) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as PhotoEntry, entry) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, entry);
}
