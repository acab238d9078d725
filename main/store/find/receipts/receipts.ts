import type { ReceiptFind, ReceiptsFound } from '../../../../preload/contract.ts';
import { parseQuery } from '../../../../story/text/query.ts';
import type { Database } from '../../database.ts';
import { readReceiptRow } from '../../receipts.ts';
import { Backlog } from '../backlog.ts';
import type { Entries } from '../entries.ts';
import { insertSorted } from '../sorted.ts';
import { RECEIPT_ROWS, takeTouchedRows, watchRows } from '../watch.ts';
import { byTime, entryOf, type ReceiptEntry } from './entry.ts';
import { selectReceipts } from './select.ts';

/** Every receipt, held in memory for searching from the first time somebody asks. */
export class ReceiptFinder {
  readonly #db: Database;
  readonly #entries: Entries;
  readonly #byId = new Map<string, ReceiptEntry>();
  /** The oldest first. */
  readonly #sorted: ReceiptEntry[] = [];
  readonly #behind = new Backlog((id) => this.#read(id));
  #isBegun = false;

  constructor(db: Database, entries: Entries) {
    this.#db = db;
    this.#entries = entries;
    watchRows(db, RECEIPT_ROWS);
  }

  find(find: ReceiptFind): ReceiptsFound {
    const touched = takeTouchedRows(this.#db, RECEIPT_ROWS);
    const all = () => this.#db.all('SELECT id FROM receipts ORDER BY rowid').map((row) => String(row.id));
    this.#behind.add(this.#isBegun ? touched : all());
    this.#isBegun = true;
    const isCut = !this.#behind.readNow();
    const { total, page, facets } = selectReceipts(this.#sorted, find, parseQuery(find.text), (storyId, statuses) => {
      const status = this.#entries.get(storyId)?.row.status;
      return statuses.some((one) => one === status);
    });
    const rows = page.flatMap(({ id }) => {
      const row = readReceiptRow(this.#db, id);
      return row ? [{ ...row, isHere: this.#entries.get(row.storyId) !== undefined }] : [];
    });
    return { total, isCut, rows, facets };
  }

  close(): void {
    this.#behind.close();
  }

  #read(id: string): void {
    const old = this.#byId.get(id);
    if (old) this.#sorted.splice(this.#sorted.indexOf(old), 1);
    this.#byId.delete(id);
    const row = readReceiptRow(this.#db, id);
    if (!row) return;
    const entry = entryOf(row, row.about);
    this.#byId.set(id, entry);
    insertSorted(this.#sorted, entry, byTime);
  }
}
