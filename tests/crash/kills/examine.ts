// A look at what a kill has left, past the program: the database's own check, the snapshots, the copies, photos and pages.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../../main/store/database.ts';
import { loadStoryAt } from '../../../main/store/load.ts';
import { listRecovery, readRecovery } from '../../../main/store/recovery.ts';
import { parseStoryText } from '../../../main/store/snapshots.ts';
import type { Entry, Ledger } from './ledger.ts';
import { hashOf, photoBytes, sha256 } from './life.ts';

type Wrong = (what: string) => void;
type Where = { folder: string; out: string; scratch: string; pictures: readonly Buffer[] };

/** `snapshots`: those seen before, by story and number, with the hash of their text; it is brought up to date. */
export function examine(where: Where, ledger: Ledger, snapshots: Map<string, string>, wrong: Wrong): void {
  copies(where.folder, ledger, wrong);
  const db = copyOf(where);
  if (db) {
    try {
      const [verdict] = db.all('PRAGMA integrity_check');
      if (verdict?.integrity_check !== 'ok') wrong(`integrity_check: ${verdict?.integrity_check}`);
      if (db.get("SELECT name FROM sqlite_schema WHERE name = 'library'")) {
        checkSnapshots(db, ledger, snapshots, wrong);
        photos(db, where, ledger, wrong);
        publications(db, where.out, wrong);
      }
    } finally {
      db.close();
    }
  }
}

/** A copy, since looking at a database with a log changes it. */
function copyOf({ folder, scratch }: Where): Database | null {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  if (!existsSync(join(folder, 'library.db'))) return null;
  for (const name of ['library.db', 'library.db-wal'])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(scratch, name));
  return new Database(join(scratch, 'library.db'));
}

/** A state that may be there at a number: the one that was acknowledged with it, or what was newest, or in flight. */
function mayBe(entry: Entry, seq: number, hash: string): boolean {
  if (entry.states.get(seq) === hash) return true;
  return seq >= (entry.sure?.seq ?? 0) && [entry.sure, entry.asked].some((state) => state?.hash === hash);
}

function checkSnapshots(db: Database, ledger: Ledger, seen: Map<string, string>, wrong: Wrong): void {
  const now = new Map<string, string>();
  for (const row of db.each('SELECT story_id, seq, story FROM snapshots')) {
    const [id, seq, text] = [String(row.story_id), Number(row.seq), String(row.story)];
    const key = `${id} ${seq}`;
    now.set(key, sha256(Buffer.from(text)));
    const before = seen.get(key);
    if (before !== undefined && before !== now.get(key)) wrong(`snapshot ${key} was overwritten`);
    if (before !== undefined) continue;
    const entry = ledger.stories.get(id);
    const parsed = parseStoryText(id, text);
    if (parsed.kind !== 'story') wrong(`snapshot ${key} is no story`);
    else if (!entry || !mayBe(entry, seq, hashOf(parsed.story))) wrong(`snapshot ${key} is of no state there was`);
  }
  for (const key of seen.keys()) {
    const [id = '', seq] = key.split(' ');
    const entry = ledger.stories.get(id);
    if (now.has(key) || !entry || entry.deletion !== 'none') continue;
    // One may go where the records say the same.
    const story = loadStoryAt(db, id, Number(seq));
    if (!story || hashOf(story) !== entry.states.get(Number(seq))) wrong(`snapshot ${key} is gone`);
  }
  seen.clear();
  for (const [key, hash] of now) seen.set(key, hash);
}

function copies(folder: string, ledger: Ledger, wrong: Wrong): void {
  for (const id of listRecovery(folder)) {
    const entry = ledger.stories.get(id);
    const copy = readRecovery(folder, id);
    if (copy?.parsed.kind !== 'story') wrong(`the recovery copy of ${id} is not whole`);
    else if (entry && !mayBe(entry, copy.seq, hashOf(copy.parsed.story))) wrong(`the copy of ${id} is of no state`);
  }
  for (const [id, { copied, deletion }] of ledger.stories)
    if (copied >= 0 && deletion === 'none' && (readRecovery(folder, id)?.seq ?? -1) < copied)
      wrong(`the recovery copy of ${id} does not reach ${copied}`);
}

function photos(db: Database, { folder, pictures }: Where, ledger: Ledger, wrong: Wrong): void {
  const rows = new Set(db.all('SELECT hash FROM photos').map((row) => row.hash));
  for (const number of ledger.photos) {
    const hash = sha256(photoBytes(pictures, number));
    const path = join(folder, 'photos', hash.slice(0, 2), hash);
    if (!rows.has(hash)) wrong(`the row of photo ${number} is gone`);
    if (!existsSync(path) || sha256(readFileSync(path)) !== hash) wrong(`the bytes of photo ${number} are not there`);
  }
}

function publications(db: Database, out: string, wrong: Wrong): void {
  const twice = 'SELECT publication_id FROM receipts GROUP BY publication_id HAVING count(*) > 1';
  for (const row of db.all(twice)) wrong(`publication ${row.publication_id} has two receipts`);
  const versions = new Set<string>();
  const sources = [...db.all('SELECT data FROM jobs'), ...db.all('SELECT data FROM receipts')];
  for (const { data } of sources) for (const [hash] of String(data).matchAll(/[0-9a-f]{64}/g)) versions.add(hash);
  const owners = new Set<string>();
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    const [page, ninjs] = ['index.html', 'story.ninjs.json'].map((file) => join(out, name, file)) as [string, string];
    for (const file of [page, ninjs])
      if (existsSync(file) && !versions.has(sha256(readFileSync(file)))) wrong(`${file} is no whole version`);
    if (!existsSync(ninjs)) continue;
    const { uri } = JSON.parse(readFileSync(ninjs, 'utf8')) as { uri: string };
    if (owners.has(uri)) wrong(`${uri} stands in two folders`);
    owners.add(uri);
  }
}
