import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import type { Story } from '../../story/model.ts';
import { type Desk, dataFolder, openDesk } from './desk.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const HEADLINE = 'Xã vùng cao đưa hồng không hạt ra chợ phiên';
const VIDEO = 'https://www.youtube.com/watch?v=hongkhonghat';
/** The video as WordPress shows it where it can ask YouTube; here it cannot. */
const FRAME = `add_filter('pre_oembed_result', fn($html, $url) => strpos($url, 'hongkhonghat')
  ? '<iframe src="https://www.youtube.com/embed/hongkhonghat?feature=oembed"></iframe>' : $html, 10, 2);`;

const withMore = (story: Story): Story => ({
  ...story,
  body: [
    ...story.body,
    {
      id: newId(),
      type: 'paragraph',
      runs: [
        { text: 'Theo ' },
        { text: 'Sở Nông nghiệp', link: 'https://snn.example.vn/tin' },
        { text: ' "được mùa".' },
      ],
    },
    { id: newId(), type: 'embed', url: VIDEO, caption: 'Mùa hồng' },
    { id: newId(), type: 'paragraph', runs: [{ text: 'Hết mùa - hết việc...' }] },
  ],
});

type Change = [what: string, from: string, to: string, where: string];
/** What of a post becomes what, and the place at which a receipt must tell it. Those of one list are far enough apart. */
const CHANGES: Change[][] = [
  [
    ['one character', 'kẻ bán.', 'kẻ bán!', 'paragraph:3'],
    ['an alt text', 'Hai người đội nón', 'Ba người đội nón', 'alt:1'],
    ['a caption', 'thu hoạch hồng', 'thu hoạch cam', 'caption:1'],
    ['a link', 'https://snn.example.vn/tin', 'https://evil.example/tin', 'paragraph:5'],
  ],
  [
    ['one tone mark', 'Sáng sớm', 'Sang sớm', 'paragraph:3'],
    ['the photo', 'cho-phien-1.jpg" alt', 'cho-phien-2.jpg" alt', 'photo:1'],
    ['a credit', 'Hà Văn Lường', 'Hà Văn Lượng', 'caption:1'],
    ['words of a link', 'Sở Nông nghiệp', 'Sở Công nghiệp', 'paragraph:5'],
  ],
];
const PLACES = CHANGES.map((list) => ({
  list,
  what: list.map(([what]) => what).join(', '),
  wheres: list.map(([, , , where]) => where),
}));

