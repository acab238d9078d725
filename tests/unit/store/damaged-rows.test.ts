import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Story } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { appendTexts, good, makeFolder, makeStory, open, textsOf } from './make.ts';

/** A closed library with one story: snapshot at 0 and at 2, records to 5, no recovery copy. */
async function makeLibrary(): Promise<{ folder: string; story: Story }> {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.checkpoint(story.id));
  await appendTexts(store, story.id, ['Ba.', 'Bốn.', 'Năm.']);
  await store.close();
  hurt(folder, 'DELETE FROM snapshots WHERE seq = 5'); // the one that closing takes
  rmSync(join(folder, 'recovery'), { recursive: true });
  return { folder, story };
}

test('a damaged record: what is before it is shown, the rest kept aside, and appending goes on above it all', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE records SET change = replace(change, 'Bốn', 'Sáu') WHERE seq = 4");
  const records = look(folder, 'SELECT * FROM records ORDER BY seq');
  const store = await open(folder);
  const opened = good(await store.openStory(story.id));
  expect(textsOf(opened.story)).toEqual(['', 'Một.', 'Hai.', 'Ba.']);
  expect(opened).toMatchObject({ problem: 'damaged', readOnly: false, seq: 6 });
  const after = await appendTexts(store, story.id, ['Bảy.']);
  await store.close();

  // Nothing was overwritten or deleted, and both the damaged and the intact record behind it are kept aside.
  expect(look(folder, 'SELECT * FROM records WHERE seq <= 5 ORDER BY seq')).toEqual(records);
  const aside = look(folder, 'SELECT source, key, reason, data FROM quarantine ORDER BY id');
  expect(aside).toMatchObject([
    { source: 'records', key: `${story.id} 4`, reason: 'damaged' },
    { source: 'records', key: `${story.id} 5`, reason: 'gap' },
  ]);
  expect(JSON.parse(String(aside[1]?.data)).change).toContain('Năm.');

  const again = await open(folder);
  expect(good(await again.openStory(story.id))).toMatchObject({ story: after, seq: 7, problem: null });
  expect(textsOf(after)).toEqual(['', 'Một.', 'Hai.', 'Ba.', 'Bảy.']);
  expect(await again.readStory(story.id, 5)).toMatchObject({ ok: false, code: 'damaged' });
  expect(textsOf(good(await again.readStory(story.id, 3)).story)).toHaveLength(4);
});

test.each([
  ['a missing record', 'DELETE FROM records WHERE seq = 4'],
  ['a record of another author than was sealed', "UPDATE records SET author = 'khác' WHERE seq = 4"],
  ['a record with another time', "UPDATE records SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 4"],
  ['a record that is no JSON', "UPDATE records SET change = '{' WHERE seq = 4"],
  ['a number beyond what counts', 'UPDATE records SET version = 9223372036854775807 WHERE seq = 4'],
])('%s: the newest intact state is shown', async (_, sql) => {
  const { folder, story } = await makeLibrary();
  hurt(folder, sql);
  const store = await open(folder);
  const opened = good(await store.openStory(story.id));
  expect(textsOf(opened.story)).toEqual(['', 'Một.', 'Hai.', 'Ba.']);
  expect(opened.problem).toBe('damaged');
});

test('a damaged snapshot: the one before it and the records tell the whole story', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE snapshots SET story = replace(story, 'Hai', 'Hải') WHERE seq = 2");
  const store = await open(folder);
  const opened = good(await store.openStory(story.id));
  expect(textsOf(opened.story)).toEqual(['', 'Một.', 'Hai.', 'Ba.', 'Bốn.', 'Năm.']);
  expect(opened.problem).toBe('damaged');
});

test('where the recovery copy reaches further than the intact rows, it is used, with the records behind it', async () => {
  const folder = makeFolder();
  const first = await open(folder);
  const story = makeStory();
  await first.createStory(story, 'an');
  await appendTexts(first, story.id, ['Một.', 'Hai.', 'Ba.']);
  good(await first.checkpoint(story.id));
  const whole = await appendTexts(first, story.id, ['Bốn.']);
  const copy = readFileSync(join(folder, 'recovery', `${story.id}.json`));
  await first.close();
  writeFileSync(join(folder, 'recovery', `${story.id}.json`), copy); // as it was at 3
  hurt(folder, "UPDATE records SET sum = 'x' WHERE seq = 2");
  hurt(folder, "UPDATE snapshots SET sum = 'x' WHERE seq > 0");
  const store = await open(folder);
  expect(good(await store.openStory(story.id))).toMatchObject({ story: whole, problem: 'damaged' });
  await store.close();
  const again = await open(folder);
  expect(good(await again.openStory(story.id))).toMatchObject({ story: whole, problem: null });
});

test('a recovery copy that was cut off or changed is not taken', async () => {
  for (const harm of [(text: string) => text.slice(0, -30), (text: string) => text.replace('Năm', 'Sáu')]) {
    const folder = makeFolder();
    const first = await open(folder);
    const story = makeStory();
    await first.createStory(story, 'an');
    await appendTexts(first, story.id, ['Năm.']);
    await first.close();
    const path = join(folder, 'recovery', `${story.id}.json`);
    writeFileSync(path, harm(readFileSync(path, 'utf8')));
    hurt(folder, "UPDATE snapshots SET sum = 'x' WHERE seq = 1");
    hurt(folder, "UPDATE records SET sum = 'x'");
    const opened = good(await (await open(folder)).openStory(story.id));
    expect(opened).toMatchObject({ story, problem: 'damaged' });
  }
});

test('a story of which nothing is left is damaged, not gone, and the others open', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE snapshots SET sum = 'x'");
  const store = await open(folder);
  expect(await store.openStory(story.id)).toMatchObject({ ok: false, code: 'damaged' });
  expect(await store.listStories()).toMatchObject([{ id: story.id, headline: story.fields.headline }]);
  const other = makeStory('Tin khác');
  expect(await store.createStory(other, 'an')).toMatchObject({ ok: true });
});

test('a damaged row of the list is made anew from its story', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE stories SET data = replace(data, 'Bắc', 'Bác')");
  const store = await open(folder);
  expect(await store.listStories()).toMatchObject([{ id: story.id, headline: story.fields.headline, words: 11 }]);
});
