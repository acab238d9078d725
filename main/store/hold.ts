import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../preload/contract.ts';
import type { Database } from './database.ts';
import { attempt, failure } from './failures.ts';

/** SQLite's own default (https://www.sqlite.org/wal.html#automatic_checkpoint). */
const CHECKPOINT_PAGES = 1000;

/** An open file, for reading at positions; the instant of the state in it; and what to release it with. */
export type Held = { fd: number; bytes: number; at: string; token: string };

/**
 * Holds library.db still while somebody copies its bytes, without stopping the writing: everything committed goes from the
 * log into the file, and from then on commits stay in the log alone, since nothing but a checkpoint writes to the file.
 * Who comes while another one holds it shares that one's state.
 */
export class Hold {
  readonly #db: Database;
  readonly #folder: string;
  readonly #token: string = randomUUID();
  #fd: number | null = null;
  #holders = 0;
  #at = '';
  /** How often the file was brought up to date: what was read before is no longer of one piece with it. */
  begun = 0;

  constructor(db: Database, folder: string) {
    this.#db = db;
    this.#folder = folder;
  }

  /** The file stays open until `close`. */
  begin(): Result<Held> {
    this.#holders += 1;
    const held = attempt(() => {
      if (this.#holders === 1) this.#bringUpToDate();
      // Opened once: closing it would drop the locks that this process has on the file (POSIX, fcntl(2)).
      this.#fd ??= openSync(join(this.#folder, 'library.db'), 'r');
      return { fd: this.#fd, bytes: fstatSync(this.#fd).size, at: this.#at, token: this.#token };
    });
    if (!held.ok) this.end();
    return held;
  }

  /**
   * This holder is done; when all are, the file may change again. With another store's token (a worker that died was
   * started again meanwhile): `stale`, and what was read may not be of one piece.
   */
  end(token = this.#token): Result<null> {
    if (token !== this.#token) return failure('stale', 'library.db');
    this.#holders = Math.max(0, this.#holders - 1);
    if (this.#holders > 0) return { ok: true, value: null };
    const ended = attempt(() => this.#db.exec(`PRAGMA wal_autocheckpoint=${CHECKPOINT_PAGES}`));
    return ended.ok ? { ok: true, value: null } : failure(ended.code, ended.detail);
  }

  /** After the database is closed. */
  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }

  #bringUpToDate(): void {
    this.begun += 1;
    this.#db.exec('PRAGMA wal_autocheckpoint=0');
    const done = this.#db.get('PRAGMA wal_checkpoint(TRUNCATE)');
    if (done?.busy !== 0) throw new Error(`store: the checkpoint did not end: ${JSON.stringify(done)}`);
    this.#at = new Date().toISOString();
  }
}
