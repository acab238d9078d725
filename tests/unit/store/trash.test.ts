import { expect, test } from 'vitest';
import { look } from './damage.ts';
import { good, makeFolder, makeStory, open, type TestStore } from './make.ts';
import { destination, enqueue } from './publication.ts';

const DAY = 24 * 60 * 60 * 1000;
/** An instant so many days from now. */
const after = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

async function withTrash(): Promise<{ store: TestStore; folder: string; id: string; other: string }> {
  const folder = makeFolder();
  const first = await open(folder);
  const [story, other] = [makeStory('Bỏ đi'), makeStory('Giữ lại')];
  for (const one of [story, other]) good(await first.createStory(one, 'an'));
  good(await first.trashStory(story.id));
  await first.close(); // what was open in this run would stay
  return { store: await open(folder), folder, id: story.id, other: other.id };
}
const sweep = async (store: TestStore, day: number): Promise<string[]> => good(await store.sweepTrash(after(day)));
const isThere = async (store: TestStore, id: string): Promise<boolean> =>
  (await store.listStories()).some((row) => row.id === id);

test('what is in the trash goes after 30 days of use, and only that', async () => {
  const { store, id, other } = await withTrash();
  for (let day = 0; day < 30; day++) expect(await sweep(store, day)).toEqual([]);
  expect(await isThere(store, id)).toBe(true);
  expect(await sweep(store, 30.1)).toEqual([id]);
  expect(await isThere(store, id)).toBe(false);
  expect(await isThere(store, other)).toBe(true);
});

test('a clock that jumps ahead empties no trash, however often the program starts', async () => {
  const { store, folder, id } = await withTrash();
  expect(await sweep(store, 400)).toEqual([]);
  await store.close();
  for (let start = 0; start < 3; start++) {
    const again = await open(folder);
    expect(await sweep(again, 400 + start / 10)).toEqual([]);
    await again.close();
  }
  expect(await isThere(await open(folder), id)).toBe(true);
});

test('a clock that jumps to and fro counts no day twice', async () => {
  const { store } = await withTrash();
  for (let turn = 0; turn < 60; turn++) expect(await sweep(store, turn % 2 ? 400 : 0)).toEqual([]);
});

test('days of use alone are not enough: the clock must have come that far, too', async () => {
  const { store } = await withTrash();
  // A clock that was wrong, and went backwards day by day.
  for (let day = 0; day < 40; day++) expect(await sweep(store, -day)).toEqual([]);
});

test('days without the program do not count', async () => {
  const { store, id } = await withTrash();
  for (let week = 0; week < 30; week++) expect(await sweep(store, week * 7)).toEqual([]);
  expect(await sweep(store, 30 * 7)).toEqual([id]);
});

test('a story that came out of the trash and went in again begins anew', async () => {
  const { store, id } = await withTrash();
  for (let day = 0; day < 30; day++) await sweep(store, day);
  good(await store.restoreFromTrash(id));
  good(await store.trashStory(id));
  expect(await sweep(store, 31)).toEqual([]);
});

test('a story that somebody has before them stays until the next start', async () => {
  const { store, folder, id } = await withTrash();
  for (let day = 0; day < 30; day++) await sweep(store, day);
  good(await store.openStory(id));
  expect(await sweep(store, 31)).toEqual([]);
  await store.close();
  expect(await sweep(await open(folder), 31)).toEqual([id]);
});

test('a story that is being published goes neither into the trash nor away, and one in the trash is not published', async () => {
  const { store, id, other } = await withTrash();
  const place = await destination(store);
  expect(await enqueue(store, id, place)).toMatchObject({ ok: false, code: 'inTrash' });
  const job = good(await enqueue(store, other, place));
  expect(await store.trashStory(other)).toMatchObject({ ok: false, code: 'stillPublishing' });
  good(await store.updateJob(job.id, { state: 'stopped' }));
  expect(await store.trashStory(other)).toMatchObject({ ok: false, code: 'stillPublishing' });
  good(await store.updateJob(job.id, { state: 'cancelled' }));
  good(await store.trashStory(other));
  for (const one of [id, other]) good(await store.deleteStory(one));
  expect(await store.listStories()).toEqual([]);
});

test('the days that were seen are few bytes, also after years', async () => {
  const { store, folder } = await withTrash();
  for (let day = 0; day < 250; day++) await sweep(store, day);
  await store.close();
  const [row] = look(folder, 'SELECT length(value) AS size FROM "values" WHERE key = \'days.seen\'');
  expect(Number(row?.size)).toBeLessThan(2000);
});
