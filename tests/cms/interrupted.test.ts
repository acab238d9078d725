import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type FaultProxy, type Seen, startFaultProxy } from './fault-proxy.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const edited = (story: Story): Story => ({
  ...story,
  fields: { ...story.fields, headline: 'Hồng không hạt xuống núi' },
});
const createsPost = ({ method, path }: Seen) => method === 'POST' && /\/wp\/v2\/posts\?/.test(path);
const createsPhoto = ({ method, path }: Seen) => method === 'POST' && /\/wp\/v2\/media\?/.test(path);
const updatesPost = ({ method, path }: Seen) => method === 'POST' && /\/wp\/v2\/posts\/\d+/.test(path);

describe.skipIf(missing)(`a connection that breaks on the way to WordPress${missing ? ` (${missing})` : ''}`, () => {
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

  const account = () => {
    const { user, password } = site.users.editor;
    return desk.destination({ type: 'wordpress', url: proxy.url, user }, password);
  };
  /** Ends the program at once, and starts it again on the same data. */
  const restart = async () => {
    await desk.close();
    desk = await openDesk(data.folder, desk.clock);
  };
  const once = (matches: (seen: Seen) => boolean, then: () => void = () => undefined) => {
    let done = false;
    return (seen: Seen) => {
      if (done || !matches(seen)) return false;
      done = true;
      then();
      return true;
    };
  };
  /** What must hold whatever happened on the way. */
  async function expectOneOfEach(story: string, operations: string[]): Promise<void> {
    const posts = await allPosts(site);
    expect(posts.map(({ status }) => status)).toEqual(['publish']);
    expect(await allMedia(site)).toHaveLength(1);
    const receipts = await desk.store.listReceipts(story);
    expect(receipts.map(({ operation }) => operation)).toEqual(operations.toReversed());
    expect(receipts[0]).toMatchObject({ remoteId: String(posts[0]!.id), url: posts[0]!.link, differences: [] });
  }

  test.each(['before it arrives', 'after it was done'])(
    'cut at each request in turn, %s: one post, one photo, one receipt',
    async (when) => {
      let requests = 1;
      for (let at = 0; at < requests; at++) {
        site.clear();
        proxy.reset();
        const to = await account();
        const story = await desk.story();
        proxy.fault = ({ index }) => (index === at ? { cut: true, forward: when === 'after it was done' } : undefined);
        const job = await desk.publish(story, to);
        expect(job, `cut at ${at}`).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
        expect((await desk.settle(job.id)).state, `cut at ${at}`).toBe('done');
        await expectOneOfEach(story, ['created']);
        // A run without a fault makes fewer requests: the first one that is past it never cuts anything.
        if (at === 0)
          requests = await requestsOf(
            async () => void (await desk.publish(await desk.story(undefined, 2), await account())),
          );
      }
      expect(requests).toBeGreaterThan(8);
    },
  );

  async function requestsOf(work: () => Promise<void>): Promise<number> {
    proxy.reset();
    await work();
    return proxy.seen.length;
  }

  test.each(['before it arrives', 'after it was done'])(
    'an update cut at each request in turn, %s: still one post',
    async (when) => {
      const to = await account();
      const first = await desk.story();
      await desk.publish(first, to);
      await desk.edit(first, edited);
      const requests = await requestsOf(async () => void (await desk.publish(first, to)));
      expect(requests).toBeGreaterThan(4);
      for (let at = 0; at < requests; at++) {
        site.clear();
        proxy.reset();
        const again = await account();
        const story = await desk.story();
        await desk.publish(story, again);
        await desk.edit(story, edited);
        proxy.reset();
        proxy.fault = ({ index }) => (index === at ? { cut: true, forward: when === 'after it was done' } : undefined);
        const job = await desk.publish(story, again);
        expect(job, `cut at ${at}`).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
        expect((await desk.settle(job.id)).state, `cut at ${at}`).toBe('done');
        await expectOneOfEach(story, ['created', 'updated']);
        expect((await allPosts(site))[0]!.title.raw).toBe('Hồng không hạt xuống núi');
      }
    },
  );

  test('the program ends while a request is under way, at each in turn: the next start finishes it once', async () => {
    // The first publication also finds out where the site's API is; each later one of the same program knows.
    await desk.publish(await desk.story(undefined, 2), await account());
    const requests = await requestsOf(async () => void (await desk.publish(await desk.story(), await account())));
    expect(requests).toBeGreaterThan(7);
    for (let at = 0; at < requests; at++) {
      site.clear();
      proxy.reset();
      const to = await account();
      const story = await desk.story();
      const ended = Promise.withResolvers<void>();
      proxy.fault = ({ index }) => {
        if (index !== at) return undefined;
        desk.close().then(ended.resolve, ended.reject);
        return { cut: true, forward: true, delayMs: 50 };
      };
      const { seq } = good(await desk.store.readStory(story));
      const job = good(await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true }));
      await ended.promise;
      desk = await openDesk(data.folder, desk.clock);
      expect((await desk.settle(job.id)).state, `ended at ${at}`).toBe('done');
      await expectOneOfEach(story, ['created']);
    }
  });

  test.each([
    ['a 504 after the draft was stored', createsPost, 504],
    ['a 504 after the photo was stored', createsPhoto, 504],
    ['a 502 after the update was stored', updatesPost, 502],
    ['a 503 before the draft was stored', createsPost, 503],
  ])('%s', async (_, where, status) => {
    const hit = once(where);
    proxy.fault = (seen) => (hit(seen) ? { status, forward: status !== 503 } : undefined);
    const story = await desk.story();
    const job = await desk.publish(story, await account());
    expect(job).toMatchObject({ state: 'waiting', error: { code: status === 503 ? 'serverBusy' : 'serverError' } });
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('the server dies between the photo and the post, and the program is restarted before it is back', async () => {
    let killed: Promise<void> | undefined;
    const hit = once(createsPost, () => {
      killed = site.killPhp();
    });
    proxy.fault = (seen) => (hit(seen) ? { cut: true } : undefined);
    const story = await desk.story();
    const job = await desk.publish(story, await account());
    await killed;
    expect(job.state).toBe('waiting');
    await restart();
    desk.clock.ms += 60_000;
    desk.outbox.kick();
    await desk.outbox.idle();
    expect(await desk.job(job.id)).toMatchObject({ state: 'waiting', attempts: 2 });
    await site.startPhp();
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('no server at all: the job waits over a restart, and goes out when the network is back', async () => {
    const to = await account();
    const story = await desk.story();
    await site.killPhp();
    await proxy.close();
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'waiting', error: { code: 'refused' } });
    expect(Date.parse(job.nextAttemptAt!)).toBe(desk.clock.ms + 1000);
    await restart();
    expect(await desk.job(job.id)).toMatchObject({ state: 'waiting', nextAttemptAt: job.nextAttemptAt });
    await site.startPhp();
    proxy = await startFaultProxy(site.url, Number(new URL(proxy.url).port));
    desk.outbox.setOnline(true);
    await desk.outbox.idle();
    expect((await desk.job(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('called off before the update: nothing goes live, and the next publication takes up the draft', async () => {
    const to = await account();
    const story = await desk.story();
    const reached = Promise.withResolvers<void>();
    const hit = once(({ method, path }) => method === 'GET' && /\/wp\/v2\/posts\/\d+/.test(path), reached.resolve);
    proxy.fault = (seen) => (hit(seen) ? { cut: true, delayMs: 200 } : undefined);
    const { seq } = good(await desk.store.readStory(story));
    const job = good(await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true }));
    await reached.promise;
    expect(good(await desk.outbox.cancel(job.id)).state).toBe('cancelled');
    expect((await allPosts(site)).map(({ status }) => status)).toEqual(['draft']);
    expect((await desk.publish(story, to)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('called off while the update is under way: it goes on, since readers may see it', async () => {
    const story = await desk.story();
    const to = await account();
    const reached = Promise.withResolvers<void>();
    const hit = once(updatesPost, reached.resolve);
    proxy.fault = (seen) => (hit(seen) ? { cut: true, forward: true } : undefined);
    const { seq } = good(await desk.store.readStory(story));
    const job = good(await desk.outbox.startPublication({ storyId: story, destinationId: to, seq, confirmed: true }));
    await reached.promise;
    expect(good(await desk.outbox.cancel(job.id)).state).not.toBe('cancelled');
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('called off when nobody knows whether it is live: the next publication finds it, and asks', async () => {
    const story = await desk.story();
    const to = await account();
    const hit = once(updatesPost);
    proxy.fault = (seen) => (hit(seen) ? { status: 504, forward: true } : undefined);
    const job = await desk.publish(story, to);
    const unauthorized = { status: 401, headers: { 'content-type': 'application/json' }, body: '{"code":"x"}' };
    proxy.fault = ({ path }) => (path.includes('/users/me') ? unauthorized : undefined);
    expect((await desk.settle(job.id)).state).toBe('stopped');
    expect(good(await desk.outbox.cancel(job.id)).state).toBe('cancelled');
    proxy.fault = null;
    await desk.edit(story, edited);
    const again = await desk.publish(story, to);
    expect(again.state).toBe('conflict');
    good(await desk.outbox.resolve(again.id, 'replace'));
    expect((await desk.settle(again.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('a new post in place of a deleted one, called off when nobody knows whether it is live: not made twice', async () => {
    const story = await desk.story();
    const to = await account();
    await desk.publish(story, to);
    const [first] = await allPosts(site);
    await site.api(`wp/v2/posts/${first!.id}?force=true`, { method: 'DELETE' });
    await desk.edit(story, edited);
    const gone = await desk.publish(story, to);
    expect(gone).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
    const hit = once(updatesPost);
    proxy.fault = (seen) => (hit(seen) ? { status: 504, forward: true } : undefined);
    good(await desk.outbox.retry(gone.id));
    await desk.outbox.idle();
    const unauthorized = { status: 401, headers: { 'content-type': 'application/json' }, body: '{"code":"x"}' };
    proxy.fault = ({ path }) => (path.includes('/users/me') ? unauthorized : undefined);
    expect((await desk.settle(gone.id)).state).toBe('stopped');
    expect(good(await desk.outbox.cancel(gone.id)).state).toBe('cancelled');
    proxy.fault = null;
    await desk.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: 'Lần thứ ba' } }));
    const again = await desk.publish(story, to);
    expect(again).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
    good(await desk.outbox.retry(again.id));
    expect((await desk.settle(again.id)).state).toBe('conflict');
    good(await desk.outbox.resolve(again.id, 'replace'));
    expect((await desk.settle(again.id)).state).toBe('done');
    await expectOneOfEach(story, ['created', 'created']);
    expect((await allPosts(site))[0]!.title.raw).toBe('Lần thứ ba');
  });
});
