import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedPart } from '../../../story/canonical.ts';

import { articleToHtml, bodyToHtml, storyToHtml } from '../../../story/formats/html/index.ts';
import { newId } from '../../../story/ids.ts';

import { isTextBlock, plainText, type Story } from '../../../story/model.ts';
import { webHeadline } from '../../../story/text/headlines.ts';
import { safeLink } from '../../../story/text/link.ts';
import { blockTexts } from '../blockTexts.ts';
import { cellsOf, isClosed, itemText, parseHtml, textOf, wordsOf } from './dom.ts';
import { figure, hostileStory, item, newsStory, PHOTO, paragraph, SECRETS } from './samples.ts';

const photos = new Map([[PHOTO, { href: 'photos/hong "khong" hat.jpg', width: 1600, height: 1067 }]]);
const page = (story: Story) => storyToHtml(story, { photos });

test('the article page of a news story', () => {
  const { html, warnings } = page(newsStory());
  const doc = parseHtml(html);
  expect(warnings).toEqual([]);
  expect(doc.documentElement.lang).toBe('vi');
  expect(doc.compatMode).toBe('CSS1Compat');
  expect(doc.title).toBe('Hồng không hạt được mùa, được giá');
  expect(doc.querySelector('meta[name=description]')?.getAttribute('content')).toContain('3.700 tỷ đồng, tăng 57,54%');
  expect([...doc.querySelectorAll('header > *')].map((e) => `${e.tagName} ${e.textContent}`)).toEqual([
    'P Nông nghiệp',
    'H1 Hồng không hạt được mùa, được giá',
    'P Vụ hồng năm nay, nông dân vùng cao thu về hơn 3.700 tỷ đồng, tăng 57,54% so với năm trước.',
    'P Bắc Kạn, 08:37, 14/06/2021',
  ]);
  expect([...doc.querySelectorAll('.body > *')].map((e) => e.tagName).join(' ')).toBe(
    'P H2 P FIGURE UL OL H3 BLOCKQUOTE HR FIGURE FIGURE FIGURE P',
  );
  expect(doc.querySelector('.body')?.innerHTML).toContain(
    'theo <a href="https://snn.example.vn/tin?a=1&amp;b=2"><em>Sở Nông nghiệp</em></a>.<br>Có nơi',
  );
  expect(doc.querySelector('.byline')?.textContent).toBe('Hoàng Văn Đức');
  const image = doc.querySelector('img')!;
  expect(image.getAttribute('src')).toBe('photos/hong "khong" hat.jpg');
  expect(image.alt).toBe('Hai người đội nón hái quả hồng trên sườn đồi');
  expect(doc.querySelector('figcaption')?.textContent).toBe(
    'Nông dân xã Bản Thi thu hoạch hồng không hạt. Ảnh: Trần Thị Bích Phượng',
  );
});

test('each reader’s headline in its place, and the card of a social network', () => {
  const story = newsStory();
  Object.assign(story.fields, {
    ...{ headlineWeb: 'Tít trên "web"', headlineSeo: 'Tít SEO', headlineSocial: 'Tít MXH', headlineShort: 'Ngắn' },
    ...{ byline: 'Bài: Hoàng Văn Đức (HVĐ)\nẢnh: Thu Hà, Lê Minh', editorNote: 'Mật một', sources: 'Mật hai' },
    ...{ embargo: '2026-11-27T23:30:00.000Z', priority: '7', wordTarget: '12345' },
  });
  const about = { url: 'https://bao.example.vn/hong', publishedAt: '2026-03-06T00:00:00.000Z', publisher: 'Báo' };
  const whole = new Map([[PHOTO, { href: 'https://bao.example.vn/hong.jpg', width: 1600, height: 1067 }]]);
  const { html } = storyToHtml(story, { photos: whole, about });
  const doc = parseHtml(html);
  expect([doc.title, doc.querySelector('h1')?.textContent]).toEqual(['Tít SEO', 'Tít trên "web"']);
  const card = [...doc.querySelectorAll('meta[property], meta[name^=twitter]')].map(
    (e) => `${e.getAttribute('property') ?? e.getAttribute('name')}=${e.getAttribute('content')}`,
  );
  expect(card).toEqual([
    'og:type=article',
    'og:title=Tít MXH',
    `og:description=${story.fields.standfirst}`,
    'og:locale=vi_VN',
    'og:url=https://bao.example.vn/hong',
    'og:site_name=Báo',
    'og:image=https://bao.example.vn/hong.jpg',
    'og:image:width=1600',
    'og:image:height=1067',
    'og:image:alt=Hai người đội nón hái quả hồng trên sườn đồi',
    'article:published_time=2026-03-06T00:00:00.000Z',
    'article:section=Kinh tế',
    'article:tag=hồng không hạt',
    'article:tag=Bản Thi',
    'twitter:card=summary_large_image',
  ]);
  expect(doc.querySelector('meta[name=author]')?.getAttribute('content')).toBe('Hoàng Văn Đức, Thu Hà, Lê Minh');
  const data = JSON.parse(doc.querySelector('script')!.textContent!);
  expect(data.headline).toBe('Tít trên "web"');
  expect(data.author.map(({ name }: { name: string }) => name)).toEqual(['Hoàng Văn Đức', 'Thu Hà', 'Lê Minh']);
  for (const private_ of ['Mật', '12345', '2026-11-27', 'Ngắn']) expect(html).not.toContain(private_);
});

