import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '../../../main/store/open.ts';
import { diffStories, fold } from '../../../story/journal.ts';
import type { Story } from '../../../story/model.ts';
import { look } from './damage.ts';
import { addition, good, makeFolder, makeStory, open, paragraph, textsOf } from './make.ts';

const posted = vi.spyOn(Worker.prototype, 'postMessage');
afterEach(() => posted.mockClear());
/** The worker that was last sent anything. */
const lastWorker = () => posted.mock.contexts.at(-1) as Worker;

test('a worker that dies is started again: what waits is diskError, what comes later goes on, nothing acknowledged is lost', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  good(await store.appendRecord(story.id, 0, addition(story, 'Một.'), 'an'));
  const waiting = [store.openStory(story.id), store.readStory(story.id)];
  const listing = store.listStories().catch((error) => error.code);
  await lastWorker().terminate();
  for (const result of await Promise.all(waiting)) if (!result.ok) expect(result.code).toBe('diskError'); // or answered in time
  expect([expect.any(Array), 'diskError']).toContainEqual(await listing);

  const { story: here, seq } = good(await store.readStory(story.id));
  expect(textsOf(here)).toEqual(['', 'Một.']);
  good(await store.appendRecord(story.id, seq, addition(here, 'Hai.'), 'an'));
  expect(store.problem).toBeNull();
  await store.close();
  const again = await open(folder);
  expect(textsOf(good(await again.openStory(story.id)).story)).toEqual(['', 'Một.', 'Hai.']);
});

test('a store that is closed stays closed', async () => {
  const store = good(await openStore(makeFolder()));
  await store.close();
  expect(await store.openStory('x')).toMatchObject({ ok: false, code: 'diskError' });
  await expect(store.listStories()).rejects.toMatchObject({ code: 'diskError' });
  await store.close();
});

test('a worker that dies again and again is left alone for a minute, and says so', async () => {
  const store = await open(makeFolder());
  for (let death = 0; death < 3; death++) {
    await store.listStories();
    await lastWorker().terminate();
  }
  expect(await store.listStories()).toEqual([]);
  await lastWorker().terminate();
  expect(await store.createStory(makeStory(), 'an')).toMatchObject({ ok: false, code: 'storeFailed' });
  await expect(store.listStories()).rejects.toMatchObject({ code: 'storeFailed' });
  const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
  expect(await store.listStories()).toEqual([]);
  later.mockRestore();
});

/** The worker's next answer goes nowhere; resolves when it would have come. */
function answerLost(worker: Worker): Promise<unknown> {
  worker.removeAllListeners('message');
  return new Promise((resolve) => worker.once('message', resolve));
}

/** What somebody has typed since the last acknowledgement, in two goes; the second takes part of the first back. */
function goes(start: Story): { first: Story; second: Story } {
  const [a, b] = [paragraph('Chữ của lần đầu.'), paragraph('Chữ sẽ bị xóa.')];
  const first = { ...start, fields: { ...start.fields, headline: 'Tít tạm' }, body: [...start.body, a, b] };
  const second = { ...start, body: [{ ...a, runs: [{ text: 'Chữ của lần sau.' }] }, ...start.body] };
  return { first, second };
}

test.each([
  ['before it was written', false],
  ['after it was written', true],
])(
  'a record whose worker died %s: the next one, counted from before it, leads to what the editor shows',
  async (_, isWritten) => {
    const folder = makeFolder();
    const store = await open(folder);
    const start = makeStory();
    good(await store.createStory(start, 'an'));
    const { first, second } = goes(start);
    const worker = lastWorker();
    const written = isWritten ? answerLost(worker) : posted.mockImplementationOnce(() => undefined);
    const answer = store.appendRecord(start.id, 0, diffStories(start, first), 'an');
    await written;
    await worker.terminate();
    expect(await answer).toMatchObject({ ok: false, code: 'diskError' });

    // The window sends everything since the last acknowledgement once more, with what came meanwhile.
    const { seq } = good(await store.appendRecord(start.id, 0, diffStories(start, second), 'an'));
    expect(seq).toBe(isWritten ? 2 : 1);
    expect(good(await store.readStory(start.id))).toEqual({ story: second, seq });
    // Only once: from here on, a number that is not the newest is stale again.
    expect(await store.appendRecord(start.id, 0, { fields: { kicker: 'x' } }, 'an')).toMatchObject({ code: 'stale' });
    await store.close();
    const again = await open(folder);
    expect(good(await again.openStory(start.id))).toMatchObject({ story: second, seq, problem: null });
    if (isWritten)
      expect(good(await again.readStory(start.id, 1)).story).toEqual(fold(start, [diffStories(start, first)]));
  },
);

test('the same record once more after a lost answer is the same record', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const start = makeStory();
  good(await store.createStory(start, 'an'));
  const worker = lastWorker();
  const written = answerLost(worker);
  const change = addition(start, 'Một lần thôi.');
  const answer = store.appendRecord(start.id, 0, change, 'an');
  await written;
  await worker.terminate();
  expect((await answer).ok).toBe(false);
  expect(good(await store.appendRecord(start.id, 0, change, 'an')).seq).toBe(1);
  await store.close();
  expect(look(folder, 'SELECT seq FROM records')).toEqual([{ seq: 1 }]);
});
