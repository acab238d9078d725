import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { addition, appendTexts, good, makeFolder, makeStory, open, paragraph, textsOf } from './make.ts';

test('a new story is its first snapshot, listed, and there after reopening', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory('Lúa được mùa ở Bắc Kạn');
  expect(await store.createStory(story, 'an')).toEqual({ ok: true, value: { seq: 0 } });
  expect(await store.createStory(story, 'an')).toMatchObject({ ok: false, code: 'badRequest' });
  expect(await store.listStories()).toMatchObject([
    { id: story.id, headline: 'Lúa được mùa ở Bắc Kạn', status: 'draft', changedSince: false, words: 6 },
  ]);
  await store.close();
  const again = await open(folder);
  expect(again.problem).toBeNull();
  expect(await again.openStory(story.id)).toEqual({
    ok: true,
    value: { story, seq: 0, readOnly: false, problem: null },
  });
});

test('records fold onto the story, in order, and are there after reopening', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  const after = await appendTexts(store, story.id, ['Một.', 'Hai.', 'Ba.']);
  expect(textsOf(after)).toEqual(['', 'Một.', 'Hai.', 'Ba.']);
  await store.close();
  const again = await open(folder);
  expect(good(await again.openStory(story.id))).toMatchObject({ story: after, seq: 3, problem: null });
});

test('readStory gives the story at each number exactly', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.checkpoint(story.id));
  await appendTexts(store, story.id, ['Ba.']);
  const at = async (seq: number) => textsOf(good(await store.readStory(story.id, seq)).story);
  expect(await at(0)).toEqual(['']);
  expect(await at(1)).toEqual(['', 'Một.']);
  expect(await at(2)).toEqual(['', 'Một.', 'Hai.']);
  expect(await at(3)).toEqual(['', 'Một.', 'Hai.', 'Ba.']);
  expect(await store.readStory(story.id, 4)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.readStory(newId())).toMatchObject({ ok: false, code: 'notFound' });
});

test('a record with another number than the next is stale, and changes nothing', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  await store.createStory(story, 'an');
  const change = addition(story, 'Một.');
  expect(await store.appendRecord(story.id, 1, change, 'an')).toMatchObject({ ok: false, code: 'stale' });
  expect(await store.appendRecord(story.id, 0, change, 'an')).toMatchObject({ ok: true, value: { seq: 1 } });
  expect(await store.appendRecord(story.id, 0, change, 'an')).toMatchObject({ ok: false, code: 'stale' });
  expect(good(await store.readStory(story.id)).seq).toBe(1);
});

test('a change that does not fit is refused before it is written', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  const block = paragraph('Không có chỗ.');
  const bad = [
    { blocks: [block], placed: [{ id: block.id, after: newId() }] },
    { placed: [{ id: newId(), after: null }] },
    { blocks: [block] },
    { blocks: [block], placed: [block.id, block.id].map((id) => ({ id, after: null })) },
    { colour: 'red' } as object,
    { status: 'published' } as object,
  ];
  for (const change of bad)
    expect(await store.appendRecord(story.id, 0, change, 'an'), JSON.stringify(change)).toMatchObject({
      ok: false,
      code: 'badRequest',
    });
  await store.close();
  expect(good(await (await open(folder)).openStory(story.id))).toMatchObject({ story, seq: 0, problem: null });
});

test('text with half a surrogate pair is kept as it was typed', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  const after = await appendTexts(store, story.id, ['nửa \ud83d chữ']);
  good(await store.checkpoint(story.id));
  await store.close();
  expect(good(await (await open(folder)).openStory(story.id))).toMatchObject({ story: after, problem: null });
});

test('the list follows the text and the approval', async () => {
  const store = await open(makeFolder());
  const story = makeStory('Một hai');
  await store.createStory(story, 'an');
  const approval = { hash: storyHash(story), by: 'b', name: 'Bình', at: '2025-03-01T09:00:00.000Z' };
  good(await store.appendRecord(story.id, 0, { status: 'approved', approval }, 'an'));
  expect(await store.listStories()).toMatchObject([{ status: 'approved', changedSince: false, words: 2 }]);
  good(await store.appendRecord(story.id, 1, addition(story, 'ba bốn năm'), 'an'));
  const [row] = await store.listStories();
  expect(row).toMatchObject({ status: 'approved', changedSince: true, words: 5 });
  expect(row?.updatedAt).toBe(good(await store.appendRecord(story.id, 2, {}, 'an')).at.slice(0, 0) + row?.updatedAt);
});

test('a checkpoint writes a recovery copy that names its number, and none when nothing is new', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  const path = join(folder, 'recovery', `${story.id}.json`);
  expect(JSON.parse(readFileSync(path, 'utf8').split('\n')[0] as string)).toMatchObject({ seq: 0, storyId: story.id });
  const after = await appendTexts(store, story.id, ['Một.']);
  good(await store.checkpoint(story.id));
  const [preamble, json, end] = readFileSync(path, 'utf8').split('\n') as [string, string, string];
  expect(JSON.parse(preamble)).toMatchObject({ format: 'copydesk-recovery', version: 1, seq: 1 });
  expect(JSON.parse(json)).toEqual(after);
  expect(end).toBe('end of copydesk-recovery');
  expect(existsSync(`${path}.tmp`)).toBe(false);
  expect(await store.checkpoint(newId())).toMatchObject({ ok: false, code: 'notFound' });
});

test('a snapshot is taken by itself after so many records', async () => {
  const folder = makeFolder();
  const store = await open(folder, { records: 3, ms: 3_600_000 });
  const story = makeStory();
  await store.createStory(story, 'an');
  const path = join(folder, 'recovery', `${story.id}.json`);
  const copied = () => JSON.parse(readFileSync(path, 'utf8').split('\n')[0] as string).seq as number;
  await appendTexts(store, story.id, ['Một.', 'Hai.', 'Ba.']);
  await expect.poll(copied, { timeout: 20_000 }).toBe(3);
});

test('a snapshot is taken by itself some time after the last', async () => {
  const folder = makeFolder();
  const store = await open(folder, { records: 1000, ms: 1 });
  const story = makeStory();
  await store.createStory(story, 'an');
  const path = join(folder, 'recovery', `${story.id}.json`);
  const copied = () => JSON.parse(readFileSync(path, 'utf8').split('\n')[0] as string).seq as number;
  await appendTexts(store, story.id, ['Một.']);
  await expect.poll(copied, { timeout: 20_000 }).toBe(1);
});

test('a change is taken as JSON keeps it: a field sent as undefined leaves the story readable', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory('Tít còn nguyên');
  await store.createStory(story, 'an');
  const change = { fields: { headline: undefined, kicker: 'Kinh tế' } } as never;
  good(await store.appendRecord(story.id, 0, change, 'an'));
  const shown = good(await store.readStory(story.id)).story;
  expect(shown.fields).toEqual({ ...story.fields, kicker: 'Kinh tế' });
  good(await store.checkpoint(story.id));
  await store.close();
  const again = await open(folder);
  expect(good(await again.openStory(story.id))).toMatchObject({ story: shown, seq: 1, problem: null });
});
