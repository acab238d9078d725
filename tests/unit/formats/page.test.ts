import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePage, isSamePhoto } from '../../../story/formats/page/index.ts';
import { storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import { hostileStory, newsStory, PHOTO, paragraph } from './samples.ts';

const url = 'https://bao.example.vn/hong-khong-hat/';
const FILE = 'https://bao.example.vn/wp-content/uploads/2026/11/hong.jpg';
const photos = new Map([[PHOTO, { id: 12, url: FILE, width: 1600, height: 1067 }]]);
const sent = storyToWordPress(newsStory(), { photos });

/** A theme's page around the post: a menu, the standfirst above the text, a date, related stories, a form. */
const themed = (content: string, title: string = sent.title, excerpt: string = sent.excerpt): string => `<!doctype html>
<html><head><title>Khác &amp; khác</title><style>p > a { color: red }</style></head><body class="single">
<header><h1><a href="/">Báo Bắc Kạn</a></h1><nav><ul><li><a href="/">Trang chủ<li><a href="/kinh-te/">Kinh tế</a></ul></nav></header>
<script>if (1 < 2) document.write('<p>');</script>
<div id="page"><main><article><h2 class="entry-title"><span>${title}</span></h2><div class="sapo"><p>${excerpt}</p></div>
<p class="meta">Đăng ngày <time>28/11/2026</time></p>
<div class="entry-content clearfix"><div class="inner">${content}
<div class="share"><a href="https://facebook.example/">Chia sẻ</a></div></div></div></article>
<aside><h3>Tin liên quan</h3><ul><li><a href="/x/"><img src="/x.jpg" alt=""> ${title}</a><p>${excerpt}</p></li></ul></aside></main></div>
<footer><p>Giấy phép số 1</p><form><input name="s"></form></footer></body></html>`;

const compared = (content: string, title?: string) => comparePage(sent, themed(content, title), url);
const changed = (from: string | RegExp, to: string) => {
  const content = sent.content.replace(from, to);
  expect(content).not.toBe(sent.content);
  return compared(content).differences;
};
/** The page of a story with one paragraph more, which the theme shows as `shown`. */
const written = (text: string, shown: string) => {
  const story = newsStory();
  story.body.splice(2, 0, paragraph(text));
  const post = storyToWordPress(story, { photos });
  const wanted = `<p>${text.replaceAll('<', '&lt;').replaceAll('://', ':&#47;&#47;')}</p>`;
  expect(post.content).toContain(wanted);
  return comparePage(post, themed(post.content.replace(wanted, () => `<p>${shown}</p>`)), url).differences;
};

test('a page that shows the story as it was sent is equal, whatever the theme puts around it', () => {
  expect(compared(sent.content)).toEqual({ isThere: true, differences: [], between: [] });
});

test('any story is found in its page', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const post = storyToWordPress(story, { photos });
      const { isThere, differences } = comparePage(post, themed(post.content, post.title, post.excerpt), url);
      expect([isThere, differences]).toEqual([true, []]);
    }),
  );
});

describe('what WordPress sets its own way is equal', () => {
  test.each([
    ['double quotes', 'Bà nói "được mùa" rồi.', 'Bà nói &#8220;được mùa&#8221; rồi.'],
    ['single quotes', "Bà nói 'được mùa' rồi.", 'Bà nói &#8216;được mùa&#8217; rồi.'],
    ['primes', `Cao 5' 6" thôi.`, 'Cao 5&#8242; 6&#8243; thôi.'],
    ['two single quotes', "Bà nói ''được mùa'' rồi.", 'Bà nói &#8221;được mùa&#8221; rồi.'],
    ['two grave accents', 'Bà nói ``được mùa rồi.', 'Bà nói &#8220;được mùa rồi.'],
    ['a hyphen between spaces', 'Hồng - đặc sản', 'Hồng &#8211; đặc sản'],
    ['two hyphens', 'Hồng--đặc sản -- của Bắc Kạn', 'Hồng&#8211;đặc sản &#8212; của Bắc Kạn'],
    ['three hyphens', 'Hồng---đặc sản', 'Hồng&#8212;đặc sản'],
    ['three dots', 'Rồi thì...', 'Rồi thì&#8230;'],
    ['x between figures', 'Tấm 3x4 mét', 'Tấm 3&#215;4 mét'],
    ['(tm)', 'Hồng (tm) Bắc Kạn', 'Hồng &#8482; Bắc Kạn'],
    ['its own name', 'Trang Wordpress này', 'Trang WordPress này'],
    ['an ampersand', 'Hồng &amp; quýt'.replace('&amp;', 'và'), 'Hồng và quýt'],
    ['white space', 'Hồng và quýt', '\n\tHồng   và\r\nquýt '],
    ['spans', 'Hồng và quýt', '<span id="more-7"></span>Hồng <font color="red">và</font> quýt'],
    ['comments and scripts', 'Hồng và quýt', 'Hồng <!-- ad -->và<script>x("<p>")</script> quýt'],
  ])('%s', (_, text, shown) => expect(written(text, shown)).toEqual([]));

  test('and nothing the other way round', () => {
    for (const [text, shown] of [
      ['“được mùa”', '"được mùa"'],
      ['Hồng – đặc sản', 'Hồng - đặc sản'],
      ['Rồi thì…', 'Rồi thì...'],
      ['Hồng-đặc', 'Hồng–đặc'],
      ['Max 3', 'Ma× 3'],
      ['Hồng, quýt', 'Hồng; quýt'],
      ['Vui :)', 'Vui 🙂'],
      ['Hồng quýt', 'Hồng\u00a0quýt'],
      ['Hòa', 'Hoà'],
    ] as const)
      expect(written(text, shown), text).toMatchObject([{ where: 'paragraph:4' }]);
  });

  test('boxes around and between', () => {
    const boxed = sent.content.replaceAll(
      /<figure class="wp-block-image[\s\S]*?<\/figure>/g,
      '<div class="w">$&</div>',
    );
    expect(compared(boxed).differences).toEqual([]);
  });

  test('attributes of links and pictures that say nothing else', () => {
    expect(changed('<a href=', '<a rel="nofollow noopener" target="_blank" href=')).toEqual([]);
    expect(changed('<img ', '<img loading="lazy" decoding="async" width="9" height="9" ')).toEqual([]);
  });
});

