import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookAt } from '../../main/publish/look.ts';
import { theirStory, withTheirs } from '../../story/formats/theirs/index.ts';
import { fromWordPress } from '../../story/formats/wordpress/index.ts';
import type { Story } from '../../story/model.ts';
import { mergeStories } from '../../story/review/merge.ts';
import { type Desk, dataFolder, good, openDesk } from './desk.ts';
import { allMedia, allPosts } from './remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
/** What the desk wrote since the publication. */
const edited = (story: Story): Story => ({
  ...story,
  body: story.body.map((block) =>
    'runs' in block && block.runs[0]?.text.startsWith('Đến trưa')
      ? { ...block, runs: [{ text: 'Đến chiều, sọt hồng cuối cùng đã hết' }] }
      : block,
  ),
});

describe.skipIf(missing)(`three ways out of a change on a real WordPress${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  let to: string;
  let id: string;
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
    id = await desk.story();
    await desk.publish(id, to);
  });
  afterEach(async () => {
    await desk.close();
    data.remove();
  });
  const look = async () => good(await lookAt(desk, id, to));
  const post = async () => (await allPosts(site))[0]!;
  const now = async () => good(await desk.store.readStory(id)).story;

  /** An editor corrects a word and a caption in WordPress, and adds a paragraph. */
  async function changeThere() {
    const { id: number, content } = await post();
    const raw = content.raw
      .replace('kẻ bán.', 'kẻ bán, đủ cả già trẻ.')
      .replace('thu hoạch hồng', 'hái hồng')
      .replace(
        '<!-- wp:image',
        '<!-- wp:paragraph --><p>Thêm <em>từ</em> trang.</p><!-- /wp:paragraph --><!-- wp:image',
      );
    await site.api(`wp/v2/posts/${number}`, { method: 'POST', body: { content: raw } });
    const { state, changed } = await look();
    expect(state).toBe('changed');
    return { changed: changed!, theirs: theirStory(changed!.base, changed!.theirs) };
  }

  test('nothing changed: the same, to the letter', async () => {
    expect(await look()).toEqual({ state: 'same', changed: null });
    const { title, excerpt, content } = await post();
    const base = await now();
    const there = { title: title.raw, standfirst: excerpt.raw, html: content.raw };
    expect(theirStory(base, there)).toEqual({ story: base, left: [] });
  });

  test('take theirs: publishing it again changes nothing there', async () => {
    const { changed, theirs } = await changeThere();
    const before = (await post()).content.raw;
    await desk.edit(id, (story) => withTheirs(story, theirs.story));
    good(await desk.outbox.accept(id, to, changed.version));
    expect((await look()).state).toBe('same');
    expect((await now()).body.map((block) => block.type)).toContain('figure');
    expect((await desk.publish(id, to)).state).toBe('done');
    expect(fromWordPress((await post()).content.raw)).toEqual(fromWordPress(before));
    expect(desk.receipts.at(-1)).toMatchObject({ differences: [] });
  });

  test('keep ours: theirs is replaced, by the next publication and without another question', async () => {
    const { changed } = await changeThere();
    await desk.edit(id, edited);
    good(await desk.outbox.accept(id, to, changed.version));
    expect((await desk.publish(id, to)).state).toBe('done');
    expect((await post()).content.raw).not.toContain('đủ cả già trẻ');
    expect((await post()).content.raw).toContain('Đến chiều');
  });

  test('merge: both changes are published, once, and a conflict that waited is over', async () => {
    const { changed, theirs } = await changeThere();
    await desk.edit(id, edited);
    const job = await desk.publish(id, to);
    expect(job.state).toBe('conflict');
    const merged = mergeStories(changed.base, await now(), theirs.story, { theirName: 'Báo thử', at: job.createdAt });
    expect(merged.conflicts).toEqual([]);
    await desk.edit(id, () => merged.story);
    good(await desk.outbox.accept(id, to, changed.version));
    expect((await desk.job(job.id)).state).toBe('cancelled');
    expect((await desk.publish(id, to)).state).toBe('done');
    const { content } = await post();
    for (const words of ['đủ cả già trẻ', 'hái hồng', 'Thêm <em>từ</em> trang.', 'Đến chiều'])
      expect(content.raw).toContain(words);
    expect(await allPosts(site)).toHaveLength(1);
    expect((await allMedia(site)).length).toBeLessThanOrEqual(2);
    expect(desk.receipts.at(-1)).toMatchObject({ differences: [], compared: ['data', 'page', 'files'] });
  });
});
