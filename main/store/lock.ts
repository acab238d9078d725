import { join } from 'node:path';
import { Database } from './database.ts';

/**
 * Holds a library's folder for this process, also while a damaged database is being replaced. An empty SQLite file with
 * an open exclusive transaction: an operating system's lock on every platform, gone with the process. Throws SQLITE_BUSY.
 */
export function lockFolder(folder: string): Database {
  const lock = new Database(join(folder, 'library.lock'));
  try {
    lock.exec('PRAGMA journal_mode=MEMORY'); // no file of its own: the lock is also to be had on a full disk
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}
