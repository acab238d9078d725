import type { Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { headSeq } from './records.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

/** What a person, or a restoring, noted of a version. `by`: the fingerprint of who did. */
const noteSchema = z.object({
  kind: z.enum(['named', 'beforeRestore', 'restored']),
  /** Of a named one. */
  name: z.string().nullable(),
  /** What was restored. */
  from: z.number().int().nullable(),
  at: instantSchema,
  by: z.string(),
});
export type VersionNote = z.infer<typeof noteSchema> & { id: string; seq: number };

/** Everything that is noted of a story's versions, oldest note first. */
export const listNotes = (db: Database, storyId: string): VersionNote[] =>
  intactRows(db, 'versions', 'WHERE story_id = ? ORDER BY rowid', storyId).flatMap((row) => {
    const note = parseColumn(noteSchema, row.data);
    return note ? [{ ...note, id: String(row.id), seq: Number(row.seq) }] : [];
  });

/** Names the version at `seq`, renames it, or (null) takes its name away; the version itself stays. notFound: no such number. */
export function nameVersion(db: Database, storyId: string, seq: number, name: string | null, by: string): Result<null> {
  if (!isVersion(db, storyId, seq)) return failure('notFound', `no record ${seq}`);
  const named = listNotes(db, storyId).filter((note) => note.seq === seq && note.kind === 'named');
  db.transaction(() => {
    for (const { id } of named) db.run('DELETE FROM versions WHERE id = ?', id);
    if (name !== null) insertNote(db, storyId, seq, { kind: 'named', name, from: null, at: now(), by });
  });
  return { ok: true, value: null };
}

/** Notes that the version at `seq` was made before restoring `from`, or by it. */
export function markVersion(
  db: Database,
  storyId: string,
  seq: number,
  mark: { kind: 'beforeRestore' | 'restored'; from: number; by: string },
): Result<null> {
  if (!isVersion(db, storyId, seq) || !isVersion(db, storyId, mark.from))
    return failure('notFound', `no record ${seq}`);
  insertNote(db, storyId, seq, { ...mark, name: null, at: now() });
  return { ok: true, value: null };
}

function insertNote(db: Database, storyId: string, seq: number, note: z.infer<typeof noteSchema>): void {
  putRow(db, 'versions', { id: newId(), story_id: storyId, seq, data: JSON.stringify(note) }, 'insert');
}

const now = (): string => new Date().toISOString();

const isVersion = (db: Database, storyId: string, seq: number): boolean => seq >= 0 && seq <= headSeq(db, storyId);
