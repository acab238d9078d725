import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Placement, TermKind } from '../../preload/contract.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
type Made = { id: number };

describe.skipIf(missing)(`categories, tags and authors of a real WordPress${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  const made: Record<string, number> = {};
  const make = async (kind: 'categories' | 'tags', name: string, parent?: string) => {
    const body = { name, ...(parent && { parent: made[parent] }) };
    made[name] = ((await site.api(`wp/v2/${kind}`, { method: 'POST', body })) as Made).id;
  };
  beforeAll(async () => {
    site = await startWordPress();
    for (const name of ['Kinh tế', 'Văn hóa & Thể thao', 'Đời sống']) await make('categories', name);
    await make('categories', 'Nông nghiệp', 'Kinh tế');
    await make('categories', 'Cây ăn quả', 'Nông nghiệp');
    for (let number = 1; number <= 104; number++) await make('categories', `Chuyên mục ${number}`);
    for (const name of ['hồng không hạt', 'Bản Thi', 'đặc sản', 'hong kong']) await make('tags', name);
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
  const names = async (to: string, kind: TermKind, query: string) =>
    good(await desk.accounts.terms(to, kind, query)).terms.map(({ name }) => name);
  const place = (story: string, to: string, placement: Placement) => desk.store.setPlacement(story, to, placement);
  const term = (name: string) => ({ id: String(made[name]), name });

  test('found with and without marks, with what they stand under, over all pages', async () => {
    const to = await account('author');
    expect(await names(to, 'categories', 'nong nghiep')).toEqual(['Nông nghiệp', 'Cây ăn quả']);
    expect(await names(to, 'categories', 'ĐỜI')).toEqual(['Đời sống']);
    expect(await names(to, 'categories', 'the thao')).toEqual(['Văn hóa & Thể thao']);
    expect(await names(to, 'categories', 'chuyên mục 99')).toEqual(['Chuyên mục 99']);
    expect(good(await desk.accounts.terms(to, 'categories', 'cay an')).terms).toEqual([
      { ...term('Cây ăn quả'), under: ['Kinh tế', 'Nông nghiệp'] },
    ]);
    expect(await names(to, 'categories', '')).toHaveLength(50);
    expect(await names(to, 'tags', 'dac san')).toEqual(['đặc sản']);
    expect(await names(to, 'tags', 'hong kh')).toEqual(['hồng không hạt']);
    expect(await names(to, 'tags', 'hồng')).toEqual(expect.arrayContaining(['hồng không hạt']));
    expect((await names(to, 'tags', '')).sort()).toEqual(['Bản Thi', 'hong kong', 'hồng không hạt', 'đặc sản'].sort());
  });

  test('authors: all for who may write for others, else only oneself', async () => {
    expect((await names(await account('editor'), 'authors', '')).sort()).toEqual(
      ['admin', 'Author', 'Contributor', 'Editor'].sort(),
    );
    expect(await names(await account('author'), 'authors', '')).toEqual(['Author']);
  });

  test('a story is filed where a person says; a new tag is made once, and one that is there is found', async () => {
    const to = await account('author');
    const story = await desk.story();
    await place(story, to, {
      categories: [term('Cây ăn quả')],
      tags: [term('Bản Thi'), { id: '', name: 'Mùa hồng' }, { id: '', name: 'ĐẶC SẢN' }],
    });
    expect(await desk.publish(story, to)).toMatchObject({ state: 'done', error: null });
    const [post] = await allPosts(site);
    const fresh = (await site.api('wp/v2/tags?search=M%C3%B9a')) as { id: number; name: string }[];
    expect(fresh.map(({ name }) => name)).toEqual(['Mùa hồng']);
    expect([post!.categories, post!.tags.sort()]).toEqual([
      [made['Cây ăn quả']],
      [made['Bản Thi']!, fresh[0]!.id, made['đặc sản']!].sort(),
    ]);
    expect(desk.receipts[0]!.differences).toEqual([]);
    // Again, unchanged: nothing is made and nothing sent.
    expect((await desk.publish(story, to)).state).toBe('done');
    expect(desk.receipts[1]).toMatchObject({ operation: 'unchanged', differences: [] });
  });

  test('what somebody adds on the site stays, what the desk takes away goes', async () => {
    const to = await account('editor');
    const story = await desk.story();
    await place(story, to, { categories: [term('Kinh tế')], tags: [term('Bản Thi'), term('đặc sản')] });
    await desk.publish(story, to);
    const [post] = await allPosts(site);
    const there = [made['Bản Thi'], made['đặc sản'], made['hong kong']];
    await site.api(`wp/v2/posts/${post!.id}`, { method: 'POST', body: { tags: there } });
    await place(story, to, { categories: [term('Đời sống')], tags: [term('đặc sản')] });
    expect((await desk.publish(story, to)).state).toBe('done');
    const [after] = await allPosts(site);
    expect(after).toMatchObject({ id: post!.id, categories: [made['Đời sống']] });
    expect(after!.tags.sort()).toEqual([made['đặc sản']!, made['hong kong']!].sort());
    expect(desk.receipts[1]).toMatchObject({ operation: 'updated', differences: [] });
  });

  test('a category that is gone is told; another author’s name only by who may', async () => {
    const to = await account('editor');
    const story = await desk.story();
    const author = { id: String(site.users.author.id), name: 'Author' };
    await place(story, to, { categories: [{ id: '99999', name: 'Mục đã bỏ' }], authors: [author] });
    await desk.publish(story, to);
    expect((await allPosts(site))[0]).toMatchObject({ author: site.users.author.id });
    expect(desk.receipts[0]!.differences).toMatchObject([{ where: 'categories', ours: 'Mục đã bỏ' }]);
    const other = await account('author');
    await place(story, other, { authors: [{ id: String(site.users.editor.id), name: 'Editor' }] });
    expect(await desk.publish(story, other)).toMatchObject({ state: 'stopped', error: { code: 'notAllowed' } });
    expect([(await allPosts(site)).length, (await allMedia(site)).length]).toEqual([1, 1]);
  });

  test('out of reach: what was told earlier, with when; of another site nothing', async () => {
    const proxy = await startFaultProxy(site.url);
    const to = await account('editor', proxy.url);
    await names(to, 'categories', 'nong');
    await names(to, 'categories', 'doi');
    await proxy.close();
    const found = good(await desk.accounts.terms(to, 'categories', 'đời'));
    expect(found).toEqual({ terms: [term('Đời sống')], asOf: expect.stringMatching(/Z$/) });
    expect(await desk.accounts.terms(to, 'tags', 'đời')).toMatchObject({ ok: false, code: 'refused' });
  });
});
