import { afterEach, expect, test, vi } from 'vitest';
import { watchTrash } from '../../../main/trash.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

const DAY = 24 * 60 * 60 * 1000;
afterEach(() => void vi.useRealTimers());

test('a program that runs day after day empties its trash by itself, and says so', async () => {
  const folder = makeFolder();
  const first = await open(folder);
  const [story, other] = [makeStory('Bỏ đi'), makeStory('Giữ lại')];
  for (const one of [story, other]) good(await first.createStory(one, 'an'));
  good(await first.trashStory(story.id));
  await first.close();
  const store = await open(folder);
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const changed = vi.fn();
  const stop = watchTrash(store, changed, DAY / 4);
  for (let day = 1; day <= 29; day++) {
    vi.advanceTimersByTime(DAY);
    await store.getShelf(story.id); // the store answers in turn
  }
  expect((await store.listStories()).length).toBe(2);
  expect(changed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * DAY);
  expect((await store.listStories()).map((row) => row.id)).toEqual([other.id]);
  expect(changed).toHaveBeenCalledTimes(1);
  stop();
});
