import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dailyCheckUp } from '../../../main/health/check-ups.ts';
import { hurt } from '../store/damage.ts';
import { appendTexts, good, makeFolder, makeStory, open } from '../store/make.ts';

const until = async (test: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await test())) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('once a day the library is checked beside the work, and what is bad is told', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  await store.close();
  hurt(folder, 'DELETE FROM snapshots WHERE seq = 2');
  hurt(folder, "UPDATE records SET change = replace(change, 'Hai', 'Hái') WHERE seq = 2");
  rmSync(join(folder, 'recovery'), { recursive: true });

  const again = await open(folder);
  let told = 0;
  const end = dailyCheckUp(again, folder, () => told++, 0);
  await until(() => told > 0);
  expect(await again.listIncidents()).toMatchObject([{ what: 'mended', storyId: story.id }]);
  await end();
  const day = await again.getValue('checkUp.day');
  expect(Buffer.from(day!).toString()).toMatch(/^\d{4}-\d\d-\d\d$/);

  // Again on the same day: nothing is read, and the file is not held.
  let begun = 0;
  const counting = {
    ...again,
    beginCheckUp: () => {
      begun += 1;
      return again.beginCheckUp();
    },
  };
  const endAgain = dailyCheckUp(counting, folder, () => told++, 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await endAgain();
  expect([told, begun]).toEqual([1, 0]);
});

test('a program that ends in the middle of the check ends', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  good(await store.createStory(makeStory(), 'an'));
  const end = dailyCheckUp(store, folder, () => undefined, 0);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await end();
  await store.close();
});
