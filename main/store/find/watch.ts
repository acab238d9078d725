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

/** The same for photos' rows, by their hashes. */
export function watchPhotos(db: Database): void {
  db.exec('PRAGMA temp_store=MEMORY; CREATE TEMP TABLE touched_photos (hash TEXT PRIMARY KEY)');
  for (const [event, side] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'NEW'],
    ['DELETE', 'OLD'],
  ] as const) {
    const note = `INSERT INTO touched_photos SELECT ${side}.hash
      WHERE NOT EXISTS (SELECT 1 FROM touched_photos WHERE hash = ${side}.hash);`;
    db.exec(`CREATE TEMP TRIGGER photos_${event} AFTER ${event} ON main.photos BEGIN ${note} END`);
  }
}

export function takeTouchedPhotos(db: Database): string[] {
  const hashes = db.all('SELECT hash FROM touched_photos').map((row) => String(row.hash));
  if (hashes.length > 0) db.exec('DELETE FROM touched_photos');
  return hashes;
}