describe('photos', () => {
  const img = /<img [^>]*\/>/;
  const alt = 'alt="Hai người đội nón hái quả hồng trên sườn đồi"';
  test.each([
    ['lazy-loading', `<img src="data:image/gif;base64,R0lGOD" data-src="${FILE}" ${alt}>`],
    [
      'a placeholder',
      `<img src="/img/lazy_placeholder.gif" data-lazy-src="${FILE}" ${alt}><noscript><img src="${FILE}"></noscript>`,
    ],
    [
      'smaller copies to choose from',
      `<img src="${FILE}" srcset="${FILE} 1600w, ${FILE.replace('.jpg', '-300x200.jpg')} 300w" ${alt}>`,
    ],
    ['a smaller copy', `<img src="${FILE.replace('.jpg', '-1024x683.jpg')}" ${alt}>`],
    ['the scaled copy', `<img src="${FILE.replace('.jpg', '-scaled.jpg')}" ${alt}>`],
    [
      'another format',
      `<picture><source srcset="${FILE}.webp 1x, ${FILE.replace('.jpg', '.avif')} 2x"><img src="${FILE}" ${alt}></picture>`,
    ],
    ['an address without its host', `<img src="${new URL(FILE).pathname}?ver=3" ${alt}>`],
    ["the site's own servers for files", `<img src="${FILE.replace('bao.', 'cdn.bao.')}" ${alt}>`],
    ["WordPress.com's servers", `<img src="https://i2.wp.com/${FILE.slice(8)}?resize=800%2C600&ssl=1" ${alt}>`],
  ])('%s: the same', (_, tag) => expect(changed(img, tag)).toEqual([]));

  test.each([
    ['another file', FILE.replace('hong', 'hong2')],
    ['another folder', FILE.replace('/11/', '/10/')],
    ['another host', FILE.replace('bao.', 'evil-bao.')],
    ['an edited copy', FILE.replace('.jpg', '-e1700000000000.jpg')],
    ['no file', ''],
  ])('%s: reported', (_, address) =>
    expect(changed(img, `<img src="${address}" ${alt}>`)).toEqual([{ where: 'photo:1', ours: FILE, theirs: address }]),
  );

  test('one of the copies to choose from is another photo', () =>
    expect(changed(img, `<img src="${FILE}" srcset="https://bao.example.vn/x.jpg 300w" ${alt}>`)).toEqual([
      { where: 'photo:1', ours: FILE, theirs: `${FILE} https://bao.example.vn/x.jpg` },
    ]));

  test('Ghost’s sizes', () => {
    const file = 'https://bao.vn/content/images/2026/11/hong.jpg';
    expect(isSamePhoto(file, 'https://bao.vn/content/images/size/w600/2026/11/hong.jpg', url)).toBe(true);
    expect(isSamePhoto(file, 'https://bao.vn/content/images/size/w600/format/webp/2026/11/hong.jpg', url)).toBe(true);
    expect(isSamePhoto(file, 'https://bao.vn/content/images/size/w600/2026/11/hong2.jpg', url)).toBe(false);
  });
});

