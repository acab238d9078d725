import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashSchema, instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { point } from '../points.ts';
import type { Database } from './database.ts';
import { attempt } from './failures.ts';
import { syncFolder } from './files.ts';
import { listNotesCopies, notesCopyPath } from './notes-copy.ts';
import { listRecovery, recoveryPath } from './recovery.ts';
import { getValue, putValue } from './values.ts';

// Recovery copies stand outside the database, and a start takes up those whose story is not in it. So a deletion leaves a
// tombstone in its transaction: the hashes of the copies there were. Whether the crash comes before the files are removed,
// or a power cut brings their names back, a copy with such a hash is none. A story that comes in anew under the same id has
// other copies.

const tombstoneSchema = z.object({ at: instantSchema, copies: z.array(hashSchema) });
const keyOf = (id: string): string => `deleted.${id}`;

/** The files of a story outside the database. */
const copiesOf = (folder: string, id: string): string[] => [recoveryPath(folder, id), notesCopyPath(folder, id)];

const OWN_TABLES = ['records', 'snapshots', 'versions', 'commons', 'notes', 'shelf', 'pastes'] as const;

/**
 * Deletes a story with everything that is only its own, in one transaction, then its recovery copies. Publications, jobs,
 * receipts and photos stay.
 */
export function deleteStory(db: Database, folder: string, id: string): void {
  const copies = copiesOf(folder, id).flatMap((path) => hashOf(path) ?? []);
  const tombstone: z.infer<typeof tombstoneSchema> = { at: new Date().toISOString(), copies };
  db.transaction(() => {
    for (const table of OWN_TABLES) db.run(`DELETE FROM ${table} WHERE story_id = ?`, id);
    db.run('DELETE FROM stories WHERE id = ?', id);
    for (const kind of ['lineage', 'passages', 'lastMerge'])
      db.run('DELETE FROM "values" WHERE key = ?', `${kind}.${id}`);
    putValue(db, keyOf(id), new Uint8Array(Buffer.from(JSON.stringify(tombstone))));
    point('delete.inside');
  });
  point('delete.committed');
  attempt(() => removeDeletedCopies(db, folder, [id])); // what the disk refuses now, the next start does
}

/** Whether this file, if there is one, is a copy of a story that was deleted for ever. */
export function isDeletedCopy(db: Database, id: string, path: string): boolean {
  const bytes = getValue(db, keyOf(id));
  if (!bytes) return false;
  const parsed = tombstoneSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const hash = parsed.success ? hashOf(path) : null;
  return parsed.success && hash !== null && parsed.data.copies.includes(hash);
}

/** Removes the copies that deleted stories have left; the names are gone for good when it returns. */
export function removeDeletedCopies(
  db: Database,
  folder: string,
  ids: Iterable<string> = new Set([...listRecovery(folder), ...listNotesCopies(folder)]),
): void {
  const left = [...ids].flatMap((id) => copiesOf(folder, id).filter((path) => isDeletedCopy(db, id, path)));
  for (const path of left) rmSync(path, { force: true });
  if (left.length > 0) syncFolder(join(folder, 'recovery'));
}

/** SHA-256 of a file; null where there is none, or it cannot be read. */
function hashOf(path: string): string | null {
  if (!existsSync(path)) return null;
  const bytes = attempt(() => readFileSync(path));
  return bytes.ok ? createHash('sha256').update(bytes.value).digest('hex') : null;
}
