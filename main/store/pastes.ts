import { keptPasteSchema, MOST_PASTES } from '../../preload/contract/pastes.ts';
import type { KeptPaste, PasteEntry, Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { headSeq } from './records.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

/** What was on the clipboard at each paste into a story, the newest `MOST_PASTES`: beside the story, never in it. */
export class PastesTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The newest first; a story that is not there has none. */
  list(storyId: string): PasteEntry[] {
    return this.#rows(storyId).flatMap((row) => {
      const kept = parseColumn(keptPasteSchema, row.data);
      if (!kept) return [];
      const { html, text, ...rest } = kept;
      return [{ id: String(row.id), size: html.length + text.length, ...rest }];
    });
  }

  /** null: no such paste. */
  get(storyId: string, id: string): KeptPaste | null {
    const [row] = intactRows(this.#db, 'pastes', 'WHERE id = ? AND story_id = ?', id, storyId);
    return row ? parseColumn(keptPasteSchema, row.data) : null;
  }

  /** Keeps a clipboard, and lets the oldest go. Failures: notFound (no such story), badRequest. */
  add(storyId: string, paste: KeptPaste): Result<{ id: string }> {
    if (headSeq(this.#db, storyId) < 0) return failure('notFound');
    const parsed = keptPasteSchema.safeParse(paste);
    if (!parsed.success) return failure('badRequest', parsed.error.message);
    const id = newId();
    this.#db.transaction(() => {
      putRow(this.#db, 'pastes', { id, story_id: storyId, data: JSON.stringify(parsed.data) });
      for (const old of this.#rows(storyId).slice(MOST_PASTES))
        this.#db.run('DELETE FROM pastes WHERE id = ?', String(old.id));
    });
    return { ok: true, value: { id } };
  }

  #rows(storyId: string) {
    return intactRows(this.#db, 'pastes', 'WHERE story_id = ? ORDER BY id DESC', storyId);
  }
}
