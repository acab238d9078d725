import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedPart } from '../../../story/canonical.ts';
import {
  compareWordPress,
  fromWordPress,
  photoFields,
  storyToWordPress,
} from '../../../story/formats/wordpress/index.ts';
import { type Figure, isTextBlock, plainText, type Story } from '../../../story/model.ts';
import { linesOf } from '../../../story/planning.ts';
import { webHeadline } from '../../../story/text/headlines.ts';
import { blockTexts } from '../blockTexts.ts';
import { cellsOf, isClosed, itemText, parseHtml, textOf, wordsOf } from './dom.ts';
import { figure, hostileStory, newsStory, PHOTO, paragraph, SECRETS } from './samples.ts';

const photos = new Map([[PHOTO, { id: 12, url: 'https://bao.example.vn/u/hong.jpg', width: 1600, height: 1067 }]]);
const post = (story: Story) => storyToWordPress(story, { photos });

test('a news story as a post', () => {
  const { content, ...fields } = post(newsStory());
  expect(fields).toEqual({
    title: 'Hồng không hạt được mùa, được giá',
    excerpt: 'Vụ hồng năm nay, nông dân vùng cao thu về hơn 3.700 tỷ đồng, tăng 57,54% so với năm trước.',
    slug: 'hong-khong-hat-duoc-mua-duoc-gia',
    warnings: [],
  });
  expect(content).toMatch(
    /^<!-- wp:paragraph \{"className":"lead"\} -->\n<p class="lead">Vụ hồng .*<\/p>\n<!-- \/wp:paragraph -->\n\n/,
  );
  expect(content).toContain(
    '<!-- wp:paragraph {"className":"dateline"} -->\n<p class="dateline">Nông nghiệp · Bắc Kạn, 08:37, 14/06/2021</p>\n',
  );
  expect(content).toContain('<!-- wp:heading -->\n<h2>Giá tăng từng ngày</h2>\n<!-- /wp:heading -->');
  expect(content).toContain('<!-- wp:heading {"level":3} -->\n<h3>Lời người trồng</h3>\n<!-- /wp:heading -->');
  expect(content).toContain(
    '<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none"} -->\n' +
      '<figure class="wp-block-image size-full"><img src="https://bao.example.vn/u/hong.jpg" ' +
      'alt="Hai người đội nón hái quả hồng trên sườn đồi" class="wp-image-12"/><figcaption class="wp-element-caption">' +
      'Nông dân xã Bản Thi thu hoạch hồng không hạt. <em>Ảnh: Trần Thị Bích Phượng</em></figcaption></figure>\n<!-- /wp:image -->',
  );
  expect(content).toContain(
    '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>Pác Nặm: 1.200 ha<!-- wp:list -->\n<ul><!-- wp:list-item -->\n' +
      '<li>Nghiên Loan: 300 ha</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list --></li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  );
  expect(content).toContain(
    '<!-- wp:list {"ordered":true} -->\n<ol><!-- wp:list-item -->\n<li>Chọn giống</li>\n<!-- /wp:list-item -->\n\n',
  );
  expect(content).toContain(
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>“Chưa năm nào',
  );
  expect(content).toMatch(
    /cây\.\/\.<\/p>\n<!-- \/wp:paragraph -->\n\n<!-- wp:paragraph \{"className":"byline"\} -->\n<p class="byline">Hoàng Văn Đức<\/p>\n<!-- \/wp:paragraph -->$/,
  );
});

test('a photo that the page loads by itself is unknown to the site, so that no smaller copy is put to it', () => {
  const alone = new Map([...photos].map(([key, photo]) => [key, { ...photo, alone: true }]));
  const { content } = storyToWordPress(newsStory(), { photos: alone });
  expect(content).toContain(
    '<!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->\n' +
      '<figure class="wp-block-image size-full"><img src="https://bao.example.vn/u/hong.jpg" ' +
      'alt="Hai người đội nón hái quả hồng trên sườn đồi"/>',
  );
  expect(content).not.toContain('wp-image-');
});

test('corrections are paragraphs of their own under the lead', () => {
  const story = newsStory();
  story.fields.correction = 'Đính chính: giá.\nĐính chính: tên.';
  const { content } = post(story);
  const note = (text: string) =>
    `<!-- wp:paragraph {"className":"correction"} -->\n<p class="correction">${text}</p>\n<!-- /wp:paragraph -->`;
  expect(content.indexOf(`${note('Đính chính: giá.')}\n\n${note('Đính chính: tên.')}`)).toBeGreaterThan(0);
  expect(content.indexOf('class="correction"')).toBeLessThan(content.indexOf('class="dateline"'));
});

test('blank fields leave no empty paragraphs', () => {
  const story = newsStory();
  for (const name of Object.keys(story.fields)) story.fields[name as 'place'] = ' ';
  story.fields.date = '14/06/2021';
  story.body = [paragraph('Thân bài')];
  expect(fromWordPress(post(story).content)).toEqual(['14/06/2021', 'Thân bài']);
});

test('titles and media fields are HTML to WordPress: tags and entities in them stay words', () => {
  const story = newsStory();
  story.fields.headline = 'A & B:\n<b>5 > 3</b> &amp; "hết"';
  expect(post(story).title).toBe('A & B: &lt;b&gt;5 &gt; 3&lt;/b&gt; &amp;amp; "hết"');
  const long = `${'hồng '.repeat(30)}<i>`;
  expect(photoFields(figure({ caption: long, credit: 'A&lt;B', copyright: '<c>' }))).toEqual({
    title: `${'hồng '.repeat(20).trim()}…`,
    caption: `${'hồng '.repeat(30)}&lt;i&gt; <em>A&amp;lt;B</em>`,
    alt_text: 'Hai người đội nón hái quả hồng trên sườn đồi',
    description: '&lt;c&gt;',
  });
});

test('nothing that WordPress would run or embed is left of a shortcode or a bare address', () => {
  const story = newsStory();
  story.body = [
    paragraph('[gallery ids="1"]'),
    paragraph('https://www.youtube.com/watch?v=1'),
    figure({ alt: '[video]' }),
  ];
  const { content } = post(story);
  expect(content).not.toMatch(/[[\]]/);
  expect(content).not.toMatch(/<p>\s*https?:\/\//);
  expect(fromWordPress(content)).toContain('[gallery ids="1"]');
  expect(fromWordPress(content)).toContain('https://www.youtube.com/watch?v=1./.');
});

test('a photo that was not uploaded leaves its caption, and a warning', () => {
  const story = newsStory();
  story.body = [figure({ photo: 'ef'.repeat(32) })];
  const { content, warnings } = post(story);
  expect(warnings).toEqual([{ code: 'missingPhoto', detail: 'ef'.repeat(32) }]);
  expect(content).toContain('<p>Nông dân xã Bản Thi thu hoạch hồng không hạt. <em>Ảnh: Trần Thị Bích Phượng</em></p>');
});

test('nothing of the review is in the post, and every word of the story is', () => {
  const story = newsStory();
  const made = post(story);
  for (const secret of SECRETS) expect(JSON.stringify(made)).not.toContain(secret);
  const photo = story.body.find((block): block is Figure => block.type === 'figure')!;
  const seen = new Set(wordsOf([...Object.values(made), ...Object.values(photoFields(photo))].join(' ')));
  const texts = story.body.flatMap(blockTexts);
  // Section and tags are the site's own terms: the destination's, not the text's.
  const { section: _, tags: __, ...fields } = story.fields;
  for (const word of wordsOf([...Object.values(fields), ...texts].join(' '))) expect(seen).toContain(word);
});

/** White space as HTML shows it. */
const shown = (text: string): string =>
  text
    .replace(/[ \t\n]*\n[ \t]*/g, (space) => '\n'.repeat(space.split('\n').length - 1))
    .replace(/[ \t]+/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '');

test('hostile text stays text: a browser and the reader find each paragraph where it was', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const part = publishedPart(story);
      const { content, title, excerpt } = post(story);
      const { fields } = part;
      expect(parseHtml(`<p>${title}</p>`).querySelector('p')!.textContent).toBe(
        webHeadline(fields).replace(/\s+/g, ' ').trim(),
      );
      expect(parseHtml(`<p>${excerpt}</p>`).querySelector('p')!.textContent).toBe(fields.standfirst.trim());
      const doc = parseHtml(content);
      const isField = (e: Element) => ['lead', 'correction', 'dateline', 'byline'].includes(e.className);
      const places = [...doc.querySelectorAll('p, h2, h3, li, cite, hr, figure:not(.wp-block-pullquote)')].filter(
        (place) => !isField(place),
      );
      const lead = doc.querySelector('.lead');
      expect(lead ? textOf(lead) : '').toBe(fields.standfirst.trim() === '' ? '' : fields.standfirst);
      expect([...doc.querySelectorAll('p.correction')].map((note) => textOf(note))).toEqual(linesOf(fields.correction));
      const byline = doc.querySelector('.byline');
      expect(byline ? textOf(byline) : '').toBe(fields.byline.trim() === '' ? '' : fields.byline);

      const lastText = part.body.findLastIndex(isTextBlock);
      const isQuoted = ['pullquote', 'attribution'].includes(part.body[lastText]?.type ?? '');
      const read: string[] = [];
      part.body.forEach((block, at) => {
        const place = places[at]!;
        if (block.type === 'figure') {
          expect(place.querySelector('img')!.alt).toBe(block.alt);
          const caption = [block.caption, block.credit]
            .map((text) => text.trim())
            .filter(Boolean)
            .join(' ');
          expect(place.querySelector('figcaption') ? textOf(place.querySelector('figcaption')!) : '').toBe(caption);
          read.push(caption);
        } else if (block.type === 'table') {
          expect(cellsOf(place)).toEqual(block.rows);
          const under = place.querySelector('figcaption');
          expect(under ? textOf(under) : '').toBe(block.caption.trim());
          // A no-break space is a character like others.
          read.push(...block.rows.flat().filter((text) => /[^ \t\r\n\f]/.test(text)));
          if (block.caption.trim() !== '') read.push(block.caption.trim());
        } else if (block.type === 'embed') {
          const link = place.querySelector('a')?.getAttribute('href') ?? place.firstElementChild!.textContent!.trim();
          expect(link).toBe(block.url);
          const under = place.querySelector('figcaption, a');
          expect(under ? textOf(under) : '').toBe(
            block.caption.trim() || (place.localName === 'p' ? textOf(under!) : ''),
          );
          if (place.localName === 'p') read.push(textOf(place));
          else read.push(link, ...[block.caption.trim()].filter((text) => text !== ''));
        } else if (!isTextBlock(block)) {
          expect(place.outerHTML).toBe('<hr class="wp-block-separator has-alpha-channel-opacity">');
        } else {
          const output = block.type === 'listItem' ? itemText(place) : textOf(place);
          expect(isClosed(output, plainText(block.runs), at === lastText && !isQuoted ? fields.closingMark : '')).toBe(
            true,
          );
          read.push(output);
        }
      });
      if (places.length > part.body.length) read.push(fields.closingMark);
      const paragraphs = fromWordPress(content);
      const notes = doc.querySelectorAll('p.correction');
      const head = [lead, ...notes, doc.querySelector('.dateline')].flatMap((e) => (e ? [textOf(e)] : []));
      const all = [...head, ...read, ...(byline ? [textOf(byline)] : [])];
      expect(paragraphs).toEqual(all.map(shown).filter((text) => text !== ''));

      const comments = content.match(/<!--[\s\S]*?-->/g) ?? [];
      for (const comment of comments) expect(comment).toMatch(/^<!-- \/?wp:[a-z-]+( \{[^<>]*\})? -->$/);
      const tags = new Set([...doc.body.querySelectorAll('*')].map((e) => e.tagName));
      for (const tag of 'P H2 H3 UL OL LI BLOCKQUOTE ASIDE FOOTER CITE FIGURE FIGCAPTION IMG A STRONG EM U S SUB SUP BR HR TABLE THEAD TBODY TR TH TD DIV'.split(
        ' ',
      ))
        tags.delete(tag);
      expect([...tags]).toEqual([]);
      const attributes = [...doc.body.querySelectorAll('*')].flatMap((e) => e.getAttributeNames());
      expect(attributes.filter((name) => !['class', 'href', 'src', 'alt', 'scope'].includes(name))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a separator, a table and embeds, as WordPress itself writes them', () => {
  const { content } = post(newsStory());
  expect(content).toContain(
    '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->',
  );
  expect(content).toContain(
    '<!-- wp:table {"hasFixedLayout":false} -->\n<figure class="wp-block-table"><table><thead><tr><th>Xã</th>' +
      '<th>Diện tích (ha)</th><th>Giá (đồng/kg)</th></tr></thead><tbody><tr><th scope="row">Bản Thi</th><td>1.200</td>' +
      '<td>35.000</td></tr><tr><th scope="row">Nghiên Loan</th><td>300</td><td></td></tr></tbody></table>' +
      '<figcaption class="wp-element-caption">Giá hồng tại vườn</figcaption></figure>\n<!-- /wp:table -->',
  );
  expect(content).toContain(
    '<!-- wp:embed {"url":"https://www.youtube.com/watch?v=hong\\u0026t=1\\u002d\\u002d2","type":"video",' +
      '"providerNameSlug":"youtube","responsive":true} -->\n<figure class="wp-block-embed is-type-video is-provider-youtube ' +
      'wp-block-embed-youtube"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=hong&amp;t=1--2\n</div>' +
      '<figcaption class="wp-element-caption">Mùa hồng ở Bản Thi</figcaption></figure>\n<!-- /wp:embed -->',
  );
  expect(content).toContain('<p>Google Maps: <a href="https://maps.app.goo.gl/BanThi">maps.app.goo.gl/BanThi</a></p>');
});

test('a cell that moved to another column, or went, is a difference of the post read back', () => {
  const sent = post(newsStory());
  const moved = sent.content.replace('<td>300</td><td></td>', '<td></td><td>300</td>');
  expect(compareWordPress(sent, { ...sent, content: moved }).map(({ where }) => where)).toEqual(['cell:8', 'cell:9']);
  const shorter = sent.content.replace('<td>300</td><td></td>', '<td>300</td>');
  expect(compareWordPress(sent, { ...sent, content: shorter })).toHaveLength(1);
  expect(compareWordPress(sent, sent)).toEqual([]);
});
