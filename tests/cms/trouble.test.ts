import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../story/ids.ts';
import type { Figure } from '../../story/model.ts';
import { noise } from '../fixtures/photo.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type FaultProxy, type Seen, startFaultProxy } from './fault-proxy.ts';
import { allMedia, allPosts } from './remote.ts';
import { startTlsServer } from './tls-server.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
describe.skipIf(missing)(`what servers answer${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let proxy: FaultProxy;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startWordPress();
    proxy = await startFaultProxy(site.url);
  });
  afterAll(async () => {
    await proxy?.close();
    await site?.stop();
  });
  beforeEach(async () => {
    site.clear();
    proxy.reset();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const account = (password = site.users.editor.password, url = proxy.url) =>
    desk.destination({ type: 'wordpress', url, user: 'editor' }, password);
  const check = (url: string) =>
    desk.accounts.check({
      name: 'x',
      config: { type: 'wordpress', url, user: 'editor' },
      secret: site.users.editor.password,
    });

  test('a wrong password: nothing is stored there, and with the right one it goes out', async () => {
    const to = await account('sai roi ban oi');
    const job = await desk.publish(await desk.story(), to);
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'wrongPassword' } });
    expect(proxy.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
    const { password, user } = site.users.editor;
    good(
      await desk.accounts.save({
        id: to,
        name: 'x',
        config: { type: 'wordpress', url: proxy.url, user },
        secret: password,
      }),
    );
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect(await allPosts(site)).toHaveLength(1);
  });

  test('a password that is withdrawn on the way stops the job, and a new one finishes it', async () => {
    const to = await account();
    proxy.fault = ({ method }) =>
      method === 'POST'
        ? {
            status: 401,
            headers: { 'content-type': 'application/json' },
            body: '{"code":"incorrect_password","message":"x"}',
          }
        : undefined;
    const job = await desk.publish(await desk.story(), to);
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'wrongPassword' } });
    proxy.fault = null;
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect([(await allPosts(site)).length, (await allMedia(site)).length]).toEqual([1, 1]);
  });

  test('a secret kept only until the program ends is asked for again, and no other job is lost by it', async () => {
    const { user, password } = site.users.editor;
    const config = { type: 'wordpress' as const, url: proxy.url, user };
    const { id: to } = good(await desk.accounts.save({ name: 'x', config, secret: password, keepSecret: false }));
    const story = await desk.story();
    expect((await desk.publish(story, to)).state).toBe('done');
    await desk.close();
    desk = await openDesk(data.folder, desk.clock);
    const other = await desk.publish(await desk.story(), to);
    expect(other).toMatchObject({ state: 'stopped', error: { code: 'secretNeeded' } });
    expect(good(await desk.accounts.unlock(to, password)).secret).toBe('session');
    good(await desk.outbox.retry(other.id));
    expect((await desk.settle(other.id)).state).toBe('done');
  });

  test.each([
    ['seconds', () => '120', 120_000],
    ['a date', () => new Date(Math.floor(Date.now() / 1000) * 1000 + 600_000).toUTCString(), 600_000],
  ])(
    '429 with Retry-After in %s: the job waits so long, and the whole destination with it',
    async (_, retryAfter, ms) => {
      const to = await account();
      const headers = {
        'retry-after': retryAfter(),
        date: new Date(Math.floor(Date.now() / 1000) * 1000).toUTCString(),
      };
      proxy.fault = ({ method }) => (method === 'POST' ? { status: 429, headers } : undefined);
      const job = await desk.publish(await desk.story(), to);
      expect(job).toMatchObject({ state: 'waiting', error: { code: 'serverBusy' } });
      expect(Date.parse(job.nextAttemptAt!)).toBe(desk.clock.ms + ms);
      proxy.reset();
      const other = await desk.publish(await desk.story(undefined, 2), to);
      desk.outbox.setOnline(true);
      await desk.outbox.idle();
      expect([other.state, proxy.seen]).toEqual(['waiting', []]);
      desk.clock.ms += ms + 1000;
      for (const { id } of [job, other]) expect((await desk.settle(id)).state).toBe('done');
      expect(await allPosts(site)).toHaveLength(2);
    },
  );

  test.each([
    ['413 of a proxy', 413, 'text/html', '<html>Too large</html>', 'tooLargeForServer'],
    [
      'a refused file type',
      500,
      'application/json',
      '{"code":"rest_upload_sideload_error","message":"no"}',
      'uploadRefused',
    ],
    ['a refusal of the account', 403, 'application/json', '{"code":"rest_cannot_create","message":"no"}', 'notAllowed'],
  ])('%s for the photo stops the job: no post without its photo', async (_, status, type, body, code) => {
    proxy.fault = ({ method, path }) =>
      method === 'POST' && path.includes('/media') ? { status, headers: { 'content-type': type }, body } : undefined;
    const job = await desk.publish(await desk.story(), await account());
    expect(job).toMatchObject({ state: 'stopped', step: 'photos', error: { code } });
    expect(await allPosts(site)).toEqual([]);
  });

  test('a photo that cannot be drawn stops the job; the one on its way meanwhile is noted, and not sent again', async () => {
    const { hash } = good(await desk.media.importPhoto('sau.jpg', await noise(640, 400, 3, 9).jpeg().toBuffer()));
    const to = await account();
    const story = await desk.story((one) => {
      const figure = one.body.find(({ type }) => type === 'figure') as Figure;
      return { ...one, body: [...one.body, { ...figure, id: newId(), photo: hash }] };
    });
    const original = path.join(data.folder, 'photos', hash.slice(0, 2), hash);
    renameSync(original, `${original}.away`);
    const isUpload = ({ method, path }: Seen) => method === 'POST' && /\/wp\/v2\/media\?/.test(path);
    const counts = async () => [(await allMedia(site)).length, proxy.seen.filter(isUpload).length];
    // The second one fails while the first one is still on its way.
    proxy.after = (seen) => (isUpload(seen) ? wait(1000) : undefined);
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'notFound' } });
    expect(await counts()).toEqual([1, 1]);
    renameSync(`${original}.away`, original);
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect(await counts()).toEqual([2, 2]);
  });

  test('an HTML page with status 200 in place of an answer is no success', async () => {
    proxy.fault = ({ method }) =>
      method === 'POST' ? { status: 200, body: '<html>Are you human?</html>' } : undefined;
    const job = await desk.publish(await desk.story(), await account());
    expect(job).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
  });

  test('a write that is redirected is not followed', async () => {
    const location = 'https://bao.example/wp-json/wp/v2/posts';
    proxy.fault = ({ method }) => (method === 'POST' ? { status: 301, headers: { location } } : undefined);
    const job = await desk.publish(await desk.story(), await account());
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'redirected', detail: location } });
    expect(await allMedia(site)).toEqual([]);
  });

  test('Check: a site that redirects names the address to use', async () => {
    proxy.fault = ({ path }) => ({ status: 301, headers: { location: `https://www.bao.example${path}` } });
    expect(await check(proxy.url)).toEqual({ ok: false, code: 'redirected', detail: 'https://www.bao.example/' });
    expect(await check(`${proxy.url}/wp-admin/`)).toEqual({
      ok: false,
      code: 'redirected',
      detail: 'https://www.bao.example/',
    });
  });

  test.each([
    ['a page with status 200', 200, 'text/html', '<!doctype html><title>Xin chào</title>'],
    ['a 404', 404, 'text/html', ''],
    ['another JSON service', 200, 'application/json', '{"name":"x","namespaces":["oembed/1.0"]}'],
  ])('Check: %s is no WordPress, and gets no password', async (_, status, type, body) => {
    proxy.fault = () => ({ status, headers: { 'content-type': type }, body });
    expect(await check(proxy.url)).toMatchObject({ ok: false, code: 'notWordPress' });
    const job = await desk.publish(await desk.story(), await account());
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'notWordPress' } });
    expect(proxy.seen.filter(({ authorized }) => authorized)).toEqual([]);
  });

  test('Check: a certificate that nobody vouches for, and the same server once somebody does', async () => {
    const forward = await startTlsServer(async (incoming, outgoing) => {
      const answer = await fetch(site.url + incoming.url, {
        headers: { authorization: incoming.headers.authorization ?? '' },
      });
      outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
    try {
      const refused = await check(forward.url);
      expect(refused).toMatchObject({ ok: false, code: 'certificate' });
      expect(refused).toHaveProperty('detail', expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'));
      await desk.close();
      desk = await openDesk(data.folder, desk.clock, { ca: forward.certificate });
      expect(await check(forward.url)).toMatchObject({ ok: true, value: { account: 'Editor' } });
    } finally {
      await forward.close();
    }
  });

  test('the password is nowhere in the jobs, the destinations or the data folder', async () => {
    const to = await account();
    await desk.publish(await desk.story(), to);
    const { password } = site.users.editor;
    expect(JSON.stringify([desk.jobs, desk.receipts, await desk.accounts.list()])).not.toContain(password);
    await desk.close();
    const files = readdirSync(data.folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(data.folder, name),
    );
    const login = Buffer.from(`editor:${password}`).toString('base64');
    const holds = (file: string) => [password, login].some((secret) => readFileSync(file).includes(secret));
    const holding = files.filter((file) => statSync(file).isFile() && holds(file));
    expect([files.length > 0, holding]).toEqual([true, []]);
    desk = await openDesk(data.folder, desk.clock);
  });
});
