import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../main/store/database.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import { migrate } from '../../main/store/migrations/index.ts';
import { openStore } from '../../main/store/open.ts';
import { insertRecord } from '../../main/store/records.ts';
import { putStoryRow } from '../../main/store/rows.ts';
import { insertSnapshot } from '../../main/store/snapshots.ts';
import type { Result } from '../../preload/contract.ts';
import { applyChange } from '../../story/journal.ts';
import type { Story } from '../../story/model.ts';
import { bytesIn, indexLibrary } from './library.ts';
import { makeStories } from './prose.ts';
import { quantile } from './quantile.ts';
import { KEYS_A_RECORD, storyOfWords, typing } from './typist.ts';

const RECORDS = 1_500;
const HISTORY = 100_000;
const OPENINGS = 15;
/** A body that is written for ever is no story: from so many paragraphs on, the first one goes. */
const PARAGRAPHS = 20;

const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
};
const size = (folder: string): number => statSync(join(folder, 'library.db')).size;

/** From a record's sending to its acknowledgement, and what a thousand keys add to library.db, in a story of 600 words. */
export async function ackFigures(folder: string) {
  const story = storyOfWords(1, 600);
  const first = good(await openStore(folder));
  good(await first.createStory(story, 'made'));
  await first.close();
  const before = size(folder);
  const store = good(await openStore(folder));
  good(await store.openStory(story.id));
  const waits: number[] = [];
  let seq = 0;
  for (const change of typing(story, 2)) {
    const from = performance.now();
    ({ seq } = good(await store.appendRecord(story.id, seq, change, 'made')));
    waits.push(performance.now() - from);
    if (seq === RECORDS) break;
    await new Promise((done) => setTimeout(done, 2)); // a typist rests between two records; the store may tidy up
  }
  await store.close();
  return {
    ackP50Ms: quantile(waits, 0.5),
    ackP95Ms: quantile(waits, 0.95),
    bytesPerThousandKeys: Math.round((1000 * (size(folder) - before)) / (RECORDS * KEYS_A_RECORD)),
  };
}

/** The store's time for opening a story that is not in memory, the median: of 400 words, of 10,000, and with a long history. */
export async function openFigures(folder: string) {
  const [short, long] = [storyOfWords(3, 400), storyOfWords(4, 10_000)];
  const made = good(await openStore(folder));
  for (const story of [short, long]) good(await made.createStory(story, 'made'));
  await made.close();
  const old = writeHistory(folder);
  const times = { short: [] as number[], tenThousandWords: [] as number[], longHistory: [] as number[] };
  for (let round = 0; round < OPENINGS; round++) {
    const store = good(await openStore(folder));
    const ids = { short: short.id, tenThousandWords: long.id, longHistory: old.id };
    for (const [name, id] of Object.entries(ids)) {
      const from = performance.now();
      good(await store.openStory(id));
      times[name as keyof typeof times].push(performance.now() - from);
    }
    await store.close();
  }
  return {
    short: quantile(times.short, 0.5),
    tenThousandWords: quantile(times.tenThousandWords, 0.5),
    longHistory: quantile(times.longHistory, 0.5),
  };
}

/** A story with HISTORY records, snapshots as the store takes them, and almost as many records after the last as may be. */
function writeHistory(folder: string): Story {
  const db = new Database(join(folder, 'library.db'));
  db.prepareToWrite();
  migrate(db);
  let story = storyOfWords(5, 600);
  const at = story.createdAt;
  db.exec('BEGIN');
  insertSnapshot(db, 0, at, 'made', story);
  let seq = 0;
  for (const typed of typing(story, 6)) {
    const [oldest] = story.body;
    const change = story.body.length > PARAGRAPHS && oldest ? { ...typed, removed: [oldest.id] } : typed;
    story = applyChange(story, change);
    insertRecord(db, story.id, ++seq, at, 'made', change);
    if (seq === HISTORY) break;
    if (seq % SNAPSHOT_LIMITS.records === 0 && seq < HISTORY) insertSnapshot(db, seq, at, '', story);
    if (seq % 5_000 === 0) db.exec('COMMIT; BEGIN');
  }
  putStoryRow(db, story, seq, at);
  db.exec('COMMIT');
  db.close();
  return story;
}

/** MB (of 1,000,000 bytes) of a thousand made stories as the store leaves them: database, search index, recovery copies. */
export async function librarySize(folder: string): Promise<number> {
  const store = good(await openStore(folder));
  for (const story of makeStories(7, 1_000)) good(await store.createStory(story, 'made'));
  await store.close();
  indexLibrary(folder);
  return Math.round(bytesIn(folder) / 100_000) / 10;
}
