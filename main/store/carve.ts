import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOnPages } from './cells.ts';
import { Database, type Row } from './database.ts';
import { migrate } from './migrations/index.ts';
import { isIntact, KEYS, TABLES, type Table } from './sealed.ts';

/**
 * Every row in a database file whose checksum fits, wherever it stands and whatever the schema says: the last resort. A
 * checksum names its table, so that none passes for another's. Pages that were given up may hold older states of a row:
 * of several with one key, the one that was last changed.
 */
export function carveRows(folder: string): Map<Table, Row[]> {
  const path = join(folder, 'library.db');
  const found = new Map<Table, Map<string, Row>>(TABLES.map((table) => [table, new Map()]));
  if (existsSync(path)) {
    const columns = columnsOfTables();
    for (const values of rowsOnPages(readFileSync(path))) {
      for (const [table, names] of columns) {
        if (names.length !== values.length) continue;
        const row: Row = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
        if (!isIntact(table, row)) continue;
        const rows = found.get(table) as Map<string, Row>;
        const key = JSON.stringify(KEYS[table].map((name) => row[name]));
        const other = rows.get(key);
        if (!other || changedAt(row) >= changedAt(other)) rows.set(key, row);
      }
    }
  }
  return new Map([...found].map(([table, rows]) => [table, [...rows.values()]]));
}

/** When a row was last changed, as far as it says so; instants in ISO 8601 sort as text. */
const changedAt = (row: Row): string => /"(?:updatedAt|at)":"([^"]*)"/.exec(String(row.data))?.[1] ?? '';

function columnsOfTables(): [Table, string[]][] {
  const fresh = new Database(':memory:');
  migrate(fresh);
  const columns = TABLES.map((table): [Table, string[]] => [
    table,
    fresh.all(`PRAGMA table_info("${table}")`).map((column) => String(column.name)),
  ]);
  fresh.close();
  return columns;
}
