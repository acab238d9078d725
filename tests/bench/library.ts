// MADE LIBRARIES: stories of prose.ts in a real library folder, written by the store's own row writers, many to a
// transaction, which a person's work never is. No word in them is real.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../main/store/database.ts';
import { makeFolder } from '../../main/store/files.ts';
import { Entries } from '../../main/store/find/entries.ts';
import { Finder } from '../../main/store/find/find.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import { migrate } from '../../main/store/migrations/index.ts';
import { putStoryRow } from '../../main/store/rows.ts';
import { putShelf } from '../../main/store/shelf.ts';
import { insertSnapshot } from '../../main/store/snapshots.ts';
import { Stories } from '../../main/store/stories.ts';
import { makeStories } from './prose.ts';

const IN_ONE_TRANSACTION = 500;

/** Makes a library of `n` stories in an empty folder: some pinned, some in the trash, none published. */
export function buildLibrary(folder: string, n: number, seed = 1): void {
  makeFolder(folder);
  const db = new Database(join(folder, 'library.db'));
  db.prepareToWrite();
  migrate(db);
  let index = 0;
  db.exec('BEGIN');
  for (const story of makeStories(seed, n)) {
    const at = story.createdAt;
    insertSnapshot(db, 0, at, 'made', story);
    putStoryRow(db, story, 0, at);
    if (index % 500 === 0) putShelf(db, story.id, { pinned: true, openedAt: at });
    if (index % 100 === 50) putShelf(db, story.id, { trashedAt: at });
    if (++index % IN_ONE_TRANSACTION === 0) db.exec('COMMIT; BEGIN');
  }
  db.exec('COMMIT');
  db.close();
}

/** Brings a library's search index up in one go; gives how many stories were behind. */
export function indexLibrary(folder: string): number {
  const db = new Database(join(folder, 'library.db'));
  db.prepareToWrite();
  const finder = new Finder(db, folder, new Stories(db, folder, SNAPSHOT_LIMITS), new Entries(db));
  try {
    return finder.finishIndex();
  } finally {
    finder.close();
    db.close();
  }
}

/** Bytes of every file in a folder. */
export const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
