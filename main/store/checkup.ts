import type { Database, Row } from './database.ts';
import { readRecovery } from './recovery.ts';
import { isIntact, KEYS, TABLES, type Table } from './sealed.ts';

/** Rows whose checksum does not fit, by their keys, and the stories whose recovery copy is not whole. */
export type Suspect = { table: Table; keys: (string | number)[] };
export type CheckUp = { verdict: string; suspects: Suspect[]; copies: string[] };

const WORK_MS = 10;
const REST_MS = 10;

/**
 * Reads a whole library: every page, every row's checksum, every recovery copy. `db` reads the file as it is, without its
 * log, while the store holds it still (see hold.ts). `verdict` is "ok" or what SQLite says. It rests between its steps.
 */
export function checkUp(db: Database, folder: string, rest: () => void = pause): CheckUp {
  const breathe = paced(rest);
  try {
    const suspects: Suspect[] = [];
    for (const table of TABLES)
      for (const { rowid_: _, ...row } of db.each(`SELECT rowid AS rowid_, * FROM "${table}"`)) {
        if (!isIntact(table, row)) suspects.push({ table, keys: KEYS[table].map((name) => keyOf(row, name)) });
        breathe();
      }
    const copies = db.all('SELECT id FROM stories').flatMap(({ id }) => {
      breathe();
      return readRecovery(folder, String(id)) === null ? [String(id)] : [];
    });
    const [first] = db.all('PRAGMA integrity_check(1)');
    return { verdict: String(first?.integrity_check), suspects, copies };
  } catch (error) {
    return { verdict: String(error), suspects: [], copies: [] };
  }
}

const keyOf = (row: Row, name: string): string | number => {
  const value = row[name];
  return typeof value === 'number' ? value : String(value);
};

/** Lets others have the processor for as long as this had it. */
function paced(rest: () => void): () => void {
  let since = performance.now();
  return () => {
    if (performance.now() - since < WORK_MS) return;
    rest();
    since = performance.now();
  };
}

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REST_MS);
