import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fields, Story } from '../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const headline = (text: string) => (story: Story) => ({ ...story, fields: { ...story.fields, headline: text } });

describe.skipIf(missing)(`publishing to a real WordPress${missing ? ` (${missing})` : ''}`, () => {
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
  const account = (role: keyof WordPressSite['users'], url = site.url) =>
    desk.destination({ type: 'wordpress', url, user: site.users[role].user }, site.users[role].password);

  test.each(['editor', 'author'] as const)('as %s: one post, equal to the story, with its photo', async (role) => {
    const story = await desk.story();
    const job = await desk.publish(story, await account(role));
    expect(job).toMatchObject({ state: 'done', step: 'receipt', done: 4, total: 4, error: null });

    const [post, ...others] = await allPosts(site);
    const [photo, ...otherPhotos] = await allMedia(site);
    expect([others, otherPhotos]).toEqual([[], []]);
    expect(post).toMatchObject({
      status: 'publish',
      slug: 'xa-vung-cao-dua-hong-khong-hat-ra-cho-phien',
      title: { raw: 'Xã vùng cao đưa hồng không hạt ra chợ phiên' },
      excerpt: { raw: 'Vụ này, 57,54% số hộ trong xã đã có vườn hồng; tổng thu ước đạt 3,7 tỷ đồng.' },
      featured_media: photo!.id,
    });
    const blocks = [...post!.content.raw.matchAll(/<!-- wp:([a-z-]+)/g)].map(([, name]) => name);
    expect(blocks).toEqual(['paragraph', 'paragraph', 'paragraph', 'image', 'paragraph', 'paragraph']);
    expect(post!.content.raw.match(/<p[^>]*>.*<\/p>/)?.[0]).toBe(
      '<p class="lead">Vụ này, 57,54% số hộ trong xã đã có vườn hồng; tổng thu ước đạt 3,7 tỷ đồng.</p>',
    );
    expect(post!.content.rendered).toContain(`src="${photo!.source_url}"`);
    expect(post!.content.rendered).toMatch(
      /<figcaption class="wp-element-caption">Nông dân thôn Nà Ngòa thu hoạch hồng &(amp|#038); quýt\. <em>Ảnh: Hà Văn Lường<\/em><\/figcaption>/,
    );
    expect(photo).toMatchObject({
      alt_text: 'Hai người đội nón hái quả hồng trên sườn đồi',
      media_details: { width: 640, height: 400 },
    });
    expect(photo!.caption.rendered).toContain('Nông dân thôn Nà Ngòa thu hoạch hồng');
    expect(photo!.source_url).toMatch(/\/xa-vung-cao-dua-hong-[a-z-]+-1\.jpg$/);

    expect(desk.receipts).toHaveLength(1);
    expect(desk.receipts[0]).toMatchObject({
      storyId: story,
      remoteId: String(post!.id),
      url: post!.link,
      operation: 'created',
      publishedBy: 'Lê Thị Phóng Viên',
      differences: [],
    });
    const page = await fetch(post!.link);
    expect([page.status, (await page.text()).includes('Sáng sớm, chợ phiên đã kín người mua kẻ bán.')]).toEqual([
      200,
      true,
    ]);
  });

  test('again after an edit: the same post, at the same address, with the photo that says the new caption', async () => {
    const to = await account('editor');
    const story = await desk.story();
    await desk.publish(story, to);
    const [before] = await allPosts(site);
    await desk.edit(story, headline('Hồng không hạt xuống núi'));
    await desk.edit(story, (now) => ({
      ...now,
      body: now.body.map((block) => (block.type === 'figure' ? { ...block, caption: 'Chú thích đã sửa' } : block)),
    }));
    expect((await desk.publish(story, to)).state).toBe('done');
    const posts = await allPosts(site);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ id: before!.id, slug: before!.slug, title: { raw: 'Hồng không hạt xuống núi' } });
    expect(posts[0]!.content.raw).toContain('Chú thích đã sửa');
    const [photo, old, ...others] = await allMedia(site);
    expect([photo!.caption.raw, others]).toEqual(['Chú thích đã sửa <em>Ảnh: Hà Văn Lường</em>', []]);
    // The earlier one stays: pages that nobody here knows may show it.
    expect(old!.caption.raw).toContain('thu hoạch hồng');
    expect(posts[0]).toMatchObject({ featured_media: photo!.id });
    expect(posts[0]!.content.raw).toContain(photo!.source_url);
    await desk.edit(story, headline('Hồng không hạt xuống chợ'));
    await desk.publish(story, to);
    expect(await allMedia(site)).toHaveLength(2);
    expect(desk.receipts.map(({ operation, differences }) => [operation, differences])).toEqual([
      ['created', []],
      ['updated', []],
      ['updated', []],
    ]);
  });

  test('a slug that is taken: the post goes out as -2, and the receipt has its address', async () => {
    await site.api('wp/v2/posts', {
      method: 'POST',
      body: { title: 'Bài khác', slug: 'trung-ten', status: 'publish' },
    });
    await desk.publish(await desk.story(headline('Trùng tên')), await account('editor'));
    expect((await allPosts(site)).map(({ slug }) => slug).sort()).toEqual(['trung-ten', 'trung-ten-2']);
    expect(desk.receipts[0]?.url).toBe(`${site.url}/trung-ten-2/`);
    expect(desk.receipts[0]?.differences).toEqual([{ where: 'slug', ours: 'trung-ten', theirs: 'trung-ten-2' }]);
  });

  test('the story’s own slug and web headline: also later, when the headline alone would change nothing', async () => {
    const to = await account('editor');
    const fields = (more: Partial<Fields>) => (now: Story) => ({ ...now, fields: { ...now.fields, ...more } });
    const story = await desk.story(fields({ slug: 'Chợ phiên 2026', headlineWeb: 'Hồng xuống chợ' }));
    await desk.publish(story, to);
    expect(await allPosts(site)).toMatchObject([{ slug: 'cho-phien-2026', title: { raw: 'Hồng xuống chợ' } }]);
    await desk.edit(story, fields({ slug: 'cho-phien-pac-nam' }));
    expect((await desk.publish(story, to)).state).toBe('done');
    expect(await allPosts(site)).toMatchObject([{ slug: 'cho-phien-pac-nam' }]);
    expect(desk.receipts.map(({ url, differences }) => [url, differences])).toEqual([
      [`${site.url}/cho-phien-2026/`, []],
      [`${site.url}/cho-phien-pac-nam/`, []],
    ]);
  });

  test('a photo deleted in the media library is sent again', async () => {
    const to = await account('editor');
    const story = await desk.story();
    await desk.publish(story, to);
    const [photo] = await allMedia(site);
    await site.api(`wp/v2/media/${photo!.id}?force=true`, { method: 'DELETE' });
    // WordPress takes it out of the post as well: that is a change a person must see.
    const job = await desk.publish(story, to);
    expect(job.state).toBe('conflict');
    good(await desk.outbox.resolve(job.id, 'replace'));
    expect((await desk.settle(job.id)).state).toBe('done');
    const [again, ...others] = await allMedia(site);
    expect([others.length, (await allPosts(site))[0]!.featured_media]).toEqual([0, again!.id]);
  });

  test('a contributor may not publish: nothing is sent, and a person is told', async () => {
    const job = await desk.publish(await desk.story(), await account('contributor'));
    expect(job).toMatchObject({ state: 'stopped', error: { code: 'notAllowed' } });
    expect([await allPosts(site), await allMedia(site)]).toEqual([[], []]);
  });

  test('a story that nobody approved is asked about, an unfinished one is not taken', async () => {
    const to = await account('editor');
    const ask = async (storyId: string) =>
      desk.outbox.startPublication({ storyId, destinationId: to, seq: 0, confirmed: false });
    expect(await ask(await desk.story())).toMatchObject({ ok: false, code: 'notApproved' });
    expect(await ask(await desk.story(headline(' ')))).toMatchObject({
      ok: false,
      code: 'notReady',
      detail: 'emptyHeadline',
    });
    expect(await allPosts(site)).toEqual([]);
  });

  test('Check names the site and what the account may do, wherever the address was copied from', async () => {
    const check = async (url: string, role: keyof WordPressSite['users']) => {
      const { user, password } = site.users[role];
      return desk.accounts.check({ name: 'x', config: { type: 'wordpress', url, user }, secret: password });
    };
    const site_ = 'Tòa soạn thử nghiệm';
    const all = { canPublish: true, canUpload: true };
    for (const url of [
      '',
      '/',
      '/wp-admin/',
      '/wp-admin/edit.php?post_type=post',
      '/wp-json/wp/v2/',
      '/wp-login.php',
      '/mot-bai-nao-do/',
    ])
      expect(await check(site.url + url, 'admin')).toMatchObject({
        ok: true,
        value: { site: site_, account: 'admin', ...all },
      });
    expect(await check(site.url.replace('http://', ''), 'author')).toMatchObject({
      ok: true,
      value: { account: 'Author', ...all },
    });
    expect(await check(site.url, 'contributor')).toMatchObject({
      ok: true,
      value: { canPublish: false, canUpload: false },
    });
  });

  test('a site without pretty addresses works as well', async () => {
    site.sql("UPDATE wp.wp_options SET option_value = '' WHERE option_name = 'permalink_structure'");
    try {
      expect((await desk.publish(await desk.story(), await account('editor'))).state).toBe('done');
    } finally {
      site.sql("UPDATE wp.wp_options SET option_value = '/%postname%/' WHERE option_name = 'permalink_structure'");
    }
    expect(await allPosts(site)).toHaveLength(1);
  });

  test('application passwords that are switched off are told apart from a wrong one', async () => {
    const to = await account('editor');
    const { user } = site.users.editor;
    const config = { type: 'wordpress' as const, url: site.url, user };
    expect(await desk.accounts.check({ name: 'x', config, secret: 'sai mat khau' })).toMatchObject({
      ok: false,
      code: 'wrongPassword',
    });
    site.plugin("add_filter('wp_is_application_passwords_available', '__return_false');");
    try {
      expect(await desk.accounts.check({ id: to, name: 'x', config })).toEqual({ ok: false, code: 'passwordsOff' });
    } finally {
      site.plugin(null);
    }
  });
});
