// Ways to hurt a library that is closed, and to look into it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Runs SQL on a closed library's database. */
export function hurt(folder: string, sql: string, ...params: (string | number)[]): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  const { changes } = db.prepare(sql).run(...params);
  db.close();
  if (changes === 0) throw new Error(`nothing was hurt by ${sql}`);
}

export function look(folder: string, sql: string): Record<string, unknown>[] {
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
}

/** Changes bits of one byte of a file. */
export function flip(path: string, position: number, mask: number): void {
  const bytes = readFileSync(path);
  bytes[position] = (bytes[position] as number) ^ mask;
  writeFileSync(path, bytes);
}
