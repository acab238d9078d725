import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Figure, Story } from '../../story/model.ts';
import { everyBlock } from '../unit/formats/every-block.ts';
import { type Desk, dataFolder, openDesk } from './desk.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();

describe.skipIf(missing)(`what each role of a real WordPress may do${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    site.clear();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const account = (role: keyof WordPressSite['users']) =>
    desk.destination({ type: 'wordpress', url: site.url, user: site.users[role].user }, site.users[role].password);
  const everything = (story: Story): Story => {
    const { photo, width, height } = story.body.find((block): block is Figure => block.type === 'figure')!;
    return {
      ...story,
      body: everyBlock().body.map((block) => (block.type === 'figure' ? { ...block, photo, width, height } : block)),
    };
  };
  const withoutPhotos = (story: Story): Story => ({
    ...story,
    body: story.body.filter((block) => block.type !== 'figure'),
  });

  test('Check tells the role, and each operation that it allows', async () => {
    const check = async (role: keyof WordPressSite['users']) => {
      const config = { type: 'wordpress', url: site.url, user: site.users[role].user } as const;
      const report = await desk.accounts.check({ name: 'x', config, secret: site.users[role].password });
      return report.ok ? report.value : report;
    };
    const all = ['correct', 'draft', 'pending', 'private', 'publish', 'schedule', 'unpublish'];
    const of = async (role: keyof WordPressSite['users']) => {
      const report = await check(role);
      return 'roles' in report
        ? [report.roles, report.operations?.toSorted(), report.canUpload, report.forOthers]
        : report;
    };
    expect(await of('editor')).toEqual([['editor'], all, true, true]);
    expect(await of('author')).toEqual([['author'], all, true, false]);
    expect(await of('contributor')).toEqual([['contributor'], ['draft', 'pending'], false, false]);
  });

  test('an author may not send raw HTML, and loses no block', async () => {
    const job = await desk.publish(await desk.story(everything), await account('author'));
    expect(job).toMatchObject({ state: 'done', error: null });
    expect(desk.receipts[0]).toMatchObject({ status: 'published', differences: [] });
  });

  test('a contributor sends for review; photos it may not send are told before anything goes', async () => {
    const to = await account('contributor');
    const refused = await desk.publish(await desk.story(), to, { operation: 'pending' });
    expect(refused).toMatchObject({ state: 'stopped', error: { code: 'mayNotUpload' } });
    expect([await allPosts(site), await allMedia(site)]).toEqual([[], []]);
    const story = await desk.story((one) => withoutPhotos(everything(one)));
    expect(await desk.publish(story, to, { operation: 'publish' })).toMatchObject({ error: { code: 'notAllowed' } });
    const job = (await desk.outbox.jobs(story))[0]!;
    await desk.outbox.cancel(job.id);
    expect(await desk.publish(story, to, { operation: 'pending' })).toMatchObject({ state: 'done', error: null });
    expect((await allPosts(site)).map(({ status, slug }) => [status, slug])).toEqual([['pending', '']]);
    // WordPress keeps no slug of a contributor's until somebody publishes the story.
    expect(desk.receipts[0]!.status).toBe('pending');
    expect(desk.receipts[0]!.differences.map(({ where }) => where)).toEqual(['slug']);
  });
});