test('corrections stand under the standfirst, one a paragraph, and in the data', () => {
  const story = newsStory();
  story.fields.correction = 'Đính chính (28/11/2026): giá <hồng>.\n\nBà Mến 61 tuổi.';
  const doc = parseHtml(page(story).html);
  const notes = [...doc.querySelectorAll('.standfirst ~ p.correction')].map((e) => e.textContent);
  expect(notes).toEqual(['Đính chính (28/11/2026): giá <hồng>.', 'Bà Mến 61 tuổi.']);
  expect(doc.querySelector('.correction + .dateline')).not.toBeNull();
  const data = JSON.parse(doc.querySelector('script')!.textContent!);
  expect(data.correction).toEqual(notes.map((text) => ({ '@type': 'CorrectionComment', text })));
  expect(page(newsStory()).html).not.toContain('"correction"');
});

test('a photo beside the page, whose address is not whole, is no picture of a card', () => {
  const doc = parseHtml(page(newsStory()).html);
  expect(doc.querySelector('meta[property="og:image"]')).toBeNull();
  expect(doc.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe('summary');
});

test('the search data is a schema.org NewsArticle with the photo credit', () => {
  const about = { publishedAt: '2026-03-06T00:00:00.000Z', publisher: 'Báo Bắc Kạn' };
  const doc = parseHtml(storyToHtml(newsStory(), { photos, about }).html);
  const data = JSON.parse(doc.querySelector('script')!.textContent!);
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Hồng không hạt được mùa, được giá',
    articleSection: 'Kinh tế',
    keywords: ['hồng không hạt', 'Bản Thi'],
    datePublished: '2026-03-06T00:00:00.000Z',
    author: [{ '@type': 'Person', name: 'Hoàng Văn Đức' }],
    image: [
      {
        '@type': 'ImageObject',
        caption: 'Nông dân xã Bản Thi thu hoạch hồng không hạt.',
        creditText: 'Ảnh: Trần Thị Bích Phượng',
        copyrightNotice: '© Báo Bắc Kạn 2026',
      },
    ],
  });
});

test('no words can end the search data, nor turn it into comment or script', () => {
  for (const words of ['</script x>', '<!-- <script ', '<![CDATA[ ]]>', '&lt;/script&gt;', '\u2028']) {
    const story = newsStory();
    story.fields.headline = words;
    const { html } = page(story);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>\n<style>/.exec(html)?.[1];
    expect(data).not.toMatch(/[<>&]/);
    expect(JSON.parse(data!).headline).toBe(words.replace('\u2028', '\n') || undefined);
  }
});

