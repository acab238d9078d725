import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSchema, type SchemaRow } from './schema-copy.ts';

const PAGE = 4096;
// The database's header and a page's (https://www.sqlite.org/fileformat.html#the_database_header, #b_tree_pages).
const HEADER = 100;
const PAGE_COUNT = 28;
const FREE_PAGES = 32;
const INTERIOR = 5;

/**
 * Gives a damaged copy its schema again, as `library.schema` beside it says: a new first page, and what does not fit on it
 * behind the last page, so that no page with rows is touched. There must be no log beside it. Only for reading rows out,
 * each of which has its checksum. False: there is no such file, or nothing to go by.
 */
export function transplantSchema(folder: string): boolean {
  const path = join(folder, 'library.db');
  const rows = existsSync(path) ? readSchema(folder) : null;
  const pages = rows && schemaPages(join(folder, 'fresh.db'), rows);
  if (!pages) return false;
  const fd = openSync(path, 'r+');
  try {
    const count = Math.max(1, Math.ceil(fstatSync(fd).size / PAGE));
    const [first, ...rest] = placedBehind(pages, count);
    writeHeader(first as Buffer, count + rest.length);
    writeSync(fd, first as Buffer, 0, PAGE, 0);
    for (const [index, page] of rest.entries()) writeSync(fd, page, 0, PAGE, (count + index) * PAGE);
  } finally {
    closeSync(fd);
  }
  return true;
}

/** The pages of a database that holds nothing but this schema, by number, the first one first; null where it is too odd. */
function schemaPages(path: string, rows: readonly SchemaRow[]): Map<number, Buffer> | null {
  rmSync(path, { force: true });
  const db = new DatabaseSync(path, { defensive: false }); // its schema is written by hand
  try {
    db.exec('PRAGMA journal_mode=WAL');
    for (const { sql } of rows) if (sql !== null) db.exec(sql);
    db.exec('PRAGMA writable_schema=ON');
    const place = db.prepare('UPDATE sqlite_schema SET rootpage = ? WHERE name = ? AND type = ?');
    for (const { name, type, rootpage } of rows) place.run(rootpage, name, type);
  } finally {
    db.close(); // checkpoints: all pages are in the file now
  }
  return treeOf(readFileSync(path));
}

/** A table's pages from its root, page 1: that alone, or an inner page with its leaves. Null where it goes deeper. */
function treeOf(bytes: Buffer): Map<number, Buffer> | null {
  const page = (number: number) => bytes.subarray((number - 1) * PAGE, number * PAGE);
  const root = page(1);
  const pages = new Map([[1, root]]);
  if (root[HEADER] !== INTERIOR) return pages;
  for (const at of childPointers(root)) {
    const child = root.readUInt32BE(at);
    if (page(child)[0] === INTERIOR) return null;
    pages.set(child, page(child));
  }
  return pages;
}

/** Where an inner first page names its children: in each cell, and the last one in its header. */
function childPointers(page: Buffer): number[] {
  const cells = Array.from({ length: page.readUInt16BE(HEADER + 3) }, (_, n) => page.readUInt16BE(HEADER + 12 + 2 * n));
  return [...cells, HEADER + 8];
}

/** The pages with the children's numbers changed to those right behind `count`. */
function placedBehind(pages: ReadonlyMap<number, Buffer>, count: number): Buffer[] {
  const [root = Buffer.alloc(0), ...children] = pages.values();
  const numbers = [...pages.keys()].slice(1);
  if (numbers.length > 0)
    for (const at of childPointers(root)) root.writeUInt32BE(count + 1 + numbers.indexOf(root.readUInt32BE(at)), at);
  return [root, ...children];
}

/** As many pages as there are, and none that is free: which those were, nobody knows. */
function writeHeader(first: Buffer, count: number): void {
  first.writeUInt32BE(count, PAGE_COUNT);
  first.fill(0, FREE_PAGES, FREE_PAGES + 8);
  first.copy(first, 92, 24, 28); // the page count counts only where these two numbers agree
}
