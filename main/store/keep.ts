import { forKeeping, thinned } from '../../story/history/thin.ts';
import type { Database } from './database.ts';
import { frozenSeqs } from './milestones.ts';
import { isIntact } from './sealed.ts';

/** How many of the newest snapshots stay in any case, and as many intact ones. */
const NEWEST = 8;
/** The most records that may stand between two snapshots: a version in the middle must be read quickly. */
const MOST_RECORDS = 2_000;

/**
 * The numbers of the snapshots of a story that stay, whatever their age: the first, the newest (and the newest intact ones),
 * those that versions, publications and approvals name; of the others one an hour for the last day, one a day beyond, and
 * one every two thousand records. `now`: epoch milliseconds.
 */
export function keptSnapshots(db: Database, id: string, now: number): ReadonlySet<number> {
  const rows = db.all('SELECT seq, at FROM snapshots WHERE story_id = ? ORDER BY seq', id);
  const list = rows.map((row) => ({ seq: Number(row.seq), at: String(row.at) }));
  const kept = new Set<number>(named(db, id));
  for (const { seq } of [...list.slice(0, 1), ...list.slice(-NEWEST)]) kept.add(seq);
  for (const seq of newestIntact(db, id)) kept.add(seq);
  for (const { item } of thinned(list, now, forKeeping)) kept.add(item.seq);
  let last = 0;
  for (const [index, { seq }] of list.entries()) {
    const next = list[index + 1]?.seq;
    if (next !== undefined && next - last > MOST_RECORDS) kept.add(seq);
    if (kept.has(seq)) last = seq;
  }
  return kept;
}

/** What names a number, be its row intact or not. */
function named(db: Database, id: string): number[] {
  const versions = db.all('SELECT seq FROM versions WHERE story_id = ?', id).map((row) => Number(row.seq));
  const approved = db.all(
    `SELECT seq FROM snapshots WHERE story_id = ?1 AND EXISTS (SELECT 1 FROM records
     WHERE story_id = ?1 AND seq = snapshots.seq AND instr(change, '"approval":{') > 0)`,
    id,
  );
  return [...versions, ...approved.map((row) => Number(row.seq)), ...frozenSeqs(db, id).map(({ seq }) => seq)];
}

/** The newest intact snapshots: what a damaged story is shown from. */
function newestIntact(db: Database, id: string): number[] {
  const found: number[] = [];
  for (const { seq } of db.all('SELECT seq FROM snapshots WHERE story_id = ? ORDER BY seq DESC', id)) {
    const row = db.get('SELECT * FROM snapshots WHERE story_id = ? AND seq = ?', id, Number(seq));
    if (row && isIntact('snapshots', row)) found.push(Number(seq));
    if (found.length === NEWEST) break;
  }
  return found;
}
