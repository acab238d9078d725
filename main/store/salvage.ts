import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { patientlySync } from '../patience.ts';
import { point } from '../points.ts';
import { carveRows } from './carve.ts';
import { Database, type Row } from './database.ts';
import { failureOf } from './failures.ts';
import { copyFile, makeFolder, syncFolder } from './files.ts';
import { migrate } from './migrations/index.ts';
import { hasItsSchema, SCHEMA_FILE } from './schema-copy.ts';
import { isIntact, putRow, quarantine, TABLES, type Table } from './sealed.ts';
import { transplantSchema } from './transplant.ts';
import { foldLog, logIsDamaged } from './wal.ts';

const FILES = ['library.db', 'library.db-wal', SCHEMA_FILE];
const UNFINISHED = '.partial';
/** How many rowids in a row are tried in vain before the rest of a gap is given up. */
const MOST_MISSES = 5_000;

/** Whether a salvage was begun and not finished (a crash in its middle): then it is done again. */
export const unfinished = (folder: string): string[] =>
  existsSync(join(folder, 'damaged'))
    ? readdirSync(join(folder, 'damaged')).filter((name) => name.endsWith(UNFINISHED))
    : [];

/**
 * Puts a sound library.db in the place of a damaged one. The damaged files are first copied to `damaged/INSTANT/`, and stay
 * there. Every row that can still be read and whose checksum fits goes over; other rows that can be read go to
 * quarantine. Gives INSTANT. Throws what the disk says (nothing has been changed then).
 */
export function salvage(folder: string): string {
  const damaged = join(folder, 'damaged');
  const instant = new Date().toISOString().replaceAll(':', '-'); // Windows allows no colon
  const evidence = join(damaged, `${instant}${UNFINISHED}`);
  const fresh = join(folder, 'library.salvaged');
  const scratch = join(folder, 'library.scratch');
  try {
    makeFolder(evidence);
    copyLibrary(folder, evidence);
    point('salvage.copied');
    rmSync(fresh, { force: true });
    const target = new Database(fresh);
    try {
      target.prepareToWrite();
      migrate(target);
      target.exec('PRAGMA foreign_keys=OFF'); // a receipt stays, also where its publication cannot be read
      const told = new Set<string>();
      for (const name of unfinished(folder).sort().reverse()) rescue(join(damaged, name), scratch, target, told);
    } finally {
      target.close();
    }
  } catch (error) {
    for (const path of [evidence, fresh, `${fresh}-wal`]) rmSync(path, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  point('salvage.rescued');
  rmSync(join(folder, 'library.db-wal'), { force: true }); // it would be replayed onto the new file
  point('salvage.swapping');
  patientlySync(() => renameSync(fresh, join(folder, 'library.db')));
  syncFolder(folder);
  point('salvage.swapped');
  for (const name of unfinished(folder))
    patientlySync(() => renameSync(join(damaged, name), join(damaged, name.slice(0, -UNFINISHED.length))));
  syncFolder(damaged);
  return instant;
}

function copyLibrary(from: string, to: string): void {
  for (const name of FILES) if (existsSync(join(from, name))) copyFile(join(from, name), join(to, name));
  syncFolder(to);
}

/**
 * Reads a copy of the damaged files: with a damaged log's pages, which are the newest; as they are; and, where that is not
 * all, with its schema made new; and, where that is not all either, page by page. What comes first stays.
 */
function rescue(evidence: string, scratch: string, target: Database, told: Set<string>): void {
  const read = (mend: () => boolean): boolean => {
    copyAnew();
    return mend() && copyRows(scratch, target, told);
  };
  const copyAnew = () => {
    rmSync(scratch, { recursive: true, force: true });
    makeFolder(scratch);
    copyLibrary(evidence, scratch);
  };
  const mendSchema = () => {
    foldLog(scratch);
    return transplantSchema(scratch);
  };
  read(() => logIsDamaged(join(scratch, 'library.db-wal')) && foldLog(scratch));
  if (read(() => true) || read(mendSchema)) return;
  copyAnew();
  foldLog(scratch);
  target.transaction(() => {
    for (const [table, rows] of carveRows(scratch)) for (const row of rows) take(target, table, row, told);
  });
}

/** Copies what can be read; tells whether that was surely all: with another schema, a table may have lost its place. */
function copyRows(folder: string, target: Database, told: Set<string>): boolean {
  const source = new Database(join(folder, 'library.db'));
  let whole = true;
  target.exec('BEGIN');
  try {
    for (const table of TABLES) {
      const rows = readableRows(source, table, () => {
        whole = false;
      });
      for (const row of rows) take(target, table, row, told);
    }
    target.exec('COMMIT');
    return whole && hasItsSchema(source, folder);
  } catch (error) {
    target.exec('ROLLBACK');
    throw error;
  } finally {
    source.close();
  }
}

function take(target: Database, table: Table, row: Row, told: Set<string>): void {
  if (isIntact(table, row)) {
    putRow(target, table, withoutSum(row), 'keep');
    return;
  }
  const text = JSON.stringify([table, row]);
  if (table === 'stories' || told.has(text)) return; // a story's row is derived anew
  told.add(text);
  quarantine(target, table, 'salvage', row);
}

const withoutSum = ({ sum: _, ...row }: Row): Row => row;

/** A table's rows, also where it breaks off: from the front, from the back, and one by one between. */
function* readableRows(db: Database, table: Table, broken: () => void): Generator<Row> {
  const select = `SELECT rowid AS rowid_, * FROM "${table}" NOT INDEXED`;
  const forward = readable(() => db.each(`${select} ORDER BY rowid`));
  yield* forward.rows.map(withoutRowid);
  if (forward.whole) return;
  broken();
  if (!readable(() => db.all(`${select} LIMIT 0`)).whole) return; // not even the table is known
  const first = Number(forward.rows.at(-1)?.rowid_ ?? 0);
  const backward = readable(() => db.each(`${select} WHERE rowid > ${first} ORDER BY rowid DESC`)).rows.reverse();
  const end = Number(backward[0]?.rowid_ ?? Number.MAX_SAFE_INTEGER);
  for (let rowid = first + 1, misses = 0; rowid < end && misses < MOST_MISSES; rowid++, misses++) {
    const [row] = readable(() => db.all(`${select} WHERE rowid = ?`, rowid)).rows;
    if (!row) continue;
    yield withoutRowid(row);
    misses = 0;
  }
  yield* backward.map(withoutRowid);
}

const withoutRowid = ({ rowid_: _, ...row }: Row): Row => row;

/** The rows up to where the file breaks off, and whether it did not. */
function readable(read: () => Iterable<Row>): { rows: Row[]; whole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of read()) rows.push(row);
    return { rows, whole: true };
  } catch (error) {
    const known = failureOf(error);
    // SQLITE_ERROR: the damaged schema has no such table or column.
    if (known?.code === 'damaged' || (error as { errcode?: number }).errcode === 1) return { rows, whole: false };
    throw error;
  }
}
