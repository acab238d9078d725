import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

test('a story is pinned, opened and put into the trash beside its text, and is so after reopening', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  expect(await store.getShelf(story.id)).toEqual({ pinned: false, trashedAt: null, openedAt: null });
  good(await store.pinStory(story.id, true));
  good(await store.markOpened(story.id));
  good(await store.trashStory(story.id));
  await store.close();
  const again = await open(folder);
  const shelf = await again.getShelf(story.id);
  expect(shelf.pinned).toBe(true);
  expect(Date.parse(shelf.openedAt ?? '')).toBeLessThanOrEqual(Date.parse(shelf.trashedAt ?? ''));
  expect((await again.listStories())[0]).toMatchObject({ id: story.id, ...shelf });
  good(await again.restoreFromTrash(story.id));
  good(await again.pinStory(story.id, false));
  expect(await again.getShelf(story.id)).toEqual({ pinned: false, trashedAt: null, openedAt: shelf.openedAt });
  expect(good(await again.readStory(story.id)).seq).toBe(0);
});

test('into the trash twice is once', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  good(await store.trashStory(story.id));
  const { trashedAt } = await store.getShelf(story.id);
  good(await store.trashStory(story.id));
  expect((await store.getShelf(story.id)).trashedAt).toBe(trashedAt);
});

test('a story that is not here has no place on the shelf', async () => {
  const store = await open(makeFolder());
  const id = newId();
  const answers = await Promise.all([
    store.pinStory(id, true),
    store.markOpened(id),
    store.trashStory(id),
    store.restoreFromTrash(id),
    store.deleteStory(id),
    store.setNotes(id, 'x'),
  ]);
  expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(Array(6).fill('notFound'));
});

test('a damaged place is kept aside and the story stands where every story begins', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  good(await store.trashStory(story.id));
  await store.close();
  hurt(folder, "UPDATE shelf SET data = replace(data, 'false', 'true')");
  const again = await open(folder);
  expect(again.problem).toBe('damaged');
  expect(await again.getShelf(story.id)).toEqual({ pinned: false, trashedAt: null, openedAt: null });
  await again.close();
  expect(look(folder, 'SELECT source, key FROM quarantine')).toEqual([{ source: 'shelf', key: story.id }]);
});
