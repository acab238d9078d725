import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWordPress, fromWordPress, storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import { hostileStory, newsStory, PHOTO } from './samples.ts';

const photos = new Map([
  [PHOTO, { id: 12, url: 'https://bao.example.vn/u/hong.jpg?a=1&b=2', width: 1600, height: 1067 }],
]);
const sent = storyToWordPress(newsStory(), { photos });
const changed = (from: string | RegExp, to: string) => {
  const content = sent.content.replace(from, to);
  expect(content).not.toBe(sent.content);
  return compareWordPress(sent, { ...sent, content });
};

/** What WordPress does to the markup of an author without `unfiltered_html` (kses), and what old editors do. */
const rewritten = (html: string): string =>
  html
    .replace(/&amp;#(\d{1,7}|x[\da-f]{1,6});/gi, '&#$1;') // it takes an escaped reference for a reference
    .replaceAll('&#39;', '&#039;')
    .replaceAll('&#91;', '&#091;')
    .replaceAll('"/>', '" />')
    .replaceAll('<br>', '<br />')
    .replaceAll('&quot;', '&#34;')
    .replaceAll('</p>\n', '</p>\r\n');

test('what WordPress writes its own way is equal', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const post = storyToWordPress(story, { photos });
      const { title, excerpt, content } = post;
      expect(compareWordPress(post, post)).toEqual([]);
      const back = {
        title: rewritten(title.replace(/&(?!#?\w+;)/g, '&amp;')),
        excerpt: rewritten(excerpt.replace(/&(?!#?\w+;)/g, '&amp;')),
        content: rewritten(content),
      };
      expect(compareWordPress(post, back)).toEqual([]);
    }),
  );
});

test('each change of a word, a figure, a mark, a link or a photo is reported once, with its place', () => {
  expect(changed('57,54%', '57,45%')).toEqual([
    { where: 'paragraph:1', ours: expect.stringContaining('57,54%'), theirs: expect.stringContaining('57,45%') },
  ]);
  expect(changed('<strong>4.000 hộ</strong>', '4.000 hộ')).toEqual([
    {
      where: 'paragraph:3',
      ours: 'Sáng 14/6, tại xã Bản Thi, <strong>4.000 hộ</strong> ra vườn từ sớm.',
      theirs: 'Sáng 14/6, tại xã Bản Thi, 4.000 hộ ra vườn từ sớm.',
    },
  ]);
  expect(changed('https://snn.example.vn/', 'https://evil.example/')).toMatchObject([{ where: 'paragraph:4' }]);
  expect(changed('?a=1&amp;b=2" alt', '?a=2" alt')).toEqual([
    {
      where: 'photo:1',
      ours: 'https://bao.example.vn/u/hong.jpg?a=1&b=2',
      theirs: 'https://bao.example.vn/u/hong.jpg?a=2',
    },
  ]);
  expect(changed(/alt="[^"]*"/, 'alt=""')).toEqual([
    { where: 'alt:1', ours: 'Hai người đội nón hái quả hồng trên sườn đồi', theirs: '' },
  ]);
  expect(changed('Trần Thị Bích Phượng', 'T.T.B.P')).toMatchObject([{ where: 'caption:1' }]);
  expect(changed('<h2>Giá tăng từng ngày</h2>', '<h3>Giá tăng từng ngày</h3>')).toEqual([
    { where: 'heading:1', ours: 'h2: Giá tăng từng ngày', theirs: 'h3: Giá tăng từng ngày' },
  ]);
  expect(changed('Pác Nặm', 'Ba Bể')).toMatchObject([{ where: 'listItem:1', theirs: 'Ba Bể: 1.200 ha' }]);
  expect(changed('“Chưa', '“Đã')).toMatchObject([{ where: 'quote:1' }]);
});

test('what was added or taken away is one difference, and the rest stays matched', () => {
  expect(changed(/<p>Sáng 14[\s\S]*?<\/p>/, '')).toEqual([
    { where: 'paragraph:3', ours: 'Sáng 14/6, tại xã Bản Thi, 4.000 hộ ra vườn từ sớm.', theirs: '' },
  ]);
  expect(changed('<h2>', '<p>Quảng cáo</p><h2>')).toEqual([{ where: 'paragraph:4', ours: '', theirs: 'Quảng cáo' }]);
  expect(changed(/<!-- wp:image[\s\S]*?wp:image -->/, '').map(({ where }) => where)).toEqual([
    'photo:1',
    'alt:1',
    'caption:1',
  ]);
});

test.each([
  '<iframe src="https://evil.example/"></iframe>',
  '<!-- wp:block {"ref":7} /-->',
  '<!-- wp:latest-posts {"columns":2} /-->',
  '<!--nextpage-->',
  '<script>alert(1)</script>',
  '<hr>',
  '<img src="https://ads.example/1.gif">',
])('%s in the copy read back is not equality', (extra) => {
  expect(changed('<!-- wp:heading -->', `${extra}<!-- wp:heading -->`).length).toBeGreaterThan(0);
});

test('title and excerpt', () => {
  const back = { ...sent, title: `${sent.title} (cập nhật)`, excerpt: '' };
  expect(compareWordPress(sent, back)).toEqual([
    { where: 'title', ours: sent.title, theirs: `${sent.title} (cập nhật)` },
    { where: 'excerpt', ours: sent.excerpt, theirs: '' },
  ]);
  const tagged = { ...sent, title: 'A &lt;b&gt;' };
  expect(compareWordPress(tagged, { ...tagged, title: 'A <b>' })).toHaveLength(1);
});

test('content of other editors is read as well', () => {
  const classic =
    'Dòng một<br />\ndòng&nbsp;hai &agrave; &#7879; &hellip;\n<table><tr><td>ô 1</td><td>ô 2</td></tr></table><p>a  <b>b</b>\n c';
  expect(fromWordPress(classic)).toEqual(['Dòng một\ndòng\u00a0hai à ệ …', 'ô 1', 'ô 2', 'a b c']);
  expect(fromWordPress('a < b <3 <!-- offen')).toEqual(['a < b <3']);
});

test('any input is read in one pass, however broken', () => {
  const broken = fc.array(
    fc.constantFrom('<', '<p', '<p class="', '</', '>', '"', "'", '<!--', '-->', 'a', '<img src=x', '&#x', ';', '</p>'),
  );
  fc.assert(
    fc.property(broken, (parts) => {
      const html = parts.join('');
      expect(
        compareWordPress({ title: html, excerpt: '', content: html }, { title: html, excerpt: '', content: html }),
      ).toEqual([]);
    }),
  );
});
