// How jobs go on and end.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PublishRun } from '../../../main/publish/destinations/types.ts';
import { diffStories } from '../../../story/journal.ts';
import { approve } from '../../../story/review/approval.ts';
import { good } from '../../cms/desk.ts';
import { type Bench, published, startBench } from './mock-destination.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.end());

test('a story that is still on its way there is not taken twice', async () => {
  bench.answer = async () => ({ ok: false, code: 'offline' });
  const to = await bench.destination();
  const id = await bench.enqueue(to);
  await bench.outbox.idle();
  const { storyId } = await bench.job(id);
  expect(await bench.outbox.startPublication({ storyId, destinationId: to, seq: 0, confirmed: true })).toMatchObject({
    ok: false,
    code: 'alreadyWaiting',
  });
});

test('publishes the story as it stood at the number given, whatever came after, and says who approved that', async () => {
  const sent: PublishRun['publication'][] = [];
  bench.answer = async ({ publication }) => {
    sent.push(publication);
    return { ok: false, code: 'notAllowed' };
  };
  const [one, two] = [await bench.destination('/a'), await bench.destination('/b')];
  const { storyId } = await bench.job(await bench.enqueue(one));
  const { story } = good(await bench.store.readStory(storyId));
  const approved = approve(story, { name: 'Biên tập', fingerprint: 'bt' }, '2026-03-05T02:31:00.000Z');
  good(await bench.store.appendRecord(storyId, 0, diffStories(story, approved), 'bt'));
  const later = { fields: { headline: 'Tít sửa sau khi duyệt' } };
  good(await bench.store.appendRecord(storyId, 1, later, 'pv'));
  const input = { storyId, destinationId: two, confirmed: false };
  expect(await bench.outbox.startPublication({ ...input, seq: 2 })).toEqual({ ok: false, code: 'notApproved' });
  good(await bench.outbox.startPublication({ ...input, seq: 1 }));
  await bench.outbox.idle();
  expect(sent[1]).toMatchObject({ story: approved, hash: approved.approval!.hash, approvedBy: 'Biên tập' });
  const third = await bench.destination('/c');
  good(await bench.outbox.startPublication({ storyId, destinationId: third, confirmed: true, seq: 2 }));
  await bench.outbox.idle();
  expect(sent[2]).toMatchObject({ story: { fields: later.fields }, approvedBy: null });
  expect(sent[2]!.hash).not.toBe(sent[1]!.hash);
});

test('what a step kept is there for the next run, also in another process', async () => {
  bench.answer = async (run) => {
    await run.keep('photos', 1, { photo: 4 });
    return { ok: false, code: 'timeout' };
  };
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect(await bench.job(id)).toMatchObject({ step: 'photos', done: 1, total: 3 });
  await bench.reopenStore();
  let progress: unknown;
  bench.answer = async (run) => {
    progress = run.progress;
    return published;
  };
  await bench.restart();
  bench.now += 60_000;
  bench.outbox.kick();
  await bench.outbox.idle();
  expect([progress, (await bench.job(id)).state]).toEqual([{ photo: 4 }, 'done']);
});

test('stop ends what runs, and leaves it to be taken up again', async () => {
  const reached = Promise.withResolvers<void>();
  bench.answer = (run) => {
    reached.resolve();
    return new Promise((resolve) =>
      run.signal.addEventListener('abort', () => resolve({ ok: false, code: 'cancelled' })),
    );
  };
  const id = await bench.enqueue(await bench.destination());
  await reached.promise;
  expect((await bench.job(id)).state).toBe('running');
  await bench.outbox.stop();
  expect(await bench.job(id)).toMatchObject({ state: 'waiting', nextAttemptAt: null, error: null });
  bench.answer = async () => published;
  await bench.outbox.start();
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('done');
});

test('stop waits no longer than its patience for what cannot be cut; the next start takes it up again', async () => {
  await bench.restart({ stopPatienceMs: 20 });
  const reached = Promise.withResolvers<void>();
  const hung = Promise.withResolvers<typeof published>();
  bench.answer = () => {
    reached.resolve();
    return hung.promise;
  };
  const id = await bench.enqueue(await bench.destination());
  await reached.promise;
  await bench.reopenStore();
  hung.resolve(published);
  bench.answer = async () => published;
  await bench.restart();
  await bench.outbox.idle();
  expect(await bench.job(id)).toMatchObject({ state: 'done', attempts: 2 });
});

test.each([false, true])('called off while it runs, readers may see it already: %s', async (live) => {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  bench.answer = async (run) => {
    await run.keep('update', 1, { live });
    reached.resolve();
    run.signal.addEventListener('abort', () => gate.resolve());
    await gate.promise;
    return run.signal.aborted ? { ok: false, code: 'cancelled' } : published;
  };
  const id = await bench.enqueue(await bench.destination());
  await reached.promise;
  expect(good(await bench.outbox.cancel(id)).state).toBe(live ? 'running' : 'cancelled');
  gate.resolve();
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe(live ? 'done' : 'cancelled');
});

test('a conflict waits for a person; replace and a retry after remoteGone are told to the destination', async () => {
  const conflict = { theirs: 'họ', ours: 'ta', modifiedAt: '2026-03-05T02:00:00.000Z', version: 'v2' };
  bench.answer = async () => ({ ok: false, code: 'conflict', conflict });
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect(await bench.job(id)).toMatchObject({ state: 'conflict', conflict });
  expect((await good(await bench.outbox.retry(id))).state).toBe('conflict');
  let progress: unknown;
  bench.answer = async (run) => {
    progress = run.progress;
    return { ok: false, code: 'remoteGone' };
  };
  expect(good(await bench.outbox.resolve(id, 'replace'))).toMatchObject({ state: 'waiting', conflict: null });
  await bench.outbox.idle();
  expect([progress, (await bench.job(id)).state]).toEqual([{ decision: 'replace' }, 'stopped']);
  good(await bench.outbox.retry(id));
  await bench.outbox.idle();
  expect(progress).toEqual({ decision: 'anew' });
});

test('a fault of ours stops the job and is heard of', async () => {
  bench.answer = async () => {
    throw new TypeError('a bug');
  };
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect(await bench.job(id)).toMatchObject({ state: 'stopped', error: { code: 'internal' } });
  expect(bench.faults).toEqual([new TypeError('a bug')]);
});