describe.skipIf(missing)(`a story that was altered on the server${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    site.clear();
    site.plugin(FRAME);
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    site.plugin(null);
    await desk.close();
    data.remove();
  });

  /** Publishes; `alter` happens after the update was sent and before the story is read back. */
  async function receiptAfter(alter: () => void): Promise<Receipt> {
    const { user, password } = site.users.editor;
    const to = await desk.destination({ type: 'wordpress', url: site.url, user }, password);
    const story = await desk.story(withMore);
    desk.hooks.job = (job) => {
      if (job.step !== 'readBack') return;
      desk.hooks.job = undefined;
      alter();
    };
    expect((await desk.publish(story, to)).state).toBe('done');
    return desk.receipts[0]!;
  }
  const inPosts = (column: string, from: string, to: string) =>
    site.sql(
      `SET NAMES utf8mb4; UPDATE wp.wp_posts SET ${column} = REPLACE(${column}, '${from}', '${to}') WHERE post_type = 'post'`,
    );
  const files = () =>
    globSync('www/wp-content/uploads/**/*-1.jpg', { cwd: site.dir }).map((name) => path.join(site.dir, name));

  test('nothing altered: the receipt says what was compared, and that it is equal', async () => {
    const receipt = await receiptAfter(() => undefined);
    expect(receipt).toMatchObject({ differences: [], compared: ['data', 'page', 'files'] });
    expect(receipt.notes).toBeUndefined();
    expect(files()).toHaveLength(1);
  });

  test.each(PLACES)('stored: $what', async ({ list, wheres }) => {
    const { differences } = await receiptAfter(() => {
      for (const [, from, to] of list) inPosts('post_content', from, to);
    });
    expect(differences.map(({ where }) => where)).toEqual(wheres);
    for (const { ours, theirs } of differences) expect(ours).not.toBe(theirs);
  });

  test('stored: the headline, and the video dropped', async () => {
    const { differences } = await receiptAfter(() => {
      inPosts('post_title', 'chợ phiên', 'chợ tình');
      inPosts('post_content', `\\n${VIDEO}\\n`, '');
    });
    expect(differences).toEqual([
      { where: 'title', ours: HEADLINE, theirs: HEADLINE.replace('phiên', 'tình') },
      { where: 'paragraph:6', ours: VIDEO, theirs: '' },
    ]);
  });

  test('stored: one byte of the photo', async () => {
    const { differences } = await receiptAfter(() => {
      const [file = ''] = files();
      const bytes = readFileSync(file);
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(file, bytes);
    });
    expect(differences).toEqual([
      { where: 'photoBytes:1', ours: expect.stringMatching(/^SHA-256 [0-9a-f]{64}/), theirs: expect.any(String) },
    ]);
  });

  const onPage = (php: string) => receiptAfter(() => site.plugin(`${FRAME} ${php}`));
  const filter = (hook: string, from: string, to: string): string =>
    `add_filter('${hook}', fn($html) => str_replace('${from}', '${to}', $html), 99);`;

  test.each(PLACES)('on the page alone: $what', async ({ list, wheres }) => {
    const receipt = await onPage(list.map(([, from, to]) => filter('the_content', from, to)).join(''));
    expect(receipt.differences.map(({ where }) => where)).toEqual(wheres.map((where) => `page:${where}`));
    expect(receipt.compared).toEqual(['data', 'page', 'files']);
  });

  test('on the page alone: the headline, the video, a whole paragraph', async () => {
    const { differences } = await onPage(
      filter('the_title', 'chợ phiên', 'chợ tình') +
        `add_filter('the_content', fn($html) => preg_replace('/<iframe.*?<.iframe>|<p>Đến trưa.*?<.p>/', '', $html), 99);`,
    );
    expect(differences).toEqual([
      { where: 'page:title', ours: HEADLINE, theirs: HEADLINE.replace('phiên', 'tình') },
      { where: 'page:paragraph:4', ours: 'Đến trưa, sọt hồng cuối cùng đã hết', theirs: '' },
      { where: 'page:paragraph:6', ours: VIDEO, theirs: '' },
    ]);
  });

  test('a theme that puts advertisements between the paragraphs alters nothing', async () => {
    const receipt = await onPage(
      `add_filter('the_content', fn($html) => str_replace('</p>', '</p><div class="ad"><p>Quảng cáo</p></div>', $html), 99);`,
    );
    expect(receipt.differences).toEqual([]);
  });

  test.each([
    [
      'under maintenance',
      `add_action('template_redirect', fn() => wp_die('Bảo trì', '', ['response' => 503]));`,
      'pageUnread',
    ],
    [
      'that asks for a login',
      `add_action('template_redirect', function () { echo '<h1>Đăng nhập</h1>'; exit; });`,
      'pageOther',
    ],
    [
      'that a cache has kept',
      `add_action('template_redirect', function () { if (isset($_GET['copydesk'])) return; echo '<h1>Bài cũ</h1>'; exit; });`,
      'pageOld',
    ],
  ])('a page %s: the receipt says that readers’ page was not compared', async (_, php, note) => {
    const receipt = await onPage(php);
    expect(receipt).toMatchObject({
      differences: [],
      notes: [note],
      compared: note === 'pageOld' ? ['data', 'page', 'files'] : ['data', 'files'],
    });
  });
});
