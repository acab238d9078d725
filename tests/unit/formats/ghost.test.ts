import { expect, test } from 'vitest';
import { comparable } from '../../../story/formats/ghost/compare.ts';
import { compareGhost, type GhostPost, storyToGhost, tooLongForGhost } from '../../../story/formats/ghost/index.ts';
import { fromWordPress } from '../../../story/formats/wordpress/index.ts';
import type { Block, Story } from '../../../story/model.ts';
import { everyBlock } from './every-block.ts';
import { figure, newsStory, PHOTO, paragraph } from './samples.ts';

const photo = {
  url: 'https://bao.example.vn/content/images/2026/03/hong_o.jpg',
  featured: 'https://bao.example.vn/content/images/2026/03/hong.jpg',
  ...{ width: 2000, height: 1333, alone: true },
};
const photos = new Map([[PHOTO, photo]]);
const post = (story: Story): GhostPost => storyToGhost(story, { photos });
const of = (...body: Block[]): Story => ({ ...newsStory(), body });
const nodes = (story: Story) =>
  JSON.parse(post(story).lexical).root.children as { type: string; [name: string]: unknown }[];
const there = (sent: GhostPost) => ({ ...sent, html: sent.html });

test('every block becomes a node that Ghost knows, and says all its words', () => {
  const story = everyBlock();
  const known = 'paragraph extended-heading extended-quote aside list image gallery bookmark html horizontalrule'.split(
    ' ',
  );
  expect([...new Set(nodes(story).map(({ type }) => type))].sort()).toEqual(known.sort());
  const words = fromWordPress(post(story).html).join('\n');
  for (const said of ['Dòng hai, có liên kết.', '— Bà Đặng Thị Hòa', 'Tên không lời', 'Cả <bộ> ảnh', 'Mùa hồng <3'])
    expect(words).toContain(said);
  for (const said of ['[gallery ids="1"] <!-- wp:html --> --> & < >', 'Hộp có mọi thứ', 'Bản Thi', 'Trang khác'])
    expect(words).toContain(said);
  expect(words.match(/Ảnh: Trần Thị Bích Phượng/g)!.length).toBeGreaterThan(5);
});

test('text is the nodes of Koenig, with Lexical’s bits for its formats', () => {
  const [, first] = nodes(
    of(paragraph({ text: 'một\n', bold: true, underline: true }, { text: 'hai', link: 'https://a.vn/?x=1&y=2' })),
  );
  expect(first).toMatchObject({
    type: 'paragraph',
    children: [
      { type: 'extended-text', text: 'một', format: 9, version: 1, mode: 'normal' },
      { type: 'linebreak', version: 1 },
      { type: 'link', url: 'https://a.vn/?x=1&y=2', children: [{ type: 'extended-text', text: 'hai', format: 0 }] },
      { type: 'extended-text', text: './.' },
    ],
  });
});

test('an unsafe address loses its link, not its words, and is told', () => {
  const { html, warnings } = storyToGhost(of(paragraph({ text: 'bấm', link: 'javascript:alert(1)' })), { photos });
  expect(warnings).toEqual([{ code: 'unsafeLink', detail: 'javascript:alert(1)' }]);
  expect(html).toContain('<p>bấm./.</p>');
  expect(html).not.toContain('javascript');
});

test('the fields of the post: excerpt, feature image, tags with the section first, search and social titles', () => {
  const story = newsStory();
  story.fields.headlineSeo = 'Hồng & giá';
  story.fields.headlineSocial = 'Được mùa';
  expect(post(story)).toMatchObject({
    title: 'Hồng không hạt được mùa, được giá',
    slug: 'hong-khong-hat-duoc-mua-duoc-gia',
    custom_excerpt: story.fields.standfirst,
    feature_image: photo.featured,
    feature_image_alt: 'Hai người đội nón hái quả hồng trên sườn đồi',
    feature_image_caption: 'Nông dân xã Bản Thi thu hoạch hồng không hạt. <em>Ảnh: Trần Thị Bích Phượng</em>',
    meta_title: 'Hồng & giá',
    og_title: 'Được mùa',
    tags: ['Kinh tế', 'hồng không hạt', 'Bản Thi'],
  });
});

test('a photo above everything is the feature image alone; one in the text stands there, too', () => {
  expect(post(of(figure(), paragraph('Chữ'))).html).not.toContain('<img');
  expect(post(of(paragraph('Chữ'), figure())).html).toContain(`<img src="${photo.url}"`);
  expect(post(of(figure({ gallery: true }), figure({ gallery: true }), paragraph('Chữ'))).html).toContain('<img');
});

test('corrections stand above the text, in boxes', () => {
  const story = of(paragraph('Chữ'));
  story.fields.correction = 'Sửa ngày 15/6: giá là 35.000 đồng.\nSửa tên xã.';
  expect(nodes(story).slice(0, 2)).toMatchObject([
    { type: 'callout', calloutText: 'Sửa ngày 15/6: giá là 35.000 đồng.' },
    { type: 'callout', calloutText: 'Sửa tên xã.' },
  ]);
});

test('what is longer than Ghost takes is said, in characters as a reader counts them; a standfirst moves into the text', () => {
  const story = newsStory();
  story.fields.headline = '😀'.repeat(255);
  expect(tooLongForGhost(story)).toBeNull();
  story.fields.headline += 'ầ';
  expect(tooLongForGhost(story)).toEqual({ part: 'title', length: 256, most: 255 });
  const alt = of(figure({ alt: 'á'.repeat(192) }));
  expect(tooLongForGhost(alt)).toEqual({ part: 'alt', length: 192, most: 191 });
  const long = newsStory();
  long.fields.standfirst = 'Vụ này được mùa. '.repeat(30).trim();
  expect(tooLongForGhost(long)).toBeNull();
  expect(post(long)).toMatchObject({ custom_excerpt: null });
  expect(post(long).html.startsWith(`<p>${long.fields.standfirst}</p>`)).toBe(true);
});

test('what comes back as it was sent is equal; a changed word, photo or tag is named', () => {
  const sent = post(everyBlock());
  expect(compareGhost(sent, there(sent))).toEqual([]);
  const changed = { ...there(sent), html: sent.html.replace('Hộp có mọi thứ', 'Hộp trống') };
  expect(compareGhost(sent, changed)).toEqual([
    expect.objectContaining({ ours: 'Hộp có mọi thứ', theirs: 'Hộp trống' }),
  ]);
  expect(compareGhost(sent, { ...there(sent), tags: ['Kinh tế'], feature_image: null })).toEqual([
    { where: 'featured', ours: photo.featured, theirs: '' },
    { where: 'tags', ours: 'Kinh tế, hồng không hạt, Bản Thi', theirs: 'Kinh tế' },
  ]);
});

test.each([
  ['<p><em><strong>a</strong></em></p>', '<p><strong><em>a</em></strong></p>'],
  ['<p><u>x<br>y</u></p>', '<p><u>x</u><br><u>y</u></p>'],
  ['<p><b>a</b><strong>b</strong></p>', '<p><strong>ab</strong></p>'],
  ['<figure><div class="c"><img src="a"></div></figure>', '<figure><img src="a"></figure>'],
])('%s looks like %s', (one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});

test('formats that are not the same do not look the same', () => {
  expect(comparable('<p><strong>a</strong>b</p>')).not.toBe(comparable('<p><strong>ab</strong></p>'));
});
