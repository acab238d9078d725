import type { Result } from '../../preload/contract.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Notes } from './api.ts';
import type { Database } from './database.ts';
import { isDeletedCopy } from './deletion.ts';
import { attempt, failure } from './failures.ts';
import { listNotesCopies, notesCopyPath, readNotesCopy, writeNotesCopy } from './notes-copy.ts';
import { headSeq } from './records.ts';
import { intactRows, parseColumn, putRow, quarantine } from './sealed.ts';

const MOST_CHARACTERS = 200_000;
const notesSchema = z.object({ text: z.string().max(MOST_CHARACTERS), at: instantSchema });
/** A copy in a plain file follows the row after so long: typing writes no file at every pause. */
const COPY_DELAY_MS = 5_000;

/** Private notes: beside a story, never in it. */
export class NotesTable {
  readonly #db: Database;
  readonly #folder: string;
  readonly #copyDue = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, folder: string) {
    this.#db = db;
    this.#folder = folder;
  }

  /** null: there are none. */
  get(id: string): Notes | null {
    const [row] = intactRows(this.#db, 'notes', 'WHERE story_id = ?', id);
    return row ? parseColumn(notesSchema, row.data) : null;
  }

  /** Failures: notFound (no such story), badRequest. */
  set(id: string, text: string): Result<Notes> {
    if (headSeq(this.#db, id) < 0) return failure('notFound');
    const parsed = notesSchema.safeParse({ text, at: new Date().toISOString() });
    if (!parsed.success) return failure('badRequest', parsed.error.message);
    this.#put(id, parsed.data);
    this.#copyDue.add(id);
    this.#timer ??= setTimeout(() => this.#copy(), COPY_DELAY_MS);
    return { ok: true, value: parsed.data };
  }

  /**
   * Takes up the copies of notes whose row is lost; with `all` (a damaged library was salvaged), also those that are newer
   * than the row, which is kept aside. Gives how many.
   */
  restore(all: boolean): number {
    const known = new Set(this.#db.all('SELECT story_id FROM notes').map((row) => row.story_id));
    return listNotesCopies(this.#folder).filter((id) => (all || !known.has(id)) && this.#takeUp(id)).length;
  }

  /** A story that was deleted: nothing of its notes may be written any more. */
  forget(id: string): void {
    this.#copyDue.delete(id);
  }

  close(): void {
    this.#copy();
  }

  #takeUp(id: string): boolean {
    if (headSeq(this.#db, id) < 0 || isDeletedCopy(this.#db, id, notesCopyPath(this.#folder, id))) return false;
    const copy = readNotesCopy(this.#folder, id);
    const [row] = intactRows(this.#db, 'notes', 'WHERE story_id = ?', id);
    const here = this.get(id);
    if (!copy || (here && here.at >= copy.at)) return false;
    this.#db.transaction(() => {
      if (row) quarantine(this.#db, 'notes', 'older than its copy', row);
      this.#put(id, copy);
    });
    return true;
  }

  #put(id: string, notes: Notes): void {
    putRow(this.#db, 'notes', { story_id: id, data: JSON.stringify(notes) });
  }

  /** What the disk refuses is due again with the next note. */
  #copy(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const id of this.#copyDue) {
      const notes = this.get(id);
      if (!notes || attempt(() => writeNotesCopy(this.#folder, id, notes)).ok) this.#copyDue.delete(id);
    }
  }
}
