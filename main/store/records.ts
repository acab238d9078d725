import { type Change, changeSchema } from '../../story/journal.ts';
import { instantSchema, STORY_VERSION } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Database, Row } from './database.ts';
import { isIntact, parseColumn, putRow } from './sealed.ts';

/** One journal record as read. `problem`: its bytes are not what was written, or a newer program wrote it. */
export type ReadRecord = { seq: number; row: Row } & (
  | { problem: null; at: string; change: Change }
  | { problem: 'damaged' | 'newer' }
);

const columns = z.object({ seq: z.number().int(), at: instantSchema, author: z.string(), version: z.number().int() });

/** Inserts one record. The caller's transaction makes it durable. A number that is taken is never overwritten: it throws. */
export function insertRecord(db: Database, id: string, seq: number, at: string, author: string, change: Change): void {
  const row = { story_id: id, seq, at, author, version: STORY_VERSION, change: JSON.stringify(change) };
  putRow(db, 'records', row, 'insert');
}

/** The records of a story after `after`, up to `upTo`, in order, each checked by itself. */
export function readRecords(db: Database, id: string, after: number, upTo = Number.MAX_SAFE_INTEGER): ReadRecord[] {
  const rows = db.all(
    'SELECT * FROM records WHERE story_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
    id,
    after,
    upTo,
  );
  return rows.map(readRecord);
}

/**
 * The records of a story in whose JSON a text stands, after `after`, up to `upTo`, in order. SQLite looks for it, so that a
 * long journal costs a reading of its bytes and not of its changes.
 */
export function readRecordsWith(
  db: Database,
  id: string,
  text: string,
  after = -1,
  upTo = Number.MAX_SAFE_INTEGER,
): ReadRecord[] {
  const rows = db.all(
    'SELECT * FROM records WHERE story_id = ? AND seq > ? AND seq <= ? AND instr(change, ?) > 0 ORDER BY seq',
    id,
    after,
    upTo,
    text,
  );
  return rows.map(readRecord);
}

function readRecord(row: Row): ReadRecord {
  const seq = Number(row.seq);
  const parsed = columns.safeParse(row);
  if (!parsed.success || !isIntact('records', row)) return { seq, row, problem: 'damaged' };
  if (parsed.data.version > STORY_VERSION) return { seq, row, problem: 'newer' };
  const change = parseColumn(changeSchema, row.change);
  return change ? { seq, row, problem: null, at: parsed.data.at, change } : { seq, row, problem: 'damaged' };
}

/** The highest number given out in a story, be it intact or not; -1 where there is nothing at all. */
export function headSeq(db: Database, id: string): number {
  const row = db.get(
    `SELECT max(coalesce((SELECT max(seq) FROM records WHERE story_id = ?1), -1),
      coalesce((SELECT max(seq) FROM snapshots WHERE story_id = ?1), -1)) AS head`,
    id,
  );
  return Number(row?.head);
}
