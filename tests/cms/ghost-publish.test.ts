import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fields, Story } from '../../story/model.ts';
import { everyBlock } from '../unit/formats/every-block.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { type GhostSite, ghostMissing, startGhost } from './ghost.ts';
import { changePost, ghostPhotos, ghostPosts } from './ghost-remote.ts';

const missing = ghostMissing();
const fields = (change: Partial<Fields>) => (story: Story) => ({ ...story, fields: { ...story.fields, ...change } });

describe.skipIf(missing)(`publishing to a real Ghost${missing ? ` (${missing})` : ''}`, () => {
  let site: GhostSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startGhost();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    await site.clear();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const account = (key: keyof GhostSite['keys'] = 'integration') =>
    desk.destination({ type: 'ghost', url: site.url }, site.keys[key]);

  test.each(['integration', 'staff'] as const)('with the key of the %s: one post, equal to the story', async (key) => {
    const story = await desk.story(
      fields({ tags: 'Nông nghiệp, Hồng không hạt', section: 'Kinh tế', headlineSeo: 'Hồng & chợ phiên' }),
    );
    const job = await desk.publish(story, await account(key));
    expect(job).toMatchObject({ state: 'done', step: 'receipt', done: 4, total: 4, error: null });
    const [post, ...others] = await ghostPosts(site);
    expect(others).toEqual([]);
    expect(post).toMatchObject({
      status: 'published',
      slug: 'xa-vung-cao-dua-hong-khong-hat-ra-cho-phien',
      title: 'Xã vùng cao đưa hồng không hạt ra chợ phiên',
      custom_excerpt: 'Vụ này, 57,54% số hộ trong xã đã có vườn hồng; tổng thu ước đạt 3,7 tỷ đồng.',
      feature_image_alt: 'Hai người đội nón hái quả hồng trên sườn đồi',
      feature_image_caption: 'Nông dân thôn Nà Ngòa thu hoạch hồng &amp; quýt. <em>Ảnh: Hà Văn Lường</em>',
      meta_title: 'Hồng & chợ phiên',
    });
    expect(post!.tags.map(({ name }) => name)).toEqual(['Kinh tế', 'Nông nghiệp', 'Hồng không hạt']);
    const words = post!.html.replace(/<[^>]+>/g, ' ');
    expect(words).toContain('Nông thôn mới · Nà Ngòa, 14/6');
    expect(words).toContain('Đến trưa, sọt hồng cuối cùng đã hết./.');
    expect(desk.receipts).toMatchObject([
      { operation: 'created', status: 'published', url: post!.url, remoteId: post!.id, differences: [] },
    ]);
    // A reader finds it there.
    const page = await (await fetch(post!.url)).text();
    expect(page).toContain('Sáng sớm, chợ phiên đã kín người mua kẻ bán.');
  });

  test('every kind of block comes back as it was sent, from the API and on the page', async () => {
    const every = everyBlock();
    const story = await desk.story((story) => {
      const own = story.body.find((block) => block.type === 'figure')!;
      const { photo, width, height } = own;
      // Each with words of its own, as in a newspaper.
      const body = every.body.map((block, at) =>
        block.type === 'figure'
          ? {
              ...block,
              photo,
              width,
              height,
              caption: block.caption && `${block.caption} Ảnh số ${at}.`,
              alt: `Ảnh ${at}`,
            }
          : block,
      );
      return { ...story, body };
    });
    await desk.edit(story, fields({ correction: 'Bản đầu ghi nhầm tên xã; nay sửa là Nà Ngòa.' }));
    const job = await desk.publish(story, await account(), { operation: 'correct' });
    expect(job).toMatchObject({ state: 'done', error: null });
    const [receipt] = desk.receipts;
    expect(receipt).toMatchObject({ differences: [], compared: ['data', 'page', 'files'] });
    const [post] = await ghostPosts(site);
    expect(post!.html).toContain('<div class="kg-callout-text">Bản đầu ghi nhầm tên xã; nay sửa là Nà Ngòa.</div>');
  });

  test('readers load the very file that was sent, with its texts inside', async () => {
    await desk.publish(await desk.story(), await account());
    const [photo, ...others] = ghostPhotos(site);
    expect(others).toEqual([]);
    // Plain letters alone, whatever the headline.
    expect(photo).toMatch(/^\d{4}\/\d\d\/xa-vung-cao-dua-hong-khong-hat-ra-cho-phien-1-[0-9a-f]{16}_o\.jpg$/);
    const [post] = await ghostPosts(site);
    const src = /<img src="([^"]+)"/.exec(post!.html)?.[1];
    expect(src).toBe(`${site.url}/content/images/${photo}`);
    const served = Buffer.from(await (await fetch(src!)).arrayBuffer());
    expect(served.equals(readFileSync(path.join(site.dir, 'content/images', photo!)))).toBe(true);
    expect(served.includes('Hà Văn Lường')).toBe(true);
    expect(desk.receipts.at(-1)).toMatchObject({ notes: ['smallPhotosBare'], compared: ['data', 'page', 'files'] });
  });

  test('an update changes the one post, keeps its address, and sends no photo again', async () => {
    const to = await account();
    const story = await desk.story();
    await desk.publish(story, to);
    const [before] = await ghostPosts(site);
    await desk.edit(story, fields({ headline: 'Hồng không hạt xuống núi', tags: 'Vùng cao' }));
    expect((await desk.publish(story, to)).state).toBe('done');
    const [after, ...others] = await ghostPosts(site);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before!.id, url: before!.url, title: 'Hồng không hạt xuống núi' });
    expect(after!.published_at).toBe(before!.published_at);
    expect(ghostPhotos(site)).toHaveLength(1);
    expect(desk.receipts.map(({ operation, differences }) => [operation, differences])).toEqual([
      ['created', []],
      ['updated', []],
    ]);
    await desk.publish(story, to);
    expect(desk.receipts.at(-1)).toMatchObject({ operation: 'unchanged', differences: [] });
  });

  test('a tag is found again whatever its capitals, and no other one is ever renamed', async () => {
    for (const name of ['nông nghiệp', 'Ma', "L'Espace"])
      await site.api('tags/', { method: 'POST', body: { tags: [{ name }] } });
    await desk.publish(await desk.story(fields({ tags: "Nông Nghiệp, Má, L'Espace" })), await account());
    const [post] = await ghostPosts(site);
    expect(post!.tags.map(({ name }) => name)).toEqual(['nông nghiệp', 'Má', "L'Espace"]);
    const { tags } = (await site.api('tags/?limit=100')) as { tags: { name: string }[] };
    expect(tags.map(({ name }) => name).sort()).toEqual(["L'Espace", 'Ma', 'Má', 'nông nghiệp']);
    expect(desk.receipts.at(-1)!.differences).toEqual([]);
  });

  test('somebody changed it in Ghost: nothing is overwritten until a person has seen both', async () => {
    const to = await account();
    const story = await desk.story();
    await desk.publish(story, to);
    await changePost(site, { title: 'Tít của ban biên tập' });
    await desk.edit(story, fields({ headline: 'Tít của phóng viên' }));
    const job = await desk.publish(story, to);
    expect(job.state).toBe('conflict');
    expect(job.conflict!.theirs).toContain('Tít của ban biên tập');
    expect(job.conflict!.ours).toContain('Tít của phóng viên');
    expect((await ghostPosts(site))[0]!.title).toBe('Tít của ban biên tập');
    good(await desk.outbox.resolve(job.id, 'replace'));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect((await ghostPosts(site)).map(({ title }) => title)).toEqual(['Tít của phóng viên']);
  });

  test('deleted there: it stops, and makes a new one only when a person says so', async () => {
    const to = await account();
    const story = await desk.story();
    await desk.publish(story, to);
    await site.clear();
    await desk.edit(story, fields({ headline: 'Lần thứ hai' }));
    const job = await desk.publish(story, to);
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
    good(await desk.outbox.retry(job.id));
    expect((await desk.settle(job.id)).state).toBe('done');
    expect((await ghostPosts(site)).map(({ title }) => title)).toEqual(['Lần thứ hai']);
    expect(ghostPhotos(site)).toHaveLength(1);
  });

  test('scheduled, moved, then published now; and taken back as a draft', async () => {
    const to = await account();
    const story = await desk.story();
    const hours = (count: number) => new Date(Math.ceil(Date.now() / 1000) * 1000 + count * 3_600_000).toISOString();
    const [later, latest] = [hours(5), hours(9)];
    expect((await desk.publish(story, to, { operation: 'schedule', at: later })).state).toBe('done');
    expect((await ghostPosts(site))[0]).toMatchObject({ status: 'scheduled', published_at: later });
    expect((await desk.publish(story, to, { operation: 'schedule', at: latest })).state).toBe('done');
    expect((await ghostPosts(site))[0]).toMatchObject({ status: 'scheduled', published_at: latest });
    expect((await desk.publish(story, to)).state).toBe('done');
    const [post] = await ghostPosts(site);
    expect(post!.status).toBe('published');
    expect(Date.parse(post!.published_at!)).toBeLessThanOrEqual(Date.now());
    expect((await fetch(post!.url)).status).toBe(200);
    expect((await desk.publish(story, to, { operation: 'unpublish' })).state).toBe('done');
    expect((await ghostPosts(site)).map(({ status }) => status)).toEqual(['draft']);
    expect((await fetch(post!.url)).status).toBe(404);
    expect(desk.receipts.map(({ status, differences }) => [status, differences])).toEqual([
      ['scheduled', []],
      ['scheduled', []],
      ['published', []],
      ['withdrawn', []],
    ]);
  });

  test('only a draft, for a colleague to go on with', async () => {
    await desk.publish(await desk.story(), await account(), { operation: 'draft' });
    expect((await ghostPosts(site)).map(({ status, title }) => [status, title])).toEqual([
      ['draft', 'Xã vùng cao đưa hồng không hạt ra chợ phiên'],
    ]);
    expect(desk.receipts.at(-1)).toMatchObject({ status: 'draft', differences: [] });
  });

  test('what is too long for Ghost is told before anything is sent', async () => {
    const long = await desk.story(fields({ headline: 'Hồng '.repeat(52).trim() }));
    const job = await desk.publish(long, await account());
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'tooLongForServer', detail: 'title: 259 > 255' } });
    expect([await ghostPosts(site), ghostPhotos(site)]).toEqual([[], []]);
  });

  test('a long standfirst is the first paragraph, whole', async () => {
    const standfirst = 'Vụ này được mùa. '.repeat(25).trim();
    await desk.publish(await desk.story(fields({ standfirst })), await account());
    const [post] = await ghostPosts(site);
    expect(post!.custom_excerpt).toBeNull();
    expect(post!.html.startsWith(`<p>${standfirst}</p>`)).toBe(true);
    expect(desk.receipts.at(-1)!.differences).toEqual([]);
  });

  test('the check says whose key it is, and what is wrong with one', async () => {
    const check = (secret: string, url = site.url) =>
      desk.accounts.check({ name: 'Ghost', config: { type: 'ghost', url }, secret });
    expect(good(await check(site.keys.integration))).toMatchObject({
      ...{ site: 'Báo thử & nghiệm', account: '', canPublish: true, canUpload: true },
      operations: ['publish', 'correct', 'schedule', 'draft', 'unpublish'],
    });
    expect(good(await check(site.keys.staff, `${site.url}/ghost/#/dashboard`))).toMatchObject({
      ...{ account: 'Bùi Thị Biên Tập', canPublish: true },
    });
    const [id, secret] = site.keys.integration.split(':') as [string, string];
    const wrong = `${id}:${secret.replace(/./g, (digit) => (digit === '0' ? '1' : '0'))}`;
    for (const key of [wrong, `${'0'.repeat(24)}:${secret}`, 'mật khẩu'])
      expect(await check(key)).toMatchObject({ ok: false, code: 'keyRefused' });
  });

  test('tags and authors are found by a part of their names', async () => {
    await site.api('tags/', { method: 'POST', body: { tags: [{ name: 'Đường sắt' }] } });
    const to = await account();
    const terms = async (kind: 'tags' | 'authors', query: string) =>
      good(await desk.accounts.terms(to, kind, query)).terms.map(({ name }) => name);
    expect(await terms('tags', 'sắt')).toEqual(['Đường sắt']);
    expect(await terms('authors', 'Biên')).toEqual(['Bùi Thị Biên Tập']);
  });
});
