import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { addition, good, makeFolder, makeStory, open } from './make.ts';

test('the version that an author signed off is the last that whoever began the story wrote', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  expect(await store.signedOff(story.id, null)).toMatchObject({ seq: 0, author: 'an' });
  const write = async (seq: number, author: string) => {
    const now = good(await store.readStory(story.id)).story;
    good(await store.appendRecord(story.id, seq, addition(now, 'Thêm.'), author));
  };
  await write(0, 'binh');
  expect(await store.signedOff(story.id, null)).toMatchObject({ seq: 0, author: 'an' });
  await write(1, 'an');
  await write(2, 'binh');
  expect(await store.signedOff(story.id, null)).toMatchObject({ seq: 2, author: 'an' });
  expect(await store.signedOff(newId(), null)).toBeNull();
});

test('where a step of the desk says when it was, it is the first version that holds the step', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  const id = newId();
  const step = { id, by: 'an', name: 'An', at: '2026-06-14T08:00:00.000Z', status: 'submitted', note: '' };
  good(await store.appendRecord(story.id, 0, { desk: { ...story.desk, steps: { [id]: step } } }, 'an'));
  const later = { id: newId(), by: 'an', name: 'An', at: '2026-06-14T09:00:00.000Z', status: 'inReview', note: '' };
  good(
    await store.appendRecord(
      story.id,
      1,
      { desk: { ...story.desk, steps: { [id]: step, [later.id]: later } } },
      'binh',
    ),
  );
  expect(await store.signedOff(story.id, id)).toMatchObject({ seq: 1, author: 'an' });
  // It came with the story: then the story is as it was when it came.
  expect(await store.signedOff(story.id, newId())).toMatchObject({ seq: 0 });
});
