import { dirname } from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { photosOf } from '../../story/formats/copydesk/unpack.ts';
import type { Story } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { Database } from '../store/database.ts';
import { attempt, failure } from '../store/failures.ts';
import { loadStory } from '../store/load.ts';
import { schemaState } from '../store/migrations/index.ts';
import { getPhoto } from '../store/photos.ts';
import { intactRows, isIntact, parseColumn, TABLES } from '../store/sealed.ts';

/** What a copy of library.db turned out to be. `damagedRows`: rows whose checksum does not fit. */
export type Inspection = { schema: number; stories: number; damagedRows: number };
export type ListedStory = { id: string; headline: string; words: number; updatedAt: string };
export type TakenStory = { story: Story; photos: { hash: string; name: string }[]; notes: string | null };

/** What is asked of a copy of library.db that nobody writes to; answered in a thread of its own (worker.ts). */
export type Question =
  | { ask: 'inspect'; path: string }
  | { ask: 'list'; path: string }
  | { ask: 'story'; path: string; id: string };
export type Answers = { inspect: Inspection; list: ListedStory[]; story: TakenStory };

const notesSchema = z.object({ text: z.string() });
const rowSchema = z.object({ headline: z.string(), words: z.number(), updatedAt: z.string() });

/** Failures: damagedBackup, newerSchema, notFound, and the disk's. */
export function answer(question: Question): Result<Answers[Question['ask']]> {
  const asked = attempt((): Result<Answers[Question['ask']]> => {
    const db = new Database(question.path, { still: true });
    try {
      switch (question.ask) {
        case 'inspect':
          return inspect(db);
        case 'list':
          return { ok: true, value: list(db) };
        case 'story':
          return take(db, question.path, question.id);
      }
    } finally {
      db.close();
    }
  });
  const found = asked.ok ? asked.value : asked;
  return !found.ok && found.code === 'damaged' ? failure('damagedBackup', found.detail) : found;
}

/** The file's structure as a whole, and the checksum of every row. */
function inspect(db: Database): Result<Inspection> {
  const state = schemaState(db);
  if (state === 'newer') return failure('newerSchema', 'library.db');
  if (state !== 'current' && state !== 'older') return failure('damaged', `library.db: ${state}`);
  const [verdict] = db.all('PRAGMA integrity_check(1)');
  if (verdict?.integrity_check !== 'ok') return failure('damaged', String(verdict?.integrity_check));
  const here = new Set(db.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name));
  let damagedRows = 0;
  for (const table of TABLES.filter((name) => here.has(name)))
    for (const row of db.each(`SELECT * FROM "${table}"`)) if (!isIntact(table, row)) damagedRows++;
  const schema = Number(db.get('PRAGMA user_version')?.user_version);
  const stories = Number(db.get('SELECT count(DISTINCT story_id) AS stories FROM snapshots')?.stories);
  return { ok: true, value: { schema, stories, damagedRows } };
}

/** The stories, the last changed first; by their rows, or where one does not tell, by its id alone. */
function list(db: Database): ListedStory[] {
  const rows = db.all(
    `SELECT ids.story_id AS id, stories.data AS data FROM (SELECT DISTINCT story_id FROM snapshots) AS ids
       LEFT JOIN stories ON stories.id = ids.story_id`,
  );
  const listed = rows.map(({ id, data }) => ({
    id: String(id),
    ...(parseColumn(rowSchema, data) ?? { headline: '', words: 0, updatedAt: '' }),
  }));
  return listed.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** The newest intact state of one story, and what is known of its photos. */
function take(db: Database, path: string, id: string): Result<TakenStory> {
  const loaded = loadStory(db, dirname(path), id);
  if (!('story' in loaded)) return loaded;
  if (loaded.problem === 'newerSchema') return failure('newerSchema', id);
  const photos = photosOf(loaded.story).map((hash) => ({ hash, name: getPhoto(db, hash)?.name ?? hash }));
  return { ok: true, value: { story: loaded.story, photos, notes: notesOf(db, id) } };
}

/** The private notes beside a story; a library of before they were kept has none. */
function notesOf(db: Database, id: string): string | null {
  const has = db.get("SELECT 1 AS has FROM sqlite_schema WHERE name = 'notes'");
  const [row] = has ? intactRows(db, 'notes', 'WHERE story_id = ?', id) : [];
  return (row && parseColumn(notesSchema, row.data)?.text) || null;
}
