import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type FaultProxy, type Seen, startFaultProxy } from './fault-proxy.ts';
import { type GhostSite, ghostMissing, startGhost } from './ghost.ts';
import { ghostPhotos, ghostPosts } from './ghost-remote.ts';

const missing = ghostMissing();
const edited = (story: Story): Story => ({
  ...story,
  fields: { ...story.fields, headline: 'Hồng không hạt xuống núi', tags: 'Vùng cao' },
});
const sendsPhoto = ({ path }: Seen) => path.endsWith('/images/upload/');
const createsPost = ({ method, path }: Seen) => method === 'POST' && path.includes('/posts/');
const updatesPost = ({ method }: Seen) => method === 'PUT';

describe.skipIf(missing)(`a connection that breaks on the way to Ghost${missing ? ` (${missing})` : ''}`, () => {
  let site: GhostSite;
  let proxy: FaultProxy;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startGhost();
    proxy = await startFaultProxy(site.url);
  });
  afterAll(async () => {
    await proxy?.close();
    await site?.stop();
  });
  beforeEach(async () => {
    await site.clear();
    proxy.reset();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await desk.close();
    data.remove();
  });

  const account = () => desk.destination({ type: 'ghost', url: proxy.url }, site.keys.integration);
  const once = (matches: (seen: Seen) => boolean) => {
    let done = false;
    return (seen: Seen) => {
      if (done || !matches(seen)) return false;
      done = true;
      return true;
    };
  };
  /** What must hold whatever happened on the way. */
  async function expectOneOfEach(story: string, operations: string[]): Promise<void> {
    const posts = await ghostPosts(site);
    expect(posts.map(({ status }) => status)).toEqual(['published']);
    expect(ghostPhotos(site)).toHaveLength(1);
    const receipts = await desk.store.listReceipts(story);
    expect(receipts.map(({ operation }) => operation)).toEqual(operations.toReversed());
    expect(receipts[0]).toMatchObject({ remoteId: posts[0]!.id, url: posts[0]!.url, differences: [] });
  }
  async function requestsOf(work: () => Promise<unknown>): Promise<number> {
    proxy.reset();
    await work();
    return proxy.seen.length;
  }

  test.each(['before it arrives', 'after it was done'])(
    'cut at each request in turn, %s: one post, one photo, one receipt',
    async (when) => {
      const requests = await requestsOf(async () => desk.publish(await desk.story(), await account()));
      expect(requests).toBeGreaterThan(6);
      for (let at = 0; at < requests; at++) {
        await site.clear();
        proxy.reset();
        const story = await desk.story();
        proxy.fault = ({ index }) => (index === at ? { cut: true, forward: when === 'after it was done' } : undefined);
        const job = await desk.publish(story, await account());
        expect(job, `cut at ${at}`).toMatchObject({ state: 'waiting', error: { code: 'badAnswer' } });
        expect((await desk.settle(job.id)).state, `cut at ${at}`).toBe('done');
        await expectOneOfEach(story, ['created']);
      }
    },
  );

  test.each(['before it arrives', 'after it was done'])(
    'an update cut at each request in turn, %s: still one post',
    async (when) => {
      const first = await desk.story();
      const to = await account();
      await desk.publish(first, to);
      await desk.edit(first, edited);
      const requests = await requestsOf(() => desk.publish(first, to));
      expect(requests).toBeGreaterThan(5);
      for (let at = 0; at < requests; at++) {
        await site.clear();
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
        const [post] = await ghostPosts(site);
        expect([post!.title, post!.tags.map(({ name }) => name)]).toEqual(['Hồng không hạt xuống núi', ['Vùng cao']]);
      }
    },
  );

  test('the program ends while a request is under way, at each in turn: the next start finishes it once', async () => {
    const requests = await requestsOf(async () => desk.publish(await desk.story(), await account()));
    for (let at = 0; at < requests; at++) {
      await site.clear();
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
    ['a 504 after the photo was stored', sendsPhoto, 504],
    ['a 502 after the update was stored', updatesPost, 502],
    ['a 429 in place of the update', updatesPost, 429],
  ])('%s', async (_, where, status) => {
    const hit = once(where);
    proxy.fault = (seen) => (hit(seen) ? { status, forward: status !== 429 } : undefined);
    const story = await desk.story();
    const job = await desk.publish(story, await account());
    expect(job).toMatchObject({ state: 'waiting', error: { code: status === 429 ? 'serverBusy' : 'serverError' } });
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test.each([
    ['a photo that the proxy finds too large', sendsPhoto, 413, 'tooLargeForServer'],
    ['a file that Ghost does not take', sendsPhoto, 415, 'uploadRefused'],
    ['a page of somebody else in place of the API', createsPost, 404, 'badAnswer'],
  ])('%s stops the job, and nothing is published', async (_, where, status, code) => {
    proxy.fault = (seen) => (where(seen) ? { status } : undefined);
    const story = await desk.story();
    const job = await desk.publish(story, await account());
    expect(job).toMatchObject({ state: 'stopped', error: { code } });
    expect(await ghostPosts(site)).toEqual([]);
    // The same job goes on once that is mended.
    proxy.fault = null;
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });

  test('somebody saves between our look and our update: Ghost refuses it, and a person is asked', async () => {
    const to = await account();
    const story = await desk.story();
    await desk.publish(story, to);
    await desk.edit(story, edited);
    const hit = once(updatesPost);
    proxy.fault = (seen) => {
      if (hit(seen))
        site.sql("UPDATE ghost.posts SET title = 'Của ban biên tập', updated_at = updated_at + INTERVAL 5 SECOND");
      return undefined;
    };
    const job = await desk.publish(story, to);
    expect((await desk.settle(job.id)).state).toBe('conflict');
    expect((await desk.job(job.id)).conflict!.theirs).toContain('Của ban biên tập');
    expect((await ghostPosts(site))[0]!.title).toBe('Của ban biên tập');
    good(await desk.outbox.resolve(job.id, 'replace'));
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created', 'updated']);
  });

  test.each([-3, 3])('this machine’s clock is %i hours off: tokens go by the server’s', async (hours) => {
    const story = await desk.story();
    const to = await account();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 });
    expect((await desk.publish(story, to)).state).toBe('done');
    vi.useRealTimers();
    await expectOneOfEach(story, ['created']);
  });

  test('the key is replaced while a job waits: it stops, and goes on with the new one', async () => {
    const to = await account();
    const story = await desk.story();
    const hit = once(updatesPost);
    proxy.fault = (seen) => (hit(seen) ? { cut: true } : undefined);
    const job = await desk.publish(story, to);
    const [id] = site.keys.integration.split(':');
    const save = (secret: string) =>
      desk.accounts.save({ id: to, name: 'Ghost', config: { type: 'ghost', url: proxy.url }, secret });
    good(await save(`${id}:${'ab'.repeat(32)}`));
    expect(await desk.settle(job.id)).toMatchObject({ state: 'stopped', error: { code: 'keyRefused' } });
    good(await save(site.keys.integration));
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    await expectOneOfEach(story, ['created']);
  });
});
