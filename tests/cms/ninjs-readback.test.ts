// Reading back from, and conflicts with, a receiver of ninjs 3.1 (a mock: see tests/cms/ingest-server.ts).
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { good } from './desk.ts';
import { KEY } from './ingest-server.ts';
import { ask, lastReceipt, startNinjs } from './ninjs-desk.ts';

let bench: Awaited<ReturnType<typeof startNinjs>>;
beforeAll(async () => {
  bench = await startNinjs('ninjs31');
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.server.reset();
  bench.proxy.reset();
});
// biome-ignore lint/suspicious/noExplicitAny: the test reads JSON as a receiver would
const itemOf = (id: string): any => bench.server.items.get(`urn:uuid:${id}`);

test('what the receiver made of the words, of a credit and of an address is in the receipt', async () => {
  const { desk, server, destination } = bench;
  server.alter = (item) => {
    const changed = structuredClone(item);
    changed.bodies[0].value = changed.bodies[0].value.replace('chợ phiên đã', 'chợ đã');
    changed.headlines[0].value = changed.headlines[0].value.toUpperCase();
    changed.associations[0].by = 'Ảnh: CTV';
    changed.associations[0].renditions[0].href = 'https://khac.example/anh.jpg';
    changed.received = 'the receiver’s own';
    return changed;
  };
  const id = await desk.story();
  expect(await ask(desk, id, destination)).toMatchObject({ state: 'done' });
  const { differences, compared } = lastReceipt(desk);
  expect(compared).toEqual(['data']);
  expect(differences.map(({ where }) => where).sort()).toEqual([
    ...['associations[0].by', 'associations[0].renditions[0].href', 'paragraph:1', 'title'],
  ]);
});

test('an answer that is the item is read, and one that says nothing is told as such', async () => {
  const { desk, server, destination } = bench;
  server.readBack = 'echo';
  await ask(desk, await desk.story(undefined, 2), destination);
  expect(lastReceipt(desk)).toMatchObject({ compared: ['data'], differences: [] });
  server.readBack = 'none';
  const id = await desk.story(undefined, 3);
  await ask(desk, id, destination);
  expect(lastReceipt(desk)).toMatchObject({ compared: [], notes: ['notReadBack'], differences: [] });
});

test('a change there is a conflict, and is overwritten when a person says so', async () => {
  const { desk, server, destination } = bench;
  const id = await desk.story(undefined, 4);
  await ask(desk, id, destination);
  server.items.set(`urn:uuid:${id}`, { ...itemOf(id), received: 'later', version: '9' });
  expect(await ask(desk, id, destination), 'nothing that it says has changed').toMatchObject({ state: 'done' });

  const changed = structuredClone(itemOf(id));
  changed.headlines[0].value = 'Sửa ở tòa soạn khác';
  server.items.set(`urn:uuid:${id}`, changed);
  const job = await ask(desk, id, destination);
  expect(job).toMatchObject({ state: 'conflict', error: { code: 'conflict' } });
  expect(job.conflict?.theirs).toContain('Sửa ở tòa soạn khác');
  expect(job.conflict?.ours).toContain('Xã vùng cao');
  expect(itemOf(id).headlines[0].value).toBe('Sửa ở tòa soạn khác');

  good(await desk.outbox.resolve(job.id, 'replace'));
  expect(await desk.settle(job.id)).toMatchObject({ state: 'done' });
  expect(itemOf(id).headlines[0].value).toContain('Xã vùng cao');
  expect(lastReceipt(desk)).toMatchObject({ operation: 'updated', differences: [] });
});

test('a version that a person knows of is no conflict any more', async () => {
  const { desk, server, destination } = bench;
  const id = await desk.story(undefined, 5);
  await ask(desk, id, destination);
  const changed = structuredClone(itemOf(id));
  changed.by = 'Người khác';
  server.items.set(`urn:uuid:${id}`, changed);
  const job = await ask(desk, id, destination);
  good(await desk.outbox.accept(id, destination, job.conflict?.version ?? ''));
  expect(await ask(desk, id, destination)).toMatchObject({ state: 'done' });
  expect(itemOf(id).by).toBe('Lê Thị Phóng Viên');
});

test('an item that is gone is sent again only when a person says so', async () => {
  const { desk, server, destination } = bench;
  const id = await desk.story(undefined, 6);
  await ask(desk, id, destination);
  server.items.clear();
  const job = await ask(desk, id, destination);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
  expect(server.items.size).toBe(0);
  good(await desk.outbox.retry(job.id));
  expect(await desk.settle(job.id)).toMatchObject({ state: 'done' });
  expect(server.items.size).toBe(1);
});

test('one that was taken back may be gone there: publishing it anew asks nobody', async () => {
  const { desk, server, destination } = bench;
  const id = await desk.story(undefined, 12);
  await ask(desk, id, destination);
  await ask(desk, id, destination, 'unpublish');
  server.items.clear();
  expect(await ask(desk, id, destination)).toMatchObject({ state: 'done' });
  expect(itemOf(id).pubStatus).toBe('usable');
  expect(lastReceipt(desk)).toMatchObject({ status: 'published', differences: [] });
});

test('a schedule goes with its hour, and is read back with it', async () => {
  const { desk, destination } = bench;
  const at = new Date(desk.clock.ms + 3_600_000).toISOString();
  const id = await desk.story(undefined, 7);
  expect(await ask(desk, id, destination, 'schedule', at)).toMatchObject({ state: 'done' });
  expect(itemOf(id).embargoedUntil).toBe(at);
  expect(lastReceipt(desk)).toMatchObject({ status: 'scheduled', scheduledFor: at, differences: [] });
});

test('photos without an address for them are refused before anything is sent', async () => {
  const { desk, server, proxy, config } = bench;
  const { mediaUrl: _, ...without } = config;
  const destination = await desk.destination(without, KEY);
  const job = await ask(desk, await desk.story(undefined, 8), destination);
  expect(job).toMatchObject({ state: 'stopped', error: { code: 'noMediaAddress' } });
  expect(proxy.seen).toEqual([]);
  const words = await desk.story(({ body, ...story }) => ({
    ...story,
    body: body.filter(({ type }) => type !== 'figure'),
  }));
  expect(await ask(desk, words, destination)).toMatchObject({ state: 'done' });
  expect(server.versions).toHaveLength(1);
});

test('Superdesk’s dialect offers no schedule: its receivers show at once what carries an embargo', async () => {
  const { desk, proxy } = bench;
  const config = { type: 'ninjs', dialect: 'superdesk', url: `${proxy.url}/push` } as const;
  const destination = await desk.destination(config, KEY);
  const { seq } = good(await desk.store.readStory(await desk.story(undefined, 9)));
  const view = (await desk.accounts.list()).find(({ id }) => id === destination);
  expect(view?.capabilities.operations).toEqual(['publish', 'correct', 'unpublish']);
  const at = new Date(desk.clock.ms + 3_600_000).toISOString();
  const storyId = await desk.story(undefined, 11);
  const asked = { storyId, destinationId: destination, seq, confirmed: true, operation: 'schedule', at } as const;
  expect(await desk.outbox.startPublication(asked)).toMatchObject({ ok: false, code: 'notOffered' });
});
