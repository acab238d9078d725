import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Passage, Where } from '../../../story/search/passages.ts';
import { indexText, matchExpression } from '../../../story/search/tokens.ts';
import type { QueryField, QueryTerm } from '../../../story/text/query.ts';
import { Database } from '../database.ts';
import { attempt } from '../failures.ts';

/** The form of the file and of what is in it (also the tokens); a file of any other is made anew. */
const VERSION = 1;
const SCHEMA = `
CREATE VIRTUAL TABLE words USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE docs (
  doc INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL UNIQUE,
  stamp TEXT NOT NULL,
  passages BLOB NOT NULL
) STRICT;
PRAGMA user_version=${VERSION};
`;

/** Opens the index of a library; one that is missing, damaged or of another form is made anew, and empty. */
export function openIndex(folder: string): SearchIndex {
  const path = join(folder, 'search.db');
  if (!existsSync(path)) return makeIndex(folder);
  try {
    const db = new Database(path);
    if (isOurs(db)) return new SearchIndex(db);
    db.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return makeIndex(folder);
}

/** An empty index: in its file, or in memory where the disk refuses. */
export function makeIndex(folder: string): SearchIndex {
  try {
    removeIndex(folder);
    return new SearchIndex(make(join(folder, 'search.db')));
  } catch {
    return memoryIndex(folder);
  }
}

/** An empty index in memory; the file's room is the library's. */
export function memoryIndex(folder: string): SearchIndex {
  attempt(() => removeIndex(folder));
  return new SearchIndex(make(':memory:'));
}

function removeIndex(folder: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(join(folder, `search.db${end}`), { force: true });
}

class IndexDamaged extends Error {}

/** Whether an error came of the file, or of what is in it. */
export const isDamage = (error: unknown): boolean =>
  error instanceof IndexDamaged || (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR';

function make(path: string): Database {
  const db = new Database(path);
  try {
    settle(db);
    db.exec(`BEGIN; ${SCHEMA} COMMIT`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function isOurs(db: Database): boolean {
  try {
    settle(db);
    return db.get('PRAGMA user_version')?.user_version === VERSION;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A power cut may take the last commits along, never harm the file: they are made up for. */
const settle = (db: Database): void =>
  db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL');

/** One story in the index. `stamp` names the state of the story that is in it. */
export type Doc = { doc: number; storyId: string; stamp: string };

/**
 * `search.db` beside the library: which words stand in which story, and the texts for showing a hit. All of it is derived,
 * and disposable: another file than the library's, so that nothing in it can do the library harm or cost it time.
 */
export class SearchIndex {
  readonly #db: Database;
  #isWriting = false;

  constructor(db: Database) {
    this.#db = db;
  }

  docs(): Doc[] {
    return this.#db
      .all('SELECT doc, story_id, stamp FROM docs')
      .map((row) => ({ doc: Number(row.doc), storyId: String(row.story_id), stamp: String(row.stamp) }));
  }

  /** Puts a story in, in the place of what was there of it; on disk with the next `commit`. */
  put(doc: number, storyId: string, stamp: string, passages: readonly Passage[]): void {
    this.remove(storyId);
    this.#db.run('INSERT INTO words (rowid, tokens) VALUES (?, ?)', doc, indexText(passages));
    const packed = deflateSync(passages.map(({ where, text }) => `${where}\t${text}`).join('\n'), { level: 3 });
    this.#db.run('INSERT INTO docs (doc, story_id, stamp, passages) VALUES (?, ?, ?, ?)', doc, storyId, stamp, packed);
  }

  remove(storyId: string): void {
    if (!this.#isWriting) this.#db.exec('BEGIN');
    this.#isWriting = true;
    const old = this.#db.get('SELECT doc FROM docs WHERE story_id = ?', storyId);
    if (!old) return;
    this.#db.run('DELETE FROM words WHERE rowid = ?', old.doc as number);
    this.#db.run('DELETE FROM docs WHERE doc = ?', old.doc as number);
  }

  commit(): void {
    if (this.#isWriting) this.#db.exec('COMMIT');
    this.#isWriting = false;
  }

  /** The stories that have every term (see `isExact`), those put in last first, at most so many. `field`: only there. */
  match(terms: readonly QueryTerm[], most: number, field?: QueryField): number[] {
    const sql = `SELECT json_group_array(rowid) AS docs
      FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)`;
    const row = this.#db.get(sql, matchExpression(terms, field), most);
    return JSON.parse(String(row?.docs)) as number[];
  }

  passages(doc: number): Passage[] {
    const row = this.#db.get('SELECT passages FROM docs WHERE doc = ?', doc);
    const text = unpacked(row?.passages);
    if (text === '') return [];
    return text.split('\n').map((line) => {
      const tab = line.indexOf('\t');
      return { where: line.slice(0, tab) as Where, text: line.slice(tab + 1) };
    });
  }

  close(): void {
    this.#db.close();
  }
}

function unpacked(bytes: unknown): string {
  try {
    return inflateSync(bytes as Uint8Array).toString();
  } catch (error) {
    throw new IndexDamaged('passages', { cause: error });
  }
}
