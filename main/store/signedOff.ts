import type { Database } from './database.ts';
import { readRecordsWith } from './records.ts';

type Point = { seq: number; at: string; author: string };

/** The version that a story's author signed off; see `history.signOff` in the contract. */
export function signedOff(db: Database, id: string, step: string | null): Point | null {
  const first = pointOf(db.get('SELECT seq, at, author FROM snapshots WHERE story_id = ? ORDER BY seq LIMIT 1', id));
  if (step !== null) {
    const record = readRecordsWith(db, id, step).find((one) => one.problem === null && one.change.desk?.steps[step]);
    // In no record: it came with the story.
    if (record) return pointOf(record.row);
    return first;
  }
  if (!first) return null;
  const last = pointOf(
    db.get(
      'SELECT seq, at, author FROM records WHERE story_id = ? AND author = ? ORDER BY seq DESC LIMIT 1',
      id,
      first.author,
    ),
  );
  return last ?? first;
}

const pointOf = (row: Record<string, unknown> | undefined): Point | null =>
  row ? { seq: Number(row.seq), at: String(row.at), author: String(row.author) } : null;
