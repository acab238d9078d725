import type { Database } from '../database.ts';

/** The tables that a row of the library is made from, with their column that names the story. */
const SOURCES = { stories: 'id', receipts: 'story_id', shelf: 'story_id', notes: 'story_id' } as const;

/** From now on, whatever writes to these tables leaves the story's id in a table in memory, as long as `db` is open. */
export function watchStories(db: Database): void {
  db.exec(
    'PRAGMA temp_store=MEMORY; CREATE TEMP TABLE touched (id TEXT); CREATE INDEX temp.touched_id ON touched (id)',
  );
  for (const [table, column] of Object.entries(SOURCES))
    for (const [event, sides] of [
      ['INSERT', ['NEW']],
      ['UPDATE', ['NEW', 'OLD']],
      ['DELETE', ['OLD']],
    ] as const) {
      // OR IGNORE would not do: in a trigger, the conflict clause of the statement that fired it holds.
      const notes = sides.map((side) => {
        const id = `${side}.${column}`;
        return `INSERT INTO touched SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM touched WHERE id = ${id});`;
      });
      db.exec(`CREATE TEMP TRIGGER ${table}_${event} AFTER ${event} ON main.${table} BEGIN ${notes.join(' ')} END`);
    }
}

/** The stories that were written to since the last time. */
export function takeTouched(db: Database): string[] {
  const ids = db.all('SELECT id FROM touched').map((row) => String(row.id));
  if (ids.length > 0) db.exec('DELETE FROM touched');
  return ids;
}

/** The same for the rows of a table that has one key, by that key. */
export function watchRows(db: Database, { table, key }: Watched): void {
  db.exec(`PRAGMA temp_store=MEMORY; CREATE TEMP TABLE touched_${table} (key TEXT PRIMARY KEY)`);
  for (const [event, side] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'NEW'],
    ['DELETE', 'OLD'],
  ] as const) {
    const note = `INSERT INTO touched_${table} SELECT ${side}.${key}
      WHERE NOT EXISTS (SELECT 1 FROM touched_${table} WHERE key = ${side}.${key});`;
    db.exec(`CREATE TEMP TRIGGER ${table}_rows_${event} AFTER ${event} ON main.${table} BEGIN ${note} END`);
  }
}
export const PHOTO_ROWS = { table: 'photos', key: 'hash' } as const;
export const RECEIPT_ROWS = { table: 'receipts', key: 'id' } as const;
type Watched = typeof PHOTO_ROWS | typeof RECEIPT_ROWS;

export function takeTouchedRows(db: Database, { table }: Watched): string[] {
  const keys = db.all(`SELECT key FROM touched_${table}`).map((row) => String(row.key));
  if (keys.length > 0) db.exec(`DELETE FROM touched_${table}`);
  return keys;
}
