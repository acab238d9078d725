// Pushing ninjs, in both dialects, to a mock receiver (tests/cms/ingest-server.ts says why it is one).
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Story } from '../../story/model.ts';
import { good } from './desk.ts';
import { KEY } from './ingest-server.ts';
import { ask, lastReceipt, startNinjs } from './ninjs-desk.ts';

const headlined = (headline: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline } });

describe.each(['ninjs31', 'superdesk'] as const)('%s', (dialect) => {
  let bench: Awaited<ReturnType<typeof startNinjs>>;
  beforeAll(async () => {
    bench = await startNinjs(dialect);
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.server.reset();
    bench.proxy.reset();
  });

  test('a story with its photo arrives once, the photo byte for byte, and again as a new version', async () => {
    const { desk, server, destination } = bench;
    const id = await desk.story();
    expect(await ask(desk, id, destination)).toMatchObject({ state: 'done', error: null });
    expect(server.versions).toHaveLength(1);
    const [[hash, bytes]] = [...server.photos] as [[string, Buffer]];
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    const receipt = lastReceipt(desk);
    expect(receipt).toMatchObject({ operation: 'created', status: 'published', differences: [] });
    expect(receipt.remoteId).toBe(`urn:uuid:${id}`);
    expect(server.items.has(receipt.remoteId)).toBe(true);
    if (dialect === 'ninjs31') expect(receipt).toMatchObject({ compared: ['data'] });
    else expect(receipt).toMatchObject({ compared: [], notes: ['notReadBack'], url: '' });
    expect(receipt.notes ?? []).toEqual(dialect === 'ninjs31' ? [] : ['notReadBack']);

    await desk.edit(id, headlined('Hồng không hạt xuống chợ tỉnh'));
    expect(await ask(desk, id, destination, 'correct')).toMatchObject({ state: 'done' });
    expect(server.items.size).toBe(1);
    const [first, second] = server.versions.map((version) => Number(version.split(' ')[1]));
    expect(second).toBeGreaterThan(first as number);
    expect(server.stored).toEqual([hash]);
    expect(lastReceipt(desk)).toMatchObject({ operation: 'updated' });
    expect(JSON.stringify(server.items.get(receipt.remoteId))).toContain('Hồng không hạt xuống chợ tỉnh');
  });

  test.each([true, false])('an answer lost at any request, the request arrived: %s', async (forward) => {
    const { desk, server, proxy, destination } = bench;
    await ask(desk, await desk.story(undefined, 10), destination);
    const requests = proxy.seen.length;
    expect(requests).toBeGreaterThanOrEqual(3);
    for (let lost = 0; lost < requests; lost++) {
      server.reset();
      proxy.reset();
      proxy.fault = ({ index }) => (index === lost ? { cut: true, forward } : undefined);
      const started = await ask(desk, await desk.story(undefined, 100 + lost + (forward ? 0 : 50)), destination);
      expect(started.state, `request ${lost}`).toBe('waiting');
      expect(await desk.settle(started.id), `request ${lost}`).toMatchObject({ state: 'done', error: null });
      expect(server.versions, `request ${lost}`).toHaveLength(1);
      expect(server.stored, `request ${lost}`).toHaveLength(1);
      expect(new Set(server.pushed).size, `request ${lost}, byte for byte`).toBe(1);
      expect(lastReceipt(desk).differences).toEqual([]);
    }
  });

  test('a receiver that answers a repetition with 409 has the story', async () => {
    const { desk, server, proxy, destination } = bench;
    server.refusesTwice = true;
    const isItem = (path: string, method: string) => method === 'POST' && /^\/(push|items)$/.test(path);
    let lost = false;
    proxy.fault = ({ path, method }) => {
      if (lost || !isItem(path, method)) return undefined;
      lost = true;
      return { cut: true, forward: true };
    };
    const job = await ask(desk, await desk.story(undefined, 20), destination);
    expect(await desk.settle(job.id)).toMatchObject({ state: 'done' });
    expect(server.versions).toHaveLength(1);
  });

  test.each([
    [429, 'serverBusy', { 'retry-after': '40' }],
    [502, 'serverError', {}],
    [503, 'serverBusy', {}],
  ])('a proxy that answers %i in HTML is waited for', async (status, code, headers) => {
    const { desk, server, proxy, destination } = bench;
    proxy.fault = ({ index, method }) => (method === 'POST' && index < 4 ? { status, headers } : undefined);
    const job = await ask(desk, await desk.story(undefined, status), destination);
    expect(job).toMatchObject({ state: 'waiting', error: { code } });
    if (status === 429) expect(Date.parse(job.nextAttemptAt as string)).toBe(desk.clock.ms + 40_000);
    expect(await desk.settle(job.id)).toMatchObject({ state: 'done' });
    expect(server.versions).toHaveLength(1);
  });

  test.each([
    [413, 'tooLargeForServer'],
    [401, 'tokenRefused'],
    [404, 'takesNoNinjs'],
    [301, 'redirected'],
    [200, 'takesNoNinjs'],
  ])('an item refused with %i stops for a person, and goes on from there', async (status, code) => {
    const { desk, server, proxy, destination } = bench;
    proxy.fault = ({ method, path }) =>
      method === 'POST' && /^\/(push|items)$/.test(path)
        ? { status, headers: { location: '/login' }, body: '<!DOCTYPE html><title>Đăng nhập</title>' }
        : undefined;
    const job = await ask(desk, await desk.story(undefined, 1000 + status), destination);
    expect(job).toMatchObject({ state: 'stopped', error: { code } });
    expect(server.versions).toEqual([]);
    proxy.fault = null;
    good(await desk.outbox.retry(job.id));
    expect(await desk.settle(job.id)).toMatchObject({ state: 'done' });
    expect(server.versions).toHaveLength(1);
    expect(server.stored).toHaveLength(1);
  });

  test.each([
    [413, 'tooLargeForServer'],
    [415, 'uploadRefused'],
  ])('a photo refused with %i stops the story before it is sent', async (status, code) => {
    const { desk, server, proxy, destination } = bench;
    proxy.fault = ({ method, path }) =>
      method === 'POST' && /^\/(push_binary|media)$/.test(path) ? { status } : undefined;
    const job = await ask(desk, await desk.story(undefined, 2000 + status), destination);
    expect(job).toMatchObject({ state: 'stopped', error: { code } });
    expect(server.pushed).toEqual([]);
  });

  test('a key that is not the receiver’s, and what the receiver says of a refusal', async () => {
    const { desk, server, config, destination } = bench;
    const other = await desk.destination(config, 'khoa-sai');
    const id = await desk.story(undefined, 30);
    expect(await ask(desk, id, other)).toMatchObject({ state: 'stopped', error: { code: 'tokenRefused' } });
    expect(server.versions).toEqual([]);

    bench.proxy.fault = ({ path, method }) =>
      method === 'POST' && /^\/(push|items)$/.test(path)
        ? { status: 422, headers: { 'content-type': 'application/json' }, body: '{"error":"urgency is missing"}' }
        : undefined;
    const refused = await ask(desk, id, destination);
    expect(refused).toMatchObject({ state: 'stopped', error: { code: 'itemRefused' } });
    expect(refused.error?.detail).toContain('urgency is missing');
  });

  test('a story is taken back by an item that says nothing of it', async () => {
    const { desk, server, destination } = bench;
    const id = await desk.story(undefined, 40);
    await ask(desk, id, destination);
    await desk.edit(id, headlined('Chưa ai duyệt'));
    expect(await ask(desk, id, destination, 'unpublish')).toMatchObject({ state: 'done' });
    expect(lastReceipt(desk)).toMatchObject({ operation: 'withdrawn', status: 'withdrawn', differences: [] });
    const item = server.items.get(`urn:uuid:${id}`);
    expect(item.pubStatus ?? item.pubstatus).toBe('canceled');
    expect(JSON.stringify(item)).not.toContain('Chưa ai duyệt');
  });

  test('a check asks, and sends nothing', async () => {
    const { desk, server, proxy, config } = bench;
    const draft = { name: 'Thử', config, secret: KEY };
    const report = good(await desk.accounts.check(draft));
    expect(report).toMatchObject({ canUpload: true, keyUnknown: dialect === 'superdesk' });
    expect(proxy.seen.every(({ method }) => method === 'GET')).toBe(true);
    expect(server.items.size + server.photos.size).toBe(0);
    const elsewhere = { ...draft, config: { ...config, url: `${proxy.url}/nowhere` } };
    expect(await desk.accounts.check(elsewhere)).toMatchObject({ ok: false, code: 'takesNoNinjs' });
    if (dialect === 'ninjs31')
      expect(await desk.accounts.check({ ...draft, secret: 'sai' })).toMatchObject({ code: 'tokenRefused' });
  });
});
