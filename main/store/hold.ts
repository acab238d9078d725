import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../preload/contract.ts';
import type { Database } from './database.ts';
import { attempt, failure } from './failures.ts';

/** SQLite's own default (https://www.sqlite.org/wal.html#automatic_checkpoint). */
const CHECKPOINT_PAGES = 1000;

/**
 * Holds library.db still while somebody copies its bytes, without stopping the writing: everything committed goes from the
 * log into the file, and from then on commits stay in the log alone, since nothing but a checkpoint writes to the file.
 */
export class Hold {
  readonly #db: Database;
  readonly #folder: string;
  #fd: number | null = null;
  #holders = 0;
  /** How often the file was brought up to date for a holder: what another one read before is no longer of one piece. */
  begun = 0;

  constructor(db: Database, folder: string) {
    this.#db = db;
    this.#folder = folder;
  }

  /** What is to be read: an open file, for reading at positions, and its bytes. The file stays open until `close`. */
  begin(): Result<{ fd: number; bytes: number }> {
    this.#holders += 1;
    this.begun += 1;
    const held = attempt(() => {
      this.#db.exec('PRAGMA wal_autocheckpoint=0');
      const done = this.#db.get('PRAGMA wal_checkpoint(TRUNCATE)');
      if (done?.busy !== 0) throw new Error(`store: the checkpoint did not end: ${JSON.stringify(done)}`);
      // Opened once: closing it would drop the locks that this process has on the file (POSIX, fcntl(2)).
      this.#fd ??= openSync(join(this.#folder, 'library.db'), 'r');
      return { fd: this.#fd, bytes: fstatSync(this.#fd).size };
    });
    if (!held.ok) this.end();
    return held;
  }

  /** This holder is done; when all are, the file may change again. */
  end(): Result<null> {
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
}
