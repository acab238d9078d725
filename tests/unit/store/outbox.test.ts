import { expect, test } from 'vitest';
import type { Store, StoredJob, StoredReceipt } from '../../../main/store/api.ts';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { STORY_VERSION, type Story } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { appendTexts, good, makeFolder, makeStory, open } from './make.ts';

const destination = {
  id: newId(),
  name: 'Thư mục',
  config: { type: 'folder', path: '/x', open: false },
  secret: null,
} as const;

async function withStory(folder: string): Promise<{ store: Store; story: Story }> {
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  good(await store.putDestination(destination));
  return { store, story };
}

const input = (story: Story) => ({
  story,
  hash: storyHash(story),
  destinationId: destination.id,
  approvedBy: 'b',
  publishedBy: 'an',
  total: 4,
  seq: 0,
});

const receiptFor = (job: StoredJob, story: Story): StoredReceipt => ({
  id: newId(),
  storyId: job.storyId,
  destinationId: job.destinationId,
  publicationId: job.publicationId,
  destinationName: 'Thư mục',
  remoteId: '17',
  url: 'https://bao.example/17',
  at: '2025-03-01T10:00:00.000Z',
  hash: storyHash(story),
  operation: 'created',
  asked: 'publish',
  status: 'published',
  scheduledFor: null,
  approvedBy: 'b',
  publishedBy: 'an',
  differences: [],
  remoteVersion: 'v1',
  slug: 'lua-duoc-mua',
});

test('enqueue freezes the story and makes its job, both there after reopening', async () => {
  const folder = makeFolder();
  const { store, story } = await withStory(folder);
  const job = good(await store.enqueue(input(story)));
  expect(job).toMatchObject({
    storyId: story.id,
    state: 'waiting',
    step: 'queued',
    done: 0,
    total: 4,
    key: `${destination.id}:${story.id}:publish:1`,
  });
  await appendTexts(store, story.id, ['Sau khi đã gửi.']);
  await store.close();
  const again = await open(folder);
  expect(await again.getJob(job.id)).toEqual(job);
  expect(await again.listJobs({ open: true })).toEqual([job]);
  expect(await again.getPublication(job.publicationId)).toEqual({
    id: job.publicationId,
    storyId: story.id,
    destinationId: destination.id,
    key: job.key,
    hash: storyHash(story),
    story,
    operation: 'publish',
    at: null,
    placement: {},
    previous: null,
    approvedBy: 'b',
    publishedBy: 'an',
    seq: 0,
  });
});

test('one job at a time for a story and a destination', async () => {
  const { store, story } = await withStory(makeFolder());
  const job = good(await store.enqueue(input(story)));
  for (const state of ['waiting', 'running', 'stopped', 'conflict'] as const) {
    good(await store.updateJob(job.id, { state }));
    expect(await store.enqueue(input(story)), state).toMatchObject({ ok: false, code: 'alreadyWaiting' });
    expect(await store.removeDestination(destination.id), state).toMatchObject({ ok: false, code: 'alreadyWaiting' });
  }
  good(await store.updateJob(job.id, { state: 'cancelled' }));
  const next = good(await store.enqueue(input(story)));
  expect(next.key).toBe(`${destination.id}:${story.id}:publish:2`);
  expect(await store.updateJob(job.id, { state: 'waiting' })).toMatchObject({ ok: false, code: 'badRequest' });
  expect((await store.listJobs({ storyId: story.id })).map(({ id }) => id)).toEqual([job.id, next.id]);
  expect(await store.listJobs({ storyId: newId() })).toEqual([]);
});

test('what cannot be published is refused', async () => {
  const { store, story } = await withStory(makeFolder());
  const other = makeStory('Chưa có trong kho');
  const bad = { ok: false, code: 'badRequest' };
  expect(await store.enqueue({ ...input(story), hash: 'ab'.repeat(32) })).toMatchObject(bad);
  expect(
    await store.enqueue({ ...input(story), story: { ...story, version: STORY_VERSION + 1 } as never }),
  ).toMatchObject(bad);
  expect(await store.enqueue({ ...input(story), destinationId: newId() })).toMatchObject({ code: 'notFound' });
  expect(await store.enqueue(input(other))).toMatchObject({ code: 'notFound' });
  expect(await store.listJobs({})).toEqual([]);
});

test('a job that ran when the program ended waits again', async () => {
  const folder = makeFolder();
  const { store, story } = await withStory(folder);
  const job = good(await store.enqueue(input(story)));
  const running = good(
    await store.updateJob(job.id, { state: 'running', step: 'photos', progress: { photos: ['7'] } }),
  );
  expect(await store.getJob(job.id)).toMatchObject({ state: 'running', progress: { photos: ['7'] } });
  await store.close();
  const again = await open(folder);
  expect(await again.getJob(job.id)).toEqual({ ...running, state: 'waiting' });
  expect(await again.listJobs({ open: true })).toHaveLength(1);
});

