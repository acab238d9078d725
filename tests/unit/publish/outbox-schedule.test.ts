// When jobs run.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutboxNeeds } from '../../../main/publish/outbox.ts';
import type { Store } from '../../../main/store/api.ts';
import type { ErrorCode } from '../../../preload/contract.ts';
import { good } from '../../cms/desk.ts';
import { type Answer, type Bench, published, startBench } from './mock-destination.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.end());
const fails =
  (code: ErrorCode): Answer =>
  async () => ({ ok: false, code });

test('waits 1 s, then twice as long each time, up to 5 min, less by chance', async () => {
  bench.answer = fails('serverError');
  const id = await bench.enqueue(await bench.destination());
  const waits: number[] = [];
  for (let attempt = 0; attempt < 11; attempt++) {
    await bench.outbox.idle();
    const { nextAttemptAt, state, error } = await bench.job(id);
    expect([state, error?.code]).toEqual(['waiting', 'serverError']);
    waits.push((Date.parse(nextAttemptAt!) - bench.now) / 1000);
    bench.now = Date.parse(nextAttemptAt!) - 1;
    bench.outbox.kick();
    await bench.outbox.idle();
    expect((await bench.job(id)).attempts).toBe(attempt + 1); // a millisecond too early: nothing runs
    bench.now += 1;
    bench.outbox.kick();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  await bench.restart({ random: () => 0.999 });
  await bench.outbox.idle();
  bench.now = Date.parse((await bench.job(id)).nextAttemptAt!);
  bench.outbox.kick();
  await bench.outbox.idle();
  const wait = Date.parse((await bench.job(id)).nextAttemptAt!) - bench.now;
  expect([wait > 150_000, wait < 151_000]).toEqual([true, true]);
});

test('a wait that was written while the clock was years ahead ends once the clock is right', async () => {
  const right = bench.now;
  bench.now += 4 * 365 * 86_400_000;
  bench.answer = fails('serverError');
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('waiting');
  bench.now = right;
  bench.answer = async () => published;
  bench.outbox.kick();
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('done');
});

const PASSING = ['offline', 'notFoundHost', 'refused', 'timeout', 'serverError', 'serverBusy', 'badAnswer'] as const;
const FOR_A_PERSON = [
  ...(['certificate', 'insecureAddress', 'redirected', 'badAddress', 'notWordPress', 'wrongPassword'] as const),
  ...(['passwordsOff', 'notAllowed', 'secretNeeded', 'uploadRefused', 'tooLargeForServer', 'folderMissing'] as const),
  ...(['folderReadOnly', 'diskFull', 'remoteGone'] as const),
];

test('what passes by itself waits; what does not is stopped until a person tries again', async () => {
  const jobs = new Map<ErrorCode, string>();
  bench.answer = async (_, { path }) => ({ ok: false, code: path as ErrorCode });
  for (const code of [...PASSING, ...FOR_A_PERSON]) jobs.set(code, await bench.enqueue(await bench.destination(code)));
  await bench.outbox.idle();
  for (const [code, id] of jobs) {
    const state = (PASSING as readonly string[]).includes(code) ? 'waiting' : 'stopped';
    expect(await bench.job(id)).toMatchObject({ state, error: { code }, attempts: 1 });
  }
  bench.now += 86_400_000;
  bench.outbox.setOnline(true);
  await bench.outbox.idle();
  for (const code of FOR_A_PERSON)
    expect(await bench.job(jobs.get(code)!)).toMatchObject({ state: 'stopped', attempts: 1 });
  bench.answer = async () => published;
  for (const code of FOR_A_PERSON) good(await bench.outbox.retry(jobs.get(code)!));
  await bench.outbox.idle();
  for (const code of FOR_A_PERSON) expect((await bench.job(jobs.get(code)!)).state).toBe('done');
});

test('a failure that says stop is stopped, whatever its code', async () => {
  bench.answer = async () => ({ ok: false, code: 'badAnswer', stop: true });
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('stopped');
});

test('a host that is not found while the machine is offline is no wrong address', async () => {
  bench.online = false;
  bench.answer = fails('notFoundHost');
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  expect((await bench.job(id)).error?.code).toBe('offline');
});

test('the network is back: what waits goes at once', async () => {
  bench.answer = fails('offline');
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  bench.answer = async () => published;
  bench.outbox.setOnline(false);
  bench.outbox.kick();
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('waiting');
  bench.outbox.setOnline(true);
  await bench.outbox.idle();
  expect((await bench.job(id)).state).toBe('done');
});

test('one at a time for a bench.destination, in the order they came; destinations do not wait for each other', async () => {
  const runs: string[] = [];
  const gate = Promise.withResolvers<void>();
  bench.answer = async (_, { path }) => {
    runs.push(`${path} begins`);
    if (path === '/a') await gate.promise;
    runs.push(`${path} ends`);
    return published;
  };
  const [a, b] = [await bench.destination('/a'), await bench.destination('/b')];
  const ids = [await bench.enqueue(a), await bench.enqueue(a), await bench.enqueue(b)];
  while (!runs.includes('/b ends')) await new Promise((resolve) => setTimeout(resolve, 5));
  gate.resolve();
  await bench.outbox.idle();
  expect(runs).toEqual(['/a begins', '/b begins', '/b ends', '/a ends', '/a begins', '/a ends']);
  expect((await Promise.all(ids.map(bench.job))).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('a store that cannot keep a step: nothing is sent, and it is tried again half a minute later', async () => {
  let full = true;
  let sent = 0;
  const updateJob: Store['updateJob'] = async (id, patch) =>
    full ? { ok: false, code: 'diskFull' } : bench.store.updateJob(id, patch);
  await bench.restart({ store: { ...pick(bench.store), updateJob } });
  bench.answer = async () => {
    sent += 1;
    return published;
  };
  const id = await bench.enqueue(await bench.destination());
  await bench.outbox.idle();
  bench.outbox.kick();
  await bench.outbox.idle();
  expect([sent, bench.faults.length]).toEqual([0, 1]);
  full = false;
  bench.now += 29_999;
  bench.outbox.kick();
  await bench.outbox.idle();
  expect(sent).toBe(0);
  bench.now += 1;
  bench.outbox.kick();
  await bench.outbox.idle();
  expect([sent, (await bench.job(id)).state]).toEqual([1, 'done']);
});

/** The store's methods as a plain object. */
const pick = (from: Store): OutboxNeeds['store'] => ({
  getJob: (id) => from.getJob(id),
  listReceipts: (storyId) => from.listReceipts(storyId),
  acceptVersion: (storyId, destinationId, version) => from.acceptVersion(storyId, destinationId, version),
  getPhoto: (hash) => from.getPhoto(hash),
  getPublication: (id) => from.getPublication(id),
  updateJob: (id, patch) => from.updateJob(id, patch),
  completeJob: (id, receipt) => from.completeJob(id, receipt),
  listJobs: (filter) => from.listJobs(filter),
  getRemotePhoto: (id, hash) => from.getRemotePhoto(id, hash),
  putRemotePhoto: (id, hash, remote) => from.putRemotePhoto(id, hash, remote),
  readStory: (id, seq) => from.readStory(id, seq),
  enqueue: (input) => from.enqueue(input),
  listDestinations: () => from.listDestinations(),
});
