import type { PhotoFind, PhotosFound } from '../../../../preload/contract.ts';
import { parseQuery } from '../../../../story/text/query.ts';
import type { Database } from '../../database.ts';
import { attempt } from '../../failures.ts';
import { getPhoto } from '../../photos.ts';
import { Backlog } from '../backlog.ts';
import type { Entries } from '../entries.ts';
import { insertSorted } from '../sorted.ts';
import { PHOTO_ROWS, takeTouchedRows, watchRows } from '../watch.ts';
import { entryOf, type PhotoEntry, rowOf } from './entry.ts';
import { PHOTO_ORDERS, type PhotoSort } from './orders.ts';
import { selectPhotos } from './select.ts';
import { ShownPhotos } from './shown.ts';

/** The library opens first. */
const START_MS = 1500;

/** Every photo that was taken in, held in memory for searching, and up to date with the database. */
export class PhotoFinder {
  readonly #db: Database;
  readonly #shown: ShownPhotos;
  readonly #entries: Entries;
  readonly #byHash = new Map<string, PhotoEntry>();
  readonly #sorted = new Map<PhotoSort, PhotoEntry[]>();
  readonly #behind = new Backlog((hash) => this.#read(hash));

  constructor(db: Database, entries: Entries) {
    this.#db = db;
    this.#entries = entries;
    this.#shown = new ShownPhotos(entries);
    watchRows(db, PHOTO_ROWS);
    const all = attempt(() => db.all('SELECT hash FROM photos').map((row) => String(row.hash)));
    if (all.ok) this.#behind.add(all.value, START_MS);
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
    this.#behind.add(takeTouchedRows(this.#db, PHOTO_ROWS));
    const isCut = !this.#behind.readNow();
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
    this.#behind.close();
  }

  #read(hash: string): void {
    const info = getPhoto(this.#db, hash);
    const old = this.#byHash.get(hash);

    if (old) for (const list of this.#sorted.values()) list.splice(list.indexOf(old), 1);
    this.#byHash.delete(hash);
    if (!info) return;
    const entry: PhotoEntry = { ...entryOf(info), said: this.#shown.words(hash) };
    this.#byHash.set(hash, entry);
    for (const [sort, list] of this.#sorted) insertSorted(list, entry, PHOTO_ORDERS[sort]);
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