describe('what readers would meet otherwise is reported, with its place', () => {
  test.each([
    ['a figure in the standfirst', '57,54%', '57,45%', 'paragraph:1'],
    ['a sign', 'vườn từ sớm.', 'vườn từ sớm!', 'paragraph:3'],
    ['bold', '<strong>4.000 hộ</strong>', '4.000 hộ', 'paragraph:3'],
    ['a link', 'https://snn.example.vn/', 'https://evil.example/', 'paragraph:4'],
    ['a caption', 'thu hoạch hồng', 'thu hoạch quýt', 'caption:1'],
    ['a credit', 'Trần Thị Bích Phượng', 'Trần Thị Bích Phương', 'caption:1'],
    ['an alt text', 'trên sườn đồi', '', 'alt:1'],
    ['a heading', '<h2>Giá tăng từng ngày</h2>', '<h3>Giá tăng từng ngày</h3>', 'heading:1'],
    ['a cell', '>35.000<', '>53.000<', 'cell:6'],
    ['a list item', 'Pác Nặm', 'Ba Bể', 'listItem:1'],
    ['a paragraph that is gone', /<p>Sáng 14[\s\S]*?<\/p>/, '', 'paragraph:3'],
    ['a line', /<hr[^>]*>/, '', 'line:1'],
  ])('%s', (_, from, to, where) => expect(changed(from, to)).toMatchObject([{ where }]));

  test('a photo taken away', () =>
    expect(changed(/<figure class="wp-block-image[\s\S]*?<\/figure>/, '').map(({ where }) => where)).toEqual([
      'photo:1',
      'alt:1',
      'caption:1',
    ]));

  test('the headline', () => {
    expect(compared(sent.content, 'Hồng không hạt mất mùa, được giá').differences).toEqual([
      { where: 'title', ours: sent.title, theirs: 'Hồng không hạt mất mùa, được giá' },
    ]);
    expect(compared(sent.content, '').differences).toEqual([{ where: 'title', ours: sent.title, theirs: '' }]);
  });

  test('the lead paragraph, though the theme shows the standfirst once more above it', () =>
    expect(changed(/(class="lead">)[^<]*/, '$1Vụ hồng năm nay không có gì.')).toMatchObject([
      { where: 'paragraph:1' },
    ]));

  test('two paragraphs that changed places', () => {
    const [a, b] = [/<p>Sáng 14[\s\S]*?<\/p>/.exec(sent.content)![0], '<h2>Giá tăng từng ngày</h2>'];
    const swapped = sent.content
      .replace(a, '@')
      .replace(b, () => a)
      .replace('@', b);
    expect(compared(swapped).differences.length).toBeGreaterThan(0);
  });

  test('any one letter of any text', () => {
    const letters = [...sent.content.matchAll(/(?<=>[^<>]*)[\p{L}\d](?=[^<>]*<)/gu)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.constantFrom('', 'q', '8', ' ', '́'), (at, letter) => {
        const isComment = sent.content.lastIndexOf('<!--', at) > sent.content.lastIndexOf('-->', at);
        fc.pre(!isComment && sent.content[at] !== letter);
        // Where a space becomes two nothing is to be seen.
        fc.pre(letter !== ' ' || !/[\s>]/.test(sent.content[at - 1]! + sent.content[at + 1]!));
        const content = sent.content.slice(0, at) + letter + sent.content.slice(at + 1);
        fc.pre(!/&[^;]*$/.test(sent.content.slice(Math.max(0, at - 8), at)));
        expect(compared(content).differences).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

test('what the site puts between the paragraphs is told, and is no difference', () => {
  const content = sent.content.replace('<h2>', '<div class="ads"><p>Quảng cáo</p></div><h2>');
  expect(compared(content)).toEqual({ isThere: true, differences: [], between: ['Quảng cáo'] });
});

test.each([
  ['a frame', '<iframe src="about:blank" data-src="https://www.youtube.com/embed/hong?feature=oembed"></iframe>', []],
  [
    'a quote and a link',
    '<blockquote><p>Phim</p><a href="https://www.youtube.com/watch?v=hong">x</a></blockquote>',
    [],
  ],
  ['another video', '<iframe src="https://www.youtube.com/embed/khac"></iframe>', ['paragraph:5']],
  ['nothing', '', ['paragraph:5']],
])('a video that the site shows as %s', (_, shown, where) => {
  const differences = changed(/(<div class="wp-block-embed__wrapper">)[^<]*/, `$1${shown}`);
  expect(differences.map((one) => one.where)).toEqual(where);
});

test.each([
  ['a login', '<html><body><form><h1>Đăng nhập</h1><p>Nội dung dành cho bạn đọc dài hạn.</p></form></body></html>'],
  ['another story', themed('<p>Bài khác hẳn.</p>', 'Bài khác', '')],
  ['nothing', ''],
])('%s is not the story’s page', (_, html) =>
  expect(comparePage(sent, html, url)).toEqual({ isThere: false, differences: [], between: [] }),
);

test('any page is read in one pass, however broken', () => {
  for (const part of ['<svg>', '<a ', '<!--', '<p class="', '<script>', '</p>', '<div>', "<img src='"])
    expect(comparePage(sent, part.repeat(40_000), url).isThere).toBe(false);
});
