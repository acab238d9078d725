// A library that came through a migration with stories in it: its tables do not begin where a new library's do.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { rowsOnPages } from '../../../main/store/cells.ts';
import { Database } from '../../../main/store/database.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import { TABLES } from '../../../main/store/sealed.ts';
import { transplantSchema } from '../../../main/store/transplant.ts';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { makeOldLibrary } from '../../crash/kills/hurt.ts';
import { photo } from '../../fixtures/photo.ts';
import { flip, look } from './damage.ts';
import { addition, good, makeFolder } from './make.ts';

const pictures = await Promise.all([1, 2, 3].map((seed) => photo('jpeg', 64, 40, seed)));
/** Where a story and its history stand, in every table, without what is derived. */
const rowsOf = (folder: string) =>
  TABLES.filter((table) => table !== 'stories').map((table) => [
    table,
    // What the salvage itself notes for the person is no row of before.
    look(folder, `SELECT * FROM "${table}" ORDER BY 1, 2`).filter((row) => !String(row.key).startsWith('incident.')),
  ]);

/** Migrated with three stories of 40 records, then written on: a publication, a value, a story with one very long record. */
function makeLibrary(): string {
  const folder = join(makeFolder(), 'library');
  makeOldLibrary(folder, 5, 3, pictures);
  const { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  const [row] = methods.listStories();
  const id = row?.id as string;
  const { story, seq } = good(methods.readStory(id));
  good(methods.appendRecord(id, seq, addition(story, 'Một đoạn rất dài. '.repeat(3000)), 'an'));
  const long = good(methods.readStory(id)).story;
  const destinationId = newId();
  const config = { type: 'folder' as const, path: '/a', open: false };
  good(methods.putDestination({ id: destinationId, name: 'Báo', config, secret: new Uint8Array([1, 2]) }));
  good(methods.putValue('person', new Uint8Array([1, 2, 3])));
  const frozen = { story: long, hash: storyHash(long), destinationId, approvedBy: null, publishedBy: 'an', total: 1 };
  const job = good(methods.enqueue(frozen));
  good(methods.updateJob(job.id, { state: 'running' }));
  good(methods.updateJob(job.id, { state: 'cancelled' }));
  methods.close();
  return folder;
}

function hurtFirstPage(folder: string): void {
  const path = join(folder, 'library.db');
  const bytes = readFileSync(path);
  bytes.fill(0, 0, 4096);
  writeFileSync(path, bytes);
}

test.each([
  ['with the copy of its schema', () => undefined],
  ['with that copy damaged, too', (folder: string) => flip(join(folder, 'library.schema'), 200, 1)],
  ['without such a copy', (folder: string) => rmSync(join(folder, 'library.schema'))],
])('a migrated library whose first page is damaged gives back every row: %s', (_, harm) => {
  const folder = makeLibrary();
  const before = rowsOf(folder);
  hurtFirstPage(folder);
  rmSync(join(folder, 'recovery'), { recursive: true });
  harm(folder);
  const library = good(openLibrary(folder, SNAPSHOT_LIMITS));
  expect(library.problem).toBe('damaged');
  library.methods.close();
  expect(rowsOf(folder)).toEqual(before);
  expect(look(folder, 'SELECT * FROM quarantine')).toEqual([]);
  const again = good(openLibrary(folder, SNAPSHOT_LIMITS));
  expect(again.problem).toBeNull();
  again.methods.close();
});

test('the schema goes back into a damaged file without touching a page that holds rows', () => {
  const folder = makeLibrary();
  const before = rowsOf(folder);
  const path = join(folder, 'library.db');
  const pages = readFileSync(path);
  hurtFirstPage(folder);
  expect(transplantSchema(folder)).toBe(true);
  expect(readFileSync(path).subarray(4096, pages.length)).toEqual(pages.subarray(4096));
  expect(rowsOf(folder)).toEqual(before);
});

test('a table that has lost its place is found again', () => {
  const folder = makeLibrary();
  const before = rowsOf(folder);
  const path = join(folder, 'library.db');
  const db = new DatabaseSync(path, { defensive: false });
  db.exec(`PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage =
    (SELECT rootpage FROM sqlite_schema WHERE name = 'values') WHERE name = 'records'`);
  db.close();
  rmSync(join(folder, 'recovery'), { recursive: true });
  const { methods, problem } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  expect(problem).toBe('damaged');
  methods.close();
  expect(rowsOf(folder)).toEqual(before);
});

test('rows are read from their pages as SQLite reads them, whatever their length', () => {
  const path = join(makeFolder(), 'any.db');
  const db = new Database(path);
  db.exec('CREATE TABLE t (a TEXT, b INTEGER, c REAL, d BLOB) STRICT');
  const lengths = [0, 1, 127, 480, 489, 4000, 4050, 4060, 4061, 4070, 5000, 8150, 8200, 40_000];
  const numbers = [0, 1, -1, 127, -128, 40_000, -8_000_000, 2 ** 31, -(2 ** 40), 2 ** 52];
  for (const [n, length] of lengths.entries())
    db.run(
      'INSERT INTO t VALUES (?, ?, ?, ?)',
      'ệ'.repeat(length),
      numbers[n % 10] as number,
      n / 7,
      new Uint8Array(n),
    );
  const rows = db.all('SELECT * FROM t').map((row) => Object.values(row));
  db.close();
  const found = [...rowsOnPages(readFileSync(path))].filter((values) => values.length === 4);
  expect(found.map(([a, b, c, d]) => [a, b, c, new Uint8Array(d as Uint8Array)])).toEqual(rows);
});

test('a job whose publication is lost can still be stopped', () => {
  const folder = makeLibrary();
  const [job] = look(folder, 'SELECT id, data FROM jobs');
  const db = new Database(join(folder, 'library.db'));
  db.exec('PRAGMA foreign_keys=OFF; DELETE FROM publications');
  db.close();
  const { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  expect(methods.updateJob(String(job?.id), { error: { code: 'damaged' } })).toMatchObject({ ok: true });
  methods.close();
});
