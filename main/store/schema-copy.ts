import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { replaceFile } from './files.ts';

/**
 * `library.schema` beside the database: its tables and the pages where they begin, as SQLite keeps them (its
 * sqlite_schema). Where they begin depends on what was in the library when it was migrated, so that with a damaged first page
 * nobody else could say. Two lines of UTF-8: the SHA-256 of the second, and the rows as JSON.
 */
const rowSchema = z.object({
  type: z.string(),
  name: z.string(),
  tbl_name: z.string(),
  rootpage: z.number().int(),
  sql: z.string().nullable(),
});
export type SchemaRow = z.infer<typeof rowSchema>;

export const SCHEMA_FILE = 'library.schema';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const rowsOf = (db: Database) => db.all('SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY rowid');

/** Writes the copy if it is not the database's own any more. Throws what the disk says. */
export function keepSchema(db: Database, folder: string): void {
  const json = JSON.stringify(rowsOf(db));
  const path = join(folder, SCHEMA_FILE);
  const text = `${sha256(json)}\n${json}\n`;
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) replaceFile(path, text);
}

/** The rows; null where there is no copy, or it is damaged. */
export function readSchema(folder: string): SchemaRow[] | null {
  const path = join(folder, SCHEMA_FILE);
  if (!existsSync(path)) return null;
  const [hash, json = ''] = readFileSync(path, 'utf8').split('\n');
  if (hash !== sha256(json)) return null;
  return z.array(rowSchema).parse(JSON.parse(json));
}

/** Whether a database, be it damaged, has the schema of the copy beside it. */
export function hasItsSchema(db: Database, folder: string): boolean {
  const rows = readSchema(folder);
  try {
    return rows !== null && JSON.stringify(rowsOf(db)) === JSON.stringify(rows);
  } catch {
    return false; // not even that can be read
  }
}