test('a receipt and the end of its job come together, once, and the list follows', async () => {
  const folder = makeFolder();
  const { store, story } = await withStory(folder);
  const job = good(await store.enqueue(input(story)));
  const receipt = receiptFor(job, story);
  const wrong = { ...receipt, publicationId: newId() };
  expect(await store.completeJob(job.id, wrong)).toMatchObject({ ok: false, code: 'badRequest' });
  expect(await store.completeJob(newId(), receipt)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.listReceipts(story.id)).toEqual([]);

  const done = good(await store.completeJob(job.id, receipt));
  expect(done.receipt).toEqual(receipt);
  expect(done.job).toMatchObject({ state: 'done', step: 'receipt', done: 4, error: null });
  expect(good(await store.completeJob(job.id, receipt)).receipt).toEqual(receipt); // told twice, kept once
  expect(await store.completeJob(job.id, { ...receipt, id: newId() })).toMatchObject({ ok: false, code: 'badRequest' });
  expect(await store.listReceipts(story.id)).toEqual([receipt]);
  expect(await store.getReceipt(receipt.id)).toEqual(receipt);
  expect(await store.getReceipt(newId())).toBeNull();
  expect(await store.listJobs({ open: true })).toEqual([]);
  expect(await store.listStories()).toMatchObject([{ status: 'published', changedSince: false }]);

  const changed = await appendTexts(store, story.id, ['Thêm một câu.']);
  expect(await store.listStories()).toMatchObject([{ status: 'published', changedSince: true }]);
  const second = good(await store.enqueue(input(changed)));
  expect(second.key).toBe(`${destination.id}:${story.id}:publish:2`);
  const { previous } = (await store.getPublication(second.publicationId)) ?? {};
  expect(previous).toEqual({
    remoteId: '17',
    url: 'https://bao.example/17',
    remoteVersion: 'v1',
    slug: 'lua-duoc-mua',
    status: 'published',
    hash: receipt.hash,
    placement: {},
  });
  const update = { ...receiptFor(second, changed), operation: 'updated' as const };
  good(await store.completeJob(second.id, update));
  expect((await store.listReceipts(story.id)).map(({ id }) => id)).toEqual([update.id, receipt.id]);
  expect(await store.listStories()).toMatchObject([{ status: 'published', changedSince: false }]);
  expect(await store.removeDestination(destination.id)).toEqual({ ok: true, value: null });
  expect(await store.listReceipts(story.id)).toHaveLength(2);
});

test('a bad patch changes nothing', async () => {
  const { store, story } = await withStory(makeFolder());
  const job = good(await store.enqueue(input(story)));
  expect(await store.updateJob(job.id, { state: 'flying' as never })).toMatchObject({ ok: false, code: 'badRequest' });
  expect(await store.updateJob(newId(), { done: 1 })).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.getJob(job.id)).toEqual(job);
});

test('a damaged job is kept aside and comes back stopped: never forgotten', async () => {
  const folder = makeFolder();
  const { store, story } = await withStory(folder);
  const job = good(await store.enqueue(input(story)));
  await store.close();
  hurt(folder, "UPDATE jobs SET state = 'done'");
  const again = await open(folder);
  expect(again.problem).toBe('damaged');
  const [mended, ...more] = await again.listJobs({ open: true });
  expect(more).toEqual([]);
  expect(mended).toMatchObject({ publicationId: job.publicationId, state: 'stopped', error: { code: 'damaged' } });
  await again.close();
  expect(look(folder, 'SELECT source, reason FROM quarantine')).toEqual([{ source: 'jobs', reason: 'checksum' }]);
});

test('a damaged publication is never handed out', async () => {
  const folder = makeFolder();
  const { store, story } = await withStory(folder);
  const job = good(await store.enqueue(input(story)));
  await store.close();
  hurt(folder, "UPDATE publications SET data = replace(data, 'kinh tế', 'kinh te')");
  expect(await (await open(folder)).getPublication(job.publicationId)).toBeNull();
});

test('what a person has seen at a destination is no conflict any more, until the next receipt', async () => {
  const { store, story } = await withStory(makeFolder());
  const previous = async (jobId: string) =>
    (await store.getPublication((await store.getJob(jobId))!.publicationId))!.previous?.remoteVersion;
  expect(await store.acceptVersion(story.id, destination.id, 'v2')).toMatchObject({ ok: false, code: 'notPublished' });
  const first = good(await store.enqueue(input(story)));
  good(await store.completeJob(first.id, receiptFor(first, story)));
  good(await store.acceptVersion(story.id, destination.id, 'v2'));
  const second = good(await store.enqueue(input(story)));
  expect(await previous(second.id)).toBe('v2');
  good(await store.completeJob(second.id, { ...receiptFor(second, story), remoteVersion: 'v3' }));
  expect(await previous(good(await store.enqueue(input(story))).id)).toBe('v3');
});

test('a story that was taken from its readers is published no more in the list', async () => {
  const { store, story } = await withStory(makeFolder());
  for (const [operation, status] of [
    ['publish', 'published'],
    ['unpublish', 'withdrawn'],
    ['pending', 'pending'],
  ] as const) {
    const job = good(await store.enqueue({ ...input(story), operation }));
    expect(job).toMatchObject({ operation, at: null });
    good(await store.completeJob(job.id, { ...receiptFor(job, story), asked: operation, status }));
    const [row] = await store.listStories();
    expect([row!.status === 'published', row!.destinations]).toEqual([
      status === 'published',
      status === 'published' ? [destination.id] : [],
    ]);
  }
});

test('a correction shows in the list, until something else is published after it', async () => {
  const { store, story } = await withStory(makeFolder());
  for (const [operation, status] of [
    ['publish', 'published'],
    ['correct', 'corrected'],
    ['publish', 'published'],
  ] as const) {
    const job = good(await store.enqueue({ ...input(story), operation }));
    good(await store.completeJob(job.id, { ...receiptFor(job, story), asked: operation }));
    expect(await store.listStories()).toMatchObject([{ status }]);
  }
});

test('where a story is filed at a destination goes into its publication', async () => {
  const { store, story } = await withStory(makeFolder());
  const placement = { categories: [{ id: '3', name: 'Xã hội' }] };
  expect(await store.getPlacement(story.id, destination.id)).toEqual({});
  good(await store.setPlacement(story.id, destination.id, placement));
  const job = good(await store.enqueue(input(story)));
  expect(await store.getPublication(job.publicationId)).toMatchObject({ placement });
});
