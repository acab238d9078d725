import { afterEach, expect, test, vi } from 'vitest';
import { historyHandlers } from '../../../main/handlers/history.ts';
import type { Services } from '../../../main/handlers/services.ts';
import { meetSender } from '../../../main/review/senders.ts';
import { newId } from '../../../story/ids.ts';
import { addition, good, makeFolder, makeStory, open } from '../store/make.ts';

afterEach(() => void vi.useRealTimers());

const ME = { name: 'Hoàng An', fingerprint: 'aa'.repeat(32) };
const KNOWN = 'bb'.repeat(32);
const STRANGER = 'cc'.repeat(32);

/** The calls on a real store, as a person's desk answers them. */
async function desk() {
  const store = await open(makeFolder());
  const services = { store, person: { person: () => ME } } as unknown as Services;
  const calls = historyHandlers(services);
  good(await meetSender(store, { name: 'Bình', fingerprint: KNOWN }, false, '2026-06-14T08:00:00.000Z'));
  const story = makeStory();
  await store.createStory(story, KNOWN);
  for (const [seq, author] of [ME.fingerprint, KNOWN, STRANGER].entries()) {
    const now = good(await store.readStory(story.id)).story;
    good(await store.appendRecord(story.id, seq, addition(now, `Đoạn của ${author.slice(0, 2)}.`), author));
  }
  return { store, calls, story };
}

test('people are named: this desk’s own, and who came with a hand-off; a stranger keeps the fingerprint', async () => {
  const { calls, story, store } = await desk();
  good(await store.checkpoint(story.id));
  const { versions } = good(await calls['history.list']({ id: story.id, before: null, limit: 10, every: true }, null));
  expect(versions.map(({ by }) => by)).toEqual([
    expect.arrayContaining([
      { fingerprint: ME.fingerprint, name: 'Hoàng An' },
      { fingerprint: KNOWN, name: 'Bình' },
      { fingerprint: STRANGER, name: null },
    ]),
    [{ fingerprint: KNOWN, name: 'Bình' }],
  ]);
});

test('a name is kept with who gave it, a version is read, the time is told by person', async () => {
  const { calls, story } = await desk();
  good(await calls['history.name']({ id: story.id, seq: 2, name: 'Bản đầu' }, null));
  const { story: read } = good(await calls['history.read']({ id: story.id, seq: 2 }, null));
  expect(read.body).toHaveLength(3);
  expect(await calls['history.read']({ id: story.id, seq: 99 }, null)).toMatchObject({ code: 'notFound' });
  const worked = good(await calls['history.worked']({ id: story.id }, null));
  expect(worked.ms).toBe(worked.authors.reduce((sum, { ms }) => sum + ms, 0));
  const { states } = good(await calls['history.block']({ storyId: story.id, blockId: read.body.at(-1)!.id }, null));
  expect(states).toMatchObject([{ seq: 2, by: { name: 'Bình' } }]);
});

test('a story that is not there has no past, and none can be written', async () => {
  const { calls } = await desk();
  const id = newId();
  expect(good(await calls['history.list']({ id, before: null, limit: 10, every: false }, null)).versions).toEqual([]);
  expect(await calls['history.name']({ id, seq: 0, name: 'Tên' }, null)).toMatchObject({ code: 'notFound' });
  expect(await calls['history.mark']({ id, seq: 0, kind: 'restored', from: 0 }, null)).toMatchObject({
    code: 'notFound',
  });
});
