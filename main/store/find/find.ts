import type {
  Find,
  Found,
  Hit,
  LibraryRow,
  PhotoFind,
  PhotosFound,
  PhotoUse,
  ReceiptFind,
  ReceiptsFound,
} from '../../../preload/contract.ts';
import { hitOf } from '../../../story/search/hit.ts';
import { type Passage, passagesOf } from '../../../story/search/passages.ts';
import { parseQuery, type Query } from '../../../story/text/query.ts';
import { z } from '../../../story/zod.ts';
import type { Database } from '../database.ts';
import { attempt } from '../failures.ts';
import { intactRows, parseColumn } from '../sealed.ts';
import type { Stories } from '../stories.ts';
import type { Entries, Entry } from './entries.ts';
import { Indexer } from './indexer.ts';
import { ORDERS } from './orders.ts';
import { PhotoFinder } from './photos/photos.ts';
import { ReceiptFinder } from './receipts/receipts.ts';
import { select } from './select.ts';

const notesSchema = z.object({ text: z.string() });

/** What the library shows and finds. */
export class Finder {
  readonly #stories: Stories;
  readonly #entries: Entries;
  readonly #indexer: Indexer;
  readonly #photos: PhotoFinder;
  readonly #receipts: ReceiptFinder;

  constructor(db: Database, folder: string, stories: Stories, entries: Entries) {
    this.#stories = stories;
    this.#entries = entries;
    this.#indexer = new Indexer(folder, entries, (id) => readPassages(db, stories, id));
    this.#photos = new PhotoFinder(db, entries);
    this.#receipts = new ReceiptFinder(db, entries);
    this.#photos.storiesChanged([...entries.all()].map(({ row }) => row.id));
  }

  /** Every row, the last changed first. */
  list(): LibraryRow[] {
    this.#update();
    const slots = this.#entries.sorted('updated').toReversed();
    return slots.map((slot) => this.#entries.at(slot).row);
  }

  find(find: Find): Found {
    const query = parseQuery(find.text);
    this.#update();
    const search = query.terms.length > 0 ? this.#indexer.search(query.terms) : null;
    if (search && find.sort === 'relevance') this.#indexer.searchHeadlines(query.terms, search.number);
    const { total, page, facets } = select(this.#entries, find, query, search?.number ?? null);
    const rows = page.map((entry) => ({ ...entry.row, hit: search ? this.#hit(query, entry) : null }));
    return { total, isCut: search?.isCut ?? false, rows, facets };
  }

  findPhotos(find: PhotoFind): PhotosFound {
    this.#update();
    return this.#photos.find(find);
  }

  findReceipts(find: ReceiptFind): ReceiptsFound {
    this.#update();
    return this.#receipts.find(find);
  }

  /** The stories that show a photo, the last changed first. */
  photoUses(hash: string): PhotoUse[] {
    this.#update();
    const rows = this.#photos.stories(hash).flatMap((id) => this.#entries.get(id)?.row ?? []);
    return rows
      .sort(ORDERS.updated)
      .toReversed()
      .map(({ id, headline, status, trashedAt }) => ({
        storyId: id,
        headline,
        status,
        inTrash: trashedAt !== null,
      }));
  }

  /** Brings the search index up at once; gives how many stories were behind. */
  finishIndex(): number {
    this.#update();
    return this.#indexer.finish();
  }

  close(): void {
    this.#indexer.close();
    this.#photos.close();
    this.#receipts.close();
  }

  #update(): void {
    this.#stories.bringRowsUp();
    const ids = this.#entries.update();
    this.#indexer.changed(ids);
    this.#photos.storiesChanged(ids);
  }

  #hit({ terms }: Query, entry: Entry): Hit | null {
    return hitOf(terms, this.#indexer.passages(entry));
  }
}

/** What the library's own file refuses is not in the index, and does not stop the others. */
function readPassages(db: Database, stories: Stories, id: string): Passage[] {
  const read = attempt(() => {
    const story = stories.peek(id);
    if (!story) return [];
    const [notes] = intactRows(db, 'notes', 'WHERE story_id = ?', id);
    return passagesOf(story, (notes && parseColumn(notesSchema, notes.data)?.text) ?? '');
  });
  return read.ok ? read.value : [];
}
