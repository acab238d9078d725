import { expect, test } from 'vitest';
import type { Find } from '../../../preload/contract.ts';
import { good, makeFolder, open } from '../store/make.ts';
import { EVERYTHING } from './everything.ts';
import { add, headlines, marked, storyOf } from './library.ts';

const ask = (rest: Partial<Find>): Find => ({ ...EVERYTHING, ...rest });

test('what is in the trash is found there, and nowhere else', async () => {
  const store = await open(makeFolder());
  const [kept, gone] = [
    storyOf({ headline: 'Lũ rút', byline: 'Lan' }),
    storyOf({ headline: 'Lũ dâng', byline: 'Hoa' }),
  ];
  await add(store, kept, gone);
  good(await store.pinStory(gone.id, true));
  good(await store.trashStory(gone.id));
  for (const shelf of ['all', 'pinned', 'recent'] as const)
    for (const text of ['', 'dâng', 'by:hoa'])
      expect(headlines(await store.findStories(ask({ shelf, text }))), shelf).not.toContain('Lũ dâng');
  const trash = await store.findStories(ask({ shelf: 'trash', text: 'lũ' }));
  expect(headlines(trash)).toEqual(['Lũ dâng']);
  expect(trash.rows[0]?.trashedAt).not.toBeNull();
  expect(trash.facets.authors).toEqual([{ value: 'Hoa', count: 1 }]);
  expect((await store.findStories(ask({ text: 'lũ' }))).facets.authors).toEqual([{ value: 'Lan', count: 1 }]);

  good(await store.restoreFromTrash(gone.id));
  expect(headlines(await store.findStories(ask({ text: 'dâng' })))).toEqual(['Lũ dâng']);
  expect(headlines(await store.findStories(ask({ shelf: 'pinned' })))).toEqual(['Lũ dâng']);
  good(await store.trashStory(gone.id));
  good(await store.deleteStory(gone.id));
  for (const shelf of ['all', 'trash'] as const)
    expect(headlines(await store.findStories(ask({ shelf, text: 'dâng' })))).toEqual([]);
  expect((await store.findStories(ask({ shelf: 'trash' }))).total).toBe(0);
});

test('the last opened come first, fifty of them, whatever the sorting', async () => {
  const store = await open(makeFolder());
  const stories = Array.from({ length: 53 }, (_, index) => storyOf({ headline: `Bài ${index}` }));
  await add(store, ...stories);
  for (const { id } of stories.slice(1)) good(await store.markOpened(id));
  good(await store.markOpened(stories[2]!.id));
  const { total, rows } = await store.findStories(ask({ shelf: 'recent', sort: 'headline' }));
  expect(total).toBe(50);
  expect(rows.map((row) => row.openedAt)).toEqual(
    rows
      .map((row) => row.openedAt)
      .sort()
      .reverse(),
  );
  expect(rows.some((row) => row.headline === 'Bài 2')).toBe(true);
  expect(rows.some((row) => ['Bài 0', 'Bài 1'].includes(row.headline))).toBe(false);
});

test('private notes are searched as they stand now', async () => {
  const store = await open(makeFolder());
  const story = storyOf({ headline: 'Lũ' });
  await add(store, story, storyOf({ headline: 'Khác' }));
  const notes = async (text: string) => (await store.findStories(ask({ text }))).rows.map((row) => marked(row.hit));
  expect(await notes('điện thoại')).toEqual([]);
  good(await store.setNotes(story.id, 'Gọi điện thoại\ncho ông Đắc.'));
  expect(await notes('dien thoai')).toEqual(['notes: Gọi [điện] [thoại] cho ông Đắc.']);
  good(await store.setNotes(story.id, 'Đã gọi.'));
  expect(await notes('dien thoai')).toEqual([]);
  expect(await notes('gọi')).toEqual(['notes: Đã [gọi].']);
});
