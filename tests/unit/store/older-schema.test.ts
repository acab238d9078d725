import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Database } from '../../../main/store/database.ts';
import { sql as library } from '../../../main/store/migrations/0001-library.ts';
import { migrate } from '../../../main/store/migrations/index.ts';
import { putRow } from '../../../main/store/sealed.ts';
import { storyHash } from '../../../story/canonical.ts';
import { parseStory } from '../../../story/migrate.ts';
import { emptyFields, STORY_VERSION } from '../../../story/model.ts';
import { approvalState, approve } from '../../../story/review/approval.ts';
import { look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

/** A story as the program of schema 1 wrote it. */
function ofSchema1() {
  const story = makeStory('Tin từ bản cũ');
  const { kicker, headline, standfirst, place, date, byline, closingMark } = story.fields;
  return { ...story, version: 1, fields: { kicker, headline, standfirst, place, date, byline, closingMark } };
}

/** A library as the program of schema 1 left it, with that story at sequence 0 and one record behind it. */
function librarySchema1(story: ReturnType<typeof ofSchema1>): string {
  const folder = makeFolder();
  const db = new Database(join(folder, 'library.db'));
  db.prepareToWrite();
  migrate(db, [library]);
  const at = '2026-03-05T02:30:00.000Z';
  const snapshot = { story_id: story.id, seq: 0, at, author: 'an', version: 1, story: JSON.stringify(story) };
  putRow(db, 'snapshots', snapshot, 'insert');
  const change = JSON.stringify({ fields: { kicker: 'Viết ở bản cũ' } });
  putRow(db, 'records', { story_id: story.id, seq: 1, at, author: 'an', version: 1, change }, 'insert');
  db.close();
  return folder;
}

test('a story of schema 1 gets its new fields empty, and nothing else is touched', () => {
  const story = ofSchema1();
  const parsed = parseStory(story);
  if (parsed.kind !== 'story') throw new Error(parsed.kind);
  expect(parsed.story).toEqual({ ...story, version: STORY_VERSION, fields: { ...emptyFields(), ...story.fields } });
});

test('a story of schema 2 keeps its section and tags, and gets the fields of schema 3 empty', () => {
  const { fields: first, ...story } = ofSchema1();
  const fields = { ...first, section: 'Giao thông', tags: 'cầu, Pác Nặm' };
  const parsed = parseStory({ ...story, version: 2, fields });
  if (parsed.kind !== 'story') throw new Error(parsed.kind);
  expect(parsed.story).toEqual({ ...story, version: STORY_VERSION, fields: { ...emptyFields(), ...fields } });
});

test('a story of schema 3 gets an empty correction, and an approval given under it still holds', () => {
  const story = makeStory('Tin từ bản trước');
  const { correction: _, ...fields } = story.fields;
  const parsed = parseStory({ ...story, version: 3, fields });
  if (parsed.kind !== 'story') throw new Error(parsed.kind);
  expect(parsed.story).toEqual({ ...story, version: STORY_VERSION });
  const approved = approve(parsed.story, { name: 'Mai', fingerprint: 'f' }, story.createdAt);
  expect(approvalState(approved)).toBe('approved');
  const corrected = { ...approved, fields: { ...approved.fields, correction: 'Đính chính: giá là 45.000 đồng.' } };
  expect(approvalState(corrected)).toBe('changedSince');
});

test('an approval given under schema 1 still holds', () => {
  // The hash that the program of schema 1 gave to this very story.
  const story = {
    ...ofSchema1(),
    id: '0199d0a0-5e00-7001-8a3c-1f2e3d4c5b6a',
    fields: {
      kicker: '',
      headline: 'Cầu mới',
      standfirst: '',
      place: '',
      date: '',
      byline: '',
      closingMark: './.',
    },
    body: [{ id: '0199d0a0-5e00-7002-8a3c-1f2e3d4c5b6a', type: 'paragraph', runs: [{ text: 'Thông xe sáng nay.' }] }],
  };
  const parsed = parseStory(story);
  if (parsed.kind !== 'story') throw new Error(parsed.kind);
  expect(storyHash(parsed.story)).toBe('acaaed13cce27c23ec8a9b1500ba470f491a43596a0cbc8213c5901aa04e5d12');
  const approved = approve(parsed.story, { name: 'Mai', fingerprint: 'f' }, story.createdAt);
  expect(approvalState(approved)).toBe('approved');
  const filed = { ...approved, fields: { ...approved.fields, section: 'Giao thông' } };
  expect(approvalState(filed)).toBe('changedSince');
});

test('a library of schema 1 opens with every word, and its stories are not rewritten until they are edited', async () => {
  const story = ofSchema1();
  const folder = librarySchema1(story);
  const store = await open(folder);
  const opened = good(await store.openStory(story.id));
  expect(opened).toMatchObject({ seq: 1, readOnly: false, problem: null });
  expect(opened.story.fields).toEqual({ ...emptyFields(), ...story.fields, kicker: 'Viết ở bản cũ' });
  expect(await store.listStories()).toMatchObject([{ id: story.id, headline: 'Tin từ bản cũ' }]);
  await store.close();
  const [first] = look(folder, 'SELECT story, version FROM snapshots WHERE seq = 0');
  expect(first).toEqual({ story: JSON.stringify(story), version: 1 });

  const again = await open(folder);
  const change = { fields: { section: 'Giao thông' } };
  const known = good(await again.openStory(story.id)).seq;
  good(await again.appendRecord(story.id, known, change, 'an'));
  good(await again.checkpoint(story.id));
  await again.close();
  const db = new DatabaseSync(join(folder, 'library.db'), { readOnly: true });
  const versions = db.prepare('SELECT seq, version FROM snapshots ORDER BY seq').all() as { version: number }[];
  db.close();
  expect(versions[0]?.version).toBe(1);
  expect(versions.at(-1)?.version).toBe(STORY_VERSION);
});
