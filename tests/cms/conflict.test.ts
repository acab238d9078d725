import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../preload/contract.ts';
import type { Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const edited = (story: Story): Story => ({
  ...story,
  fields: { ...story.fields, headline: 'Hồng không hạt xuống núi' },
});

describe.skipIf(missing)(`a post that was changed on WordPress${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  let to: string;
  let story: string;
  let post: number;
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    site.clear();
    data = dataFolder();
    desk = await openDesk(data.folder);
    const { user, password } = site.users.editor;
    to = await desk.destination({ type: 'wordpress', url: site.url, user }, password);
    story = await desk.story();
    await desk.publish(story, to);
    post = (await allPosts(site))[0]!.id;
    await desk.edit(story, edited);
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const change = (body: Record<string, unknown>) => site.api(`wp/v2/posts/${post}`, { method: 'POST', body });
  const remote = async () => (await allPosts(site)).find(({ id }) => id === post)!;

  /** An editor corrects a word in WordPress's own editor, in the very second of the receipt. */
  async function conflict(): Promise<Job> {
    const { content } = await remote();
    await change({ content: content.raw.replace('kẻ bán', 'kẻ bán, đủ cả già trẻ') });
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'conflict', step: 'update', error: { code: 'conflict' } });
    return job;
  }

  test('is not overwritten: both texts are shown', async () => {
    const job = await conflict();
    expect(job.conflict!.theirs).toContain('chợ phiên đã kín người mua kẻ bán, đủ cả già trẻ.');
    expect(job.conflict!.theirs).toContain('Xã vùng cao đưa hồng không hạt ra chợ phiên');
    expect(job.conflict!.ours).toContain('chợ phiên đã kín người mua kẻ bán.');
    expect(job.conflict!.ours).toContain('Hồng không hạt xuống núi');
    expect(job.conflict!.ours + job.conflict!.theirs).not.toMatch(/[<>]|wp:/);
    expect(Date.parse(job.conflict!.modifiedAt)).toBeGreaterThan(0);
    expect((await remote()).content.raw).toContain('đủ cả già trẻ');
    expect(desk.receipts).toHaveLength(1);
  });

  test('a conflict survives a restart and does not go out by itself', async () => {
    const job = await conflict();
    await desk.close();
    desk = await openDesk(data.folder, { ms: desk.clock.ms + 86_400_000 });
    desk.outbox.setOnline(true);
    await desk.outbox.idle();
    expect(await desk.job(job.id)).toEqual(job);
  });

  test('keep: the remote copy stays, the job ends', async () => {
    const job = await conflict();
    expect(good(await desk.outbox.resolve(job.id, 'keep'))).toMatchObject({ state: 'cancelled' });
    await desk.outbox.idle();
    expect((await remote()).content.raw).toContain('đủ cả già trẻ');
    // And it is no less a conflict the next time.
    expect((await desk.publish(story, to)).state).toBe('conflict');
  });

  test('replace: ours goes out, once', async () => {
    const job = await conflict();
    good(await desk.outbox.resolve(job.id, 'replace'));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect(await allPosts(site)).toHaveLength(1);
    expect(await remote()).toMatchObject({ status: 'publish', title: { raw: 'Hồng không hạt xuống núi' } });
    expect((await remote()).content.raw).not.toContain('đủ cả già trẻ');
    expect(desk.receipts.at(-1)).toMatchObject({ operation: 'updated', remoteId: String(post), differences: [] });
  });

  test('replace, and changed once more after a person looked: a conflict again', async () => {
    const job = await conflict();
    await change({ title: 'Tít của người khác' });
    good(await desk.outbox.resolve(job.id, 'replace'));
    const again = await desk.settle(job.id);
    expect(again).toMatchObject({ state: 'conflict' });
    expect(again.conflict!.theirs).toContain('Tít của người khác');
    expect((await remote()).title.raw).toBe('Tít của người khác');
  });

  test('taken offline by an editor: not put online again without asking', async () => {
    await change({ status: 'private' });
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'conflict', error: { code: 'conflict', detail: 'status: private' } });
    expect((await remote()).status).toBe('private');
  });

  test('given a category and a tag: no conflict, and they stay', async () => {
    const category = (await site.api('wp/v2/categories', { method: 'POST', body: { name: `Kinh tế ${post}` } })) as {
      id: number;
    };
    await change({ categories: [category.id] });
    expect((await desk.publish(story, to)).state).toBe('done');
    expect(await remote()).toMatchObject({ title: { raw: 'Hồng không hạt xuống núi' }, categories: [category.id] });
  });

  test.each(['in the bin', 'deleted for good'])(
    '%s: stops; a new post is made only when a person says so',
    async (how) => {
      await site.api(`wp/v2/posts/${post}${how === 'in the bin' ? '' : '?force=true'}`, { method: 'DELETE' });
      const job = await desk.publish(story, to);
      expect(job).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
      expect((await allPosts(site)).filter(({ status }) => status !== 'trash')).toEqual([]);
      good(await desk.outbox.retry(job.id));
      expect((await desk.settle(job.id)).state).toBe('done');
      const live = (await allPosts(site)).filter(({ status }) => status !== 'trash');
      expect(live.map(({ status }) => status)).toEqual(['publish']);
      expect(desk.receipts.at(-1)).toMatchObject({
        operation: 'created',
        remoteId: String(live[0]!.id),
        differences: [],
      });
      await desk.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: 'Lần thứ ba' } }));
      expect((await desk.publish(story, to)).state).toBe('done');
      expect((await allPosts(site)).filter(({ status }) => status === 'publish')).toHaveLength(1);
    },
  );
});
