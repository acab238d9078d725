import { hash } from 'node:crypto';
import type { z } from '../../story/zod.ts';
import type { Database, Param, Row } from './database.ts';

/** The tables whose rows carry a checksum, with their keys. */
export const KEYS = {
  stories: ['id'],
  snapshots: ['story_id', 'seq'],
  records: ['story_id', 'seq'],
  commons: ['story_id'],
  photos: ['hash'],
  destinations: ['id'],
  publications: ['id'],
  jobs: ['id'],
  receipts: ['id'],
  remote_photos: ['destination_id', 'hash'],
  values: ['key'],
  shelf: ['story_id'],
  notes: ['story_id'],
  versions: ['id'],
  pastes: ['id'],
} as const satisfies Record<string, readonly string[]>;
export type Table = keyof typeof KEYS;
export const TABLES = Object.keys(KEYS) as Table[];

/** A value as it stands in the checksum and in quarantine: bytes in hex. */
const written = (value: Param): string | number | null =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;

/**
 * The checksum of a row: SHA-256 (lower-case hex) over the JSON of the table's name and every column but `sum`, in the
 * columns' alphabetical order. It covers the keys, so that a row cannot pass for another one; a null column counts as
 * absent, so that a later migration may add columns.
 */
export function seal(table: Table, row: Row): string {
  const columns = Object.keys(row).filter((name) => name !== 'sum' && row[name] !== null);
  const json = JSON.stringify([table, ...columns.sort().map((name) => [name, written(row[name] as Param)])]);
  return hash('sha256', json); // in one go: every row of the library is checked at the start
}

export const isIntact = (table: Table, row: Row): boolean => row.sum === seal(table, row);

/** Inserts a row with its checksum. Where its key is taken: `replace` puts it there, `keep` leaves that one, `insert` throws. */
export function putRow(db: Database, table: Table, row: Row, taken: 'insert' | 'replace' | 'keep' = 'replace'): void {
  const columns = [...Object.keys(row), 'sum'];
  const places = columns.map(() => '?').join(', ');
  const keys: readonly string[] = KEYS[table];
  const rest = columns.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`);
  const conflict = {
    insert: '',
    replace: `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${rest.join(', ')}`,
    keep: 'ON CONFLICT DO NOTHING',
  };
  const sql = `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${places}) ${conflict[taken]}`;
  db.run(sql, ...Object.values(row), seal(table, row));
}

/** The intact rows of a query on one table, whole rows only; the others are passed over (checkTables has told of them). */
export const intactRows = (db: Database, table: Table, rest = '', ...params: Param[]): Row[] =>
  db.all(`SELECT * FROM "${table}" ${rest}`, ...params).filter((row) => isIntact(table, row));

/** The JSON of a row's column by its schema; null where it does not parse. */
export function parseColumn<T>(schema: z.ZodType<T>, text: unknown): T | null {
  if (typeof text !== 'string') return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** Keeps a damaged row for whoever wants to rescue words by hand. Nothing is ever deleted there. */
export function quarantine(db: Database, table: Table, reason: string, row: Row): void {
  const key = KEYS[table].map((name) => String(row[name])).join(' ');
  const data = JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(value)])));
  const at = new Date().toISOString();
  const sql = 'INSERT INTO quarantine (at, source, key, reason, data) VALUES (?, ?, ?, ?, ?)';
  db.run(sql, at, table, key, reason, data);
}

const SMALL_TABLES = [
  'commons',
  'photos',
  'destinations',
  'jobs',
  'receipts',
  'remote_photos',
  'values',
  'shelf',
  'notes',
  'versions',
  'pastes',
] as const;

/** Small tables whose rows stand for themselves: a damaged one goes to quarantine. Gives how many were. */
export function checkTables(db: Database): number {
  let damaged = 0;
  for (const table of SMALL_TABLES) {
    for (const row of db.all(`SELECT rowid AS rowid_, * FROM "${table}"`)) {
      const { rowid_, ...columns } = row;
      if (isIntact(table, columns)) continue;
      damaged++;
      db.transaction(() => {
        quarantine(db, table, 'checksum', columns);
        db.run(`DELETE FROM "${table}" WHERE rowid = ?`, rowid_ as number);
      });
    }
  }
  return damaged;
}
