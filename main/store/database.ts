import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export type Row = Record<string, string | number | Uint8Array | null>;
export type Param = string | number | Uint8Array | null;

/** FULL: each commit is fsynced before it is acknowledged (https://www.sqlite.org/pragma.html#pragma_synchronous). */
const SYNCHRONOUS = 2;

/** One SQLite file, with prepared statements kept. Errors of SQLite are thrown as they come: see failures.ts. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** `still`: only read, and nobody writes to it: no lock is taken and no file made beside it. */
  constructor(path: string, { still = false }: { still?: boolean } = {}) {
    this.#db = still
      ? new DatabaseSync(new URL('?immutable=1', pathToFileURL(path)), { readOnly: true })
      : new DatabaseSync(path);
    this.exec('PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON');
  }

  /** Takes the file for this process alone and makes every commit durable. Verified, since a pragma fails silently. */
  prepareToWrite(): void {
    this.exec('PRAGMA locking_mode=EXCLUSIVE'); // before the first access: WAL then needs no shared memory
    this.#demand('journal_mode', 'journal_mode=WAL', 'wal');
    this.#demand('synchronous', `synchronous=${SYNCHRONOUS}`, SYNCHRONOUS);
    // Only macOS knows the difference: there fsync alone leaves the drive's own cache.
    this.exec('PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON');
  }

  #demand(name: string, setting: string, value: Param): void {
    this.exec(`PRAGMA ${setting}`);
    const found = this.get(`PRAGMA ${name}`)?.[name];
    if (found !== value) throw new Error(`store: PRAGMA ${name} is ${found}, not ${value}`);
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** Runs one statement; gives the number of changed rows. */
  run(sql: string, ...params: Param[]): number {
    return Number(this.#statement(sql).run(...(params as SQLInputValue[])).changes);
  }

  get(sql: string, ...params: Param[]): Row | undefined {
    const row = this.#statement(sql).get(...(params as SQLInputValue[]));
    return row && plain(row);
  }

  all(sql: string, ...params: Param[]): Row[] {
    return this.#statement(sql)
      .all(...(params as SQLInputValue[]))
      .map(plain);
  }

  /** Rows one by one, for tables that may break off in the middle. */
  *each(sql: string, ...params: Param[]): Generator<Row> {
    for (const row of this.#prepare(sql).iterate(...(params as SQLInputValue[]))) yield plain(row);
  }

  /** All or nothing. When it returns, the commit is on disk; when it throws, nothing of it is. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.exec('ROLLBACK'); // some errors have rolled back by themselves
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#db.prepare(sql);
    statement.setReadBigInts(true); // a damaged integer beyond 2^53 must not throw for the whole query
    return statement;
  }
}

function plain(row: Record<string, SQLOutputValue>): Row {
  const result: Row = {};
  for (const key in row) {
    const value = row[key] as SQLOutputValue;
    result[key] = typeof value === 'bigint' ? Number(value) : value;
  }
  return result;
}
