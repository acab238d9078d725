// Libraries that are not simply new: one of the oldest schema, with stories in it, and damage done by hand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '../../../main/store/database.ts';
import { sql as first } from '../../../main/store/migrations/0001-library.ts';
import { migrate } from '../../../main/store/migrations/index.ts';
import { insertRecord } from '../../../main/store/records.ts';
import { insertSnapshot } from '../../../main/store/snapshots.ts';
import { diffStories } from '../../../story/journal.ts';
import { begin, next } from './life.ts';
import type { Said } from './said.ts';

const AT = '2025-03-01T08:00:00.000Z';
const RECORDS = 40;

/** Makes a library as the first released program left it; what it says of it, as if somebody had typed it. */
export function makeOldLibrary(folder: string, seed: number, stories: number, pictures: readonly Buffer[]): Said[] {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'library.db'));
  db.prepareToWrite();
  migrate(db, [first]);
  const said: Said[] = [];
  for (let index = 0; index < stories; index++) {
    let story = begin(seed, index, pictures);
    insertSnapshot(db, 0, AT, 'pv', story);
    said.push({ say: 'create', index }, { say: 'created', index });
    for (let seq = 0; seq < RECORDS; seq++) {
      const after = next(story, seed, seq);
      insertRecord(db, story.id, seq + 1, AT, 'pv', diffStories(story, after));
      said.push({ say: 'send', id: story.id, seq }, { say: 'sent', id: story.id, seq: seq + 1 });
      story = after;
    }
  }
  db.close();
  return said;
}

/** Damages the first page, where the schema is: the next start has to salvage. False: there is no database yet. */
export function hurtSchema(folder: string): boolean {
  const path = join(folder, 'library.db');
  const db = new DatabaseSync(path);
  const made = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n;
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  if (!made) return false;
  const bytes = readFileSync(path);
  bytes.fill(0xee, 16, 400);
  writeFileSync(path, bytes);
  return true;
}

/** Damages the newest snapshot of a story that has an older one and every record behind that: nothing is lost by it. */
export function hurtSnapshot(folder: string): boolean {
  const db = new DatabaseSync(join(folder, 'library.db'));
  const damage = `UPDATE snapshots SET sum = 'x' WHERE rowid IN (SELECT max(rowid) FROM snapshots WHERE seq > 0 AND
    (SELECT count(*) FROM records WHERE records.story_id = snapshots.story_id AND records.seq <= snapshots.seq) = snapshots.seq)`;
  try {
    return Number(db.prepare(damage).run().changes) > 0;
  } catch {
    return false; // not even the table is there yet
  } finally {
    db.close();
  }
}