test('the policy lets nothing run, and its hash is that of the stylesheet, also of a house style', () => {
  for (const stylesheet of [undefined, 'p { color: red }\r\n/* </style><script>alert(1)</script> */']) {
    const doc = parseHtml(storyToHtml(newsStory(), { photos, ...(stylesheet && { stylesheet }) }).html);
    const csp = doc.querySelector('meta[http-equiv=Content-Security-Policy]')!.getAttribute('content')!;
    const hash = createHash('sha256').update(doc.querySelector('style')!.textContent!).digest('base64');
    expect(csp).toBe(
      `default-src 'none'; img-src 'self' file:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect([...doc.querySelectorAll('script')].map((script) => script.type)).toEqual(['application/ld+json']);
  }
});

test('nothing of the review is in the page', () => {
  const { html } = page(newsStory());
  for (const secret of SECRETS) expect(html).not.toContain(secret);
});

test('flat list items become nested lists', () => {
  const story = newsStory();
  story.fields.closingMark = '';
  story.body = [
    item('bullet', 1, 'a'),
    item('bullet', 3, 'b'),
    item('bullet', 3, 'c'),
    item('number', 3, 'd'),
    item('bullet', 2, 'e'),
    item('bullet', 1, 'f'),
    item('bullet', 0, 'g'),
    item('number', 0, 'h'),
  ];
  expect(bodyToHtml(story, photos).html).toBe(
    [
      '<ul><li>a<ul><li>b</li><li>c</li></ul><ol><li>d</li></ol><ul><li>e</li></ul></li><li>f</li></ul>',
      '<ul><li>g</li></ul>',
      '<ol><li>h</li></ol>',
    ].join('\n'),
  );
});

test.each([
  ['trên địa bàn.', './.', 'trên địa bàn./.'],
  ['trên địa bàn./.', './.', 'trên địa bàn./.'],
  ['trên địa bàn./. ', './.', 'trên địa bàn./. '],
  ['trên địa bàn ', './.', 'trên địa bàn./.'],
  ['thật không?', './.', 'thật không?./.'],
  ['trên địa bàn.', '(Hết)', 'trên địa bàn.\u00a0(Hết)'],
  ['trên địa bàn.', '', 'trên địa bàn.'],
])('%j closed with %j', (text, closingMark, closed) => {
  const story = newsStory();
  story.fields.closingMark = closingMark;
  story.body = [paragraph('Đầu.'), paragraph({ text, bold: true }), figure()];
  const doc = parseHtml(bodyToHtml(story, photos).html);
  expect([...doc.querySelectorAll('p')].map(textOf)).toEqual(['Đầu.', closed]);
});

test('the mark stands once, also where a pull quote or a photo is the last of the page', () => {
  const story = newsStory();
  const quote = { id: newId(), type: 'pullquote' as const, runs: [{ text: 'Được mùa.' }] };
  const marks = (...body: Story['body']) => bodyToHtml({ ...story, body }, photos).html.split('./.').length - 1;
  expect(marks(paragraph('Hết bài./.'), quote)).toBe(1);
  expect(marks(paragraph('Hết bài./. '), figure(), quote)).toBe(1);
  expect(marks(paragraph('Hết bài.'), quote)).toBe(1);
  expect(marks(paragraph('Hết bài.'), { ...quote, runs: [{ text: 'Được mùa./.' }] })).toBe(1);
});

test('what a page cannot show is said', () => {
  const story = newsStory();
  story.fields.headline = ' ';
  story.body = [
    paragraph({ text: 'bấm đây', link: 'javascript:alert(1)' }),
    figure({ photo: 'ef'.repeat(32), alt: '' }),
  ];
  const { html, warnings } = page(story);
  expect(warnings).toEqual([
    { code: 'missingHeadline' },
    { code: 'unsafeLink', detail: 'javascript:alert(1)' },
    { code: 'missingPhoto', detail: 'ef'.repeat(32) },
    { code: 'missingAlt', detail: 'Nông dân xã Bản Thi thu hoạch hồng không hạt.' },
  ]);
  const doc = parseHtml(html);
  expect(doc.querySelector('a, img, h1')).toBeNull();
  expect(doc.title).toBe('Nông nghiệp');
  expect(doc.querySelector('figcaption')?.textContent).toContain('Nông dân xã Bản Thi');
});

test('hostile text stays text, exactly, in its own place', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const part = publishedPart(story);
      const doc = parseHtml(page(story).html);
      const { fields } = part;
      const field = (selector: string): string => [...doc.querySelectorAll(selector)].map(textOf).join('\0');
      const shown = (text: string): string => (text.trim() === '' ? '' : text);
      expect(shown(field('header > .kicker'))).toBe(shown(fields.kicker));
      expect(field('header > h1')).toBe(shown(webHeadline(fields)));
      expect(shown(field('header > .standfirst'))).toBe(shown(fields.standfirst));
      expect(field('header > .dateline > .place')).toBe(shown(fields.place));
      expect(shown(field('article > .byline'))).toBe(shown(fields.byline));

      const places = [
        ...doc.querySelectorAll('.body p, .body h2, .body h3, .body li, .body cite, .body figure, .body hr'),
      ];
      const lastText = part.body.findLastIndex(isTextBlock);
      const isQuoted = ['pullquote', 'attribution'].includes(part.body[lastText]?.type ?? '');
      part.body.forEach((block, at) => {
        const place = places[at]!;
        if (block.type === 'figure') {
          expect([...place.querySelectorAll('figcaption > *')].map(textOf)).toEqual(
            [block.caption, block.credit].filter((text) => text.trim() !== ''),
          );
          expect(place.querySelector('img')!.getAttribute('alt')).toBe(block.alt);
          return;
        }
        if (block.type === 'table') {
          expect(cellsOf(place)).toEqual(block.rows);
          expect([...place.querySelectorAll('caption')].map(textOf)).toEqual(
            [block.caption].filter((text) => text.trim() !== ''),
          );
          return;
        }
        if (block.type === 'embed') {
          expect(place.querySelector('a')!.getAttribute('href')).toBe(block.url);
          expect([...place.querySelectorAll('figcaption')].map(textOf)).toEqual(
            [block.caption].filter((text) => text.trim() !== ''),
          );
          return;
        }
        if (!isTextBlock(block)) {
          expect(place.localName).toBe('hr');
          return;
        }
        const text = plainText(block.runs);
        const output = block.type === 'listItem' ? itemText(place) : textOf(place);
        if (at === lastText && !isQuoted) expect(isClosed(output, text, fields.closingMark)).toBe(true);
        else expect(output).toBe(text);
        const links = block.runs.flatMap(({ link }) => (link && safeLink(link)) || []);
        expect(links).toEqual(
          expect.arrayContaining([...place.querySelectorAll(':scope > a')].map((a) => (a as HTMLAnchorElement).href)),
        );
      });
      const quoted = ['pullquote', 'attribution', 'quote'];
      const ends = [part.body[lastText], part.body.findLast((one) => isTextBlock(one) && !quoted.includes(one.type))];
      const isMarked = ends.some(
        (end) => end && 'runs' in end && plainText(end.runs).trimEnd().endsWith(fields.closingMark),
      );
      const extra = (lastText < 0 || isQuoted) && fields.closingMark !== '' && !isMarked ? 1 : 0;
      expect(places.length).toBe(part.body.length + extra);
      const tags = new Set([...doc.querySelectorAll('.body *')].map((e) => e.tagName));
      for (const tag of 'P H2 H3 UL OL LI BLOCKQUOTE ASIDE FOOTER CITE FIGURE FIGCAPTION IMG SPAN A STRONG EM U S SUB SUP BR HR TABLE CAPTION THEAD TBODY TR TH TD'.split(
        ' ',
      ))
        tags.delete(tag);
      expect([...tags]).toEqual([]);
      expect(doc.querySelectorAll('script').length).toBe(1);
      expect(JSON.parse(doc.querySelector('script')!.textContent!).headline ?? '').toBe(webHeadline(fields));
      const attributes = [...doc.querySelectorAll('article *')].flatMap((e) => e.getAttributeNames());
      expect(
        attributes.filter((name) => !['class', 'href', 'src', 'alt', 'width', 'height', 'scope'].includes(name)),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('every word of the story is in the page', () => {
  const story = newsStory();
  const seen = new Set(wordsOf(page(story).html));
  const figures = story.body.flatMap(blockTexts);
  for (const word of wordsOf([...Object.values(story.fields), ...figures].join(' '))) expect(seen).toContain(word);
});

test('the preview’s article is what stands in the body of the page', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(newsStory()), hostileStory), (story) => {
      const [, body] = /<body>\n([\s\S]*)\n<\/body>/.exec(page(story).html) ?? [];
      expect(articleToHtml(story, photos)).toBe(body);
    }),
  );
});

test('a table with its headers and caption; an embed is a link and nothing else', () => {
  const { html } = page(newsStory());
  expect(html).toContain(
    '<figure class="table"><table><caption>Giá hồng tại vườn</caption><thead><tr><th scope="col">Xã</th>' +
      '<th scope="col">Diện tích (ha)</th><th scope="col">Giá (đồng/kg)</th></tr></thead><tbody><tr><th scope="row">Bản Thi' +
      '</th><td>1.200</td><td>35.000</td></tr><tr><th scope="row">Nghiên Loan</th><td>300</td><td></td></tr></tbody></table></figure>',
  );
  expect(html).toContain(
    '<figure class="embed"><a href="https://www.youtube.com/watch?v=hong&amp;t=1--2"><strong>YouTube</strong> ' +
      'youtube.com/watch?v=hong&amp;t=1--2</a><figcaption><span class="caption">Mùa hồng ở Bản Thi</span></figcaption></figure>',
  );
  expect(html).not.toMatch(/<iframe|<embed|<object/);
});
