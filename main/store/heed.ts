import type { CheckUp, Suspect } from './checkup.ts';
import type { Database, Row } from './database.ts';
import { addIncident } from './incidents.ts';
import { isIntact, KEYS, quarantine, type Table } from './sealed.ts';
import type { Stories } from './stories.ts';
import { raiseSuspicion } from './suspicion.ts';

export type Found = Pick<CheckUp, 'suspects' | 'copies'>;
type Bad = { table: Table; row: Row };

/**
 * What a check of the whole library found is looked at again, and mended before it is needed: a story that cannot be shown
 * whole is mended as an opening mends it; a row that only its past needs is set aside. Gives how many rows were bad.
 */
export function heed(db: Database, stories: Stories, { suspects, copies }: Found): number {
  const bad = suspects.flatMap((suspect) => stillBad(db, suspect));
  const byStory = Map.groupBy(
    bad.filter(({ table }) => table === 'snapshots' || table === 'records'),
    ({ row }) => String(row.story_id),
  );
  for (const [id, rows] of byStory) heedStory(db, stories, id, rows);
  if (bad.some(({ table }) => table === 'stories')) stories.refreshRows();
  for (const id of copies) stories.secure(id);
  return bad.length;
}

function heedStory(db: Database, stories: Stories, id: string, rows: readonly Bad[]): void {
  const mended = stories.secure(id);
  if (mended === 'mended') return;
  if (rows.filter((bad) => setAside(db, bad)).length === 0) return;
  const aside = Number(db.get('SELECT count(*) AS n FROM quarantine WHERE key GLOB ?', `${id} *`)?.n);
  addIncident(db, { what: mended === 'lost' ? 'lost' : 'oldRows', storyId: id, aside });
}

/** The next start looks closely; the person is told. */
export function heedVerdict(db: Database, folder: string, verdict: string): void {
  if (verdict === 'ok') return;
  raiseSuspicion(folder, verdict);
  addIncident(db, { what: 'suspect' });
}

/** Keeps a copy of the row, once; the row itself stays where it is. */
function setAside(db: Database, { table, row }: Bad): boolean {
  const key = KEYS[table].map((name) => String(row[name])).join(' ');
  if (db.get('SELECT id FROM quarantine WHERE source = ? AND key = ?', table, key)) return false;
  quarantine(db, table, 'checksum', row);
  return true;
}

/** Read again on the library's own connection: what has changed since is not bad. */
function stillBad(db: Database, { table, keys }: Suspect): Bad[] {
  const where = KEYS[table].map((name) => `${name} = ?`).join(' AND ');
  const row = db.get(`SELECT * FROM "${table}" WHERE ${where}`, ...keys);
  return row && !isIntact(table, row) ? [{ table, row }] : [];
}
