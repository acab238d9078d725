import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Database } from '../../../main/store/database.ts';
import { sql as library } from '../../../main/store/migrations/0001-library.ts';
import { sql as shelf } from '../../../main/store/migrations/0002-shelf.ts';
import { migrate, SCHEMA_VERSION, schemaState } from '../../../main/store/migrations/index.ts';
import { KEYS, putRow, TABLES } from '../../../main/store/sealed.ts';
import { makeFolder } from './make.ts';

const made: Database[] = [];
afterEach(() => {
  for (const db of made.splice(0)) db.close();
});
const database = (): Database => {
  const db = new Database(join(makeFolder(), 'library.db'));
  made.push(db);
  return db;
};
const version = (db: Database) => db.get('PRAGMA user_version')?.user_version;

test('the migrations make every table, with its checksum and its key', () => {
  const db = database();
  migrate(db);
  for (const table of TABLES) {
    const columns = db.all(`PRAGMA table_info("${table}")`);
    expect(columns.map((column) => column.name)).toContain('sum');
    const keys = columns.filter((column) => Number(column.pk) > 0).map((column) => column.name);
    expect(keys, table).toEqual([...KEYS[table]]);
  }
  const names = db.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => row.name);
  expect(names.sort()).toEqual([...TABLES, 'library', 'quarantine'].sort());
});

test('0002 keeps publications, their jobs and their receipts, and lets a story go without them', () => {
  const db = database();
  migrate(db, [library]);
  db.run("INSERT INTO stories VALUES ('s', 0, '{}', 'x')");
  for (const n of [1, 2]) {
    db.run("INSERT INTO publications VALUES (?, 's', 'd', ?, '{}', 'x')", `p${n}`, n);
    db.run("INSERT INTO jobs VALUES (?, ?, 's', 'd', 'done', '{}', 'x')", `j${n}`, `p${n}`);
    db.run("INSERT INTO receipts VALUES (?, ?, 's', 'd', 'h', '{}', 'x')", `r${n}`, `p${n}`);
  }
  migrate(db, [library, shelf]);
  expect(db.all('SELECT id, counter FROM publications ORDER BY rowid')).toEqual([
    { id: 'p1', counter: 1 },
    { id: 'p2', counter: 2 },
  ]);
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  db.run("DELETE FROM stories WHERE id = 's'");
  expect(db.all('SELECT id FROM receipts').length).toBe(2);
  expect(() => db.run("INSERT INTO receipts VALUES ('r3', 'none', 's', 'd', 'h', '{}', 'x')")).toThrow('FOREIGN KEY');
});

test('0003 gives clipboards a place, and takes nothing away', () => {
  const db = database();
  migrate(db, [library, shelf]);
  putRow(db, 'notes', { story_id: 'a', data: '{}' });
  migrate(db);
  expect(schemaState(db)).toBe('current');
  expect(db.all('SELECT story_id FROM notes')).toEqual([{ story_id: 'a' }]);
  putRow(db, 'pastes', { id: 'b', story_id: 'a', data: '{}' });
  expect(db.all('SELECT id FROM pastes')).toEqual([{ id: 'b' }]);
});

test('a new library is brought to the newest schema, and said to be current', () => {
  const db = database();
  expect(schemaState(db)).toBe('new');
  migrate(db);
  expect(version(db)).toBe(SCHEMA_VERSION);
  expect(schemaState(db)).toBe('current');
  migrate(db); // nothing to do
  expect(schemaState(db)).toBe('current');
});

test('migrations run in order, only those that are missing, all or none', () => {
  const db = database();
  migrate(db, [library]);
  const second = 'CREATE TABLE second (a TEXT) STRICT;';
  expect(() => migrate(db, [library, second, 'CREATE TABLE second (a TEXT) STRICT;'])).toThrow('already exists');
  expect(version(db)).toBe(1);
  expect(db.all("SELECT name FROM sqlite_schema WHERE name = 'second'")).toEqual([]);
  migrate(db, [library, second, shelf, 'CREATE TABLE fourth (a TEXT) STRICT;']);
  expect(version(db)).toBe(4);
  expect(db.get("SELECT value FROM library WHERE name = 'schema'")).toEqual({ value: '4' });
  expect(schemaState(db)).toBe('newer');
});

test('header and table must agree on the schema', () => {
  const db = database();
  migrate(db);
  for (const header of [0, 1, 2, 77]) {
    db.exec(`PRAGMA user_version=${header}`);
    expect(schemaState(db), String(header)).toBe('damaged');
  }
  db.exec(`PRAGMA user_version=${SCHEMA_VERSION}; DROP TABLE photos`);
  expect(schemaState(db)).toBe('damaged');
});

test('a writer’s file is durable, or it is no writer', () => {
  const db = database();
  db.prepareToWrite();
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(db.get('PRAGMA locking_mode')).toEqual({ locking_mode: 'exclusive' });
  expect(db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
});

test('a transaction that throws leaves nothing behind, and the next one works', () => {
  const db = database();
  db.exec('CREATE TABLE t (a INTEGER UNIQUE) STRICT');
  const insert = (value: number) => db.run('INSERT INTO t VALUES (?)', value);
  expect(() =>
    db.transaction(() => {
      insert(1);
      insert(1);
    }),
  ).toThrow('UNIQUE');
  expect(db.all('SELECT * FROM t')).toEqual([]);
  db.transaction(() => insert(2));
  expect(db.all('SELECT * FROM t')).toEqual([{ a: 2 }]);
});
