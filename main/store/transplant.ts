import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from './database.ts';
import { migrate } from './migrations/index.ts';

const PAGE = 4096;
/** Offset of the number of pages in a database's header (https://www.sqlite.org/fileformat.html#the_database_header). */
const PAGE_COUNT = 28;

/**
 * Overwrites the header and the schema's pages of a damaged copy with those of a new library: the same migrations put the
 * same tables on the same pages. Only for reading rows out, each of which has its checksum. False: there is no file.
 */
export function transplantSchema(folder: string): boolean {
  const path = join(folder, 'library.db');
  if (!existsSync(path)) return false;
  const pages = schemaPages(join(folder, 'fresh.db'));
  const fd = openSync(path, 'r+');
  try {
    const count = Math.ceil(fstatSync(fd).size / PAGE);
    for (const [number, bytes] of pages) {
      if (number === 1) bytes.writeUInt32BE(count, PAGE_COUNT);
      writeSync(fd, bytes, 0, PAGE, (number - 1) * PAGE);
    }
  } finally {
    closeSync(fd);
  }
  return true;
}

/** The pages that hold the schema of a new library, by their number. */
function schemaPages(path: string): Map<number, Buffer> {
  rmSync(path, { force: true });
  const db = new Database(path);
  db.prepareToWrite();
  migrate(db);
  const numbers = db.all("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").map((row) => Number(row.pageno));
  db.close(); // checkpoints: all pages are in the file now
  const pages = new Map<number, Buffer>();
  const fd = openSync(path, 'r');
  for (const number of numbers) {
    const bytes = Buffer.alloc(PAGE);
    readSync(fd, bytes, 0, PAGE, (number - 1) * PAGE);
    pages.set(number, bytes);
  }
  closeSync(fd);
  return pages;
}
