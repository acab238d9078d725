import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundPlain } from '../../../../story/formats/paste/bound.ts';
import { plainAddress } from '../../../../story/formats/paste/links.ts';
import { plainBlocks } from '../../../../story/formats/paste/plain.ts';
import { emptyReport, reportSchema, wordsLeftOut } from '../../../../story/formats/paste/report.ts';
import { cleanText } from '../../../../story/formats/paste/text.ts';
import { type Block, blockSchema } from '../../../../story/model.ts';
import { pasted, shown } from './pasting.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/paste');

// Each `.html` is a clipboard as its program writes it; the `.txt` beside it the blocks, and what is told.
test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.html')))('%s', (name) => {
  const { blocks, report, pictures } = pasted(readFileSync(join(FOLDER, name), 'utf8'));
  const told = [
    `source ${report.source}`,
    ...report.items.map(({ kind, count, texts }) => [`${kind} ${count}`, ...texts].join(' | ')),
    ...(report.styling ? ['styling'] : []),
    ...(pictures.length > 0 ? [`pictures ${pictures.map(({ alt }) => alt).join(' | ')}`] : []),
  ];
  const expected = readFileSync(join(FOLDER, name.replace('.html', '.txt')), 'utf8');
  expect(`${blocks.map(shown).join('\n')}\n\n${told.join('\n')}\n`).toBe(expected);
});

test('a mark whose note was not copied stays, and is told of; a second mark has the same number', () => {
  const mark = (id: number) => `<sup><a href="#ftnt${id}" id="ftnt_ref${id}">[${id}]</a></sup>`;
  const { blocks, report } = pasted(`<p>a${mark(7)} b${mark(8)} c${mark(7)}</p>`);
  expect(blocks.map(shown)).toEqual(['p a[1] b[2] c[1]']);
  expect(report.items).toMatchObject([{ kind: 'noNote', count: 2 }]);
});

test('lists nine deep are as deep as a story holds, and keep every item', () => {
  let html = '';
  for (let level = 1; level <= 9; level++)
    html += `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>bậc ${level}</p>`;
  const { blocks } = pasted(html);
  expect(blocks).toMatchObject(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => ({
      type: 'listItem',
      runs: [{ text: `bậc ${level}` }],
      indent: Math.min(level - 1, 6),
    })),
  );
});

test('more than a story holds: the words of the rest are in its last paragraphs', () => {
  const list = pasted(`<ul>${'<li>mục</li>'.repeat(6000)}</ul><p>cuối</p>`);
  expect(list.blocks.length).toBe(5000);
  expect(shown(list.blocks[4999] as Block)).toBe(`p ${'mục '.repeat(1001)}cuối`);
  expect(list.report.items).toMatchObject([{ kind: 'overflow' }]);
  for (const html of ['chữ '.repeat(80_000), `<p>${'chữ '.repeat(80_000)}</p>`]) {
    const long = pasted(html).blocks;
    expect(long.every((block) => blockSchema.safeParse(block).success)).toBe(true);
    expect(long.map(shown).join(' ').split('chữ').length).toBe(80_001);
  }
  const report = emptyReport('plain');
  const bounded = boundPlain(plainBlocks('- mục\n'.repeat(6000), report, 'en'), report);
  expect(bounded.length).toBe(5000);
  expect(bounded.at(-1)?.text.split('mục').length).toBe(1002);
  expect(boundPlain([{ type: 'paragraph', text: 'x'.repeat(250_000) }], report).length).toBe(3);
});

test('a layout table is its words, the table in it a table', () => {
  const { blocks } = pasted(
    '<table><tr><td>Trái<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td><td>Phải</td></tr></table>',
  );
  expect(blocks.map(shown)).toEqual(['p Trái', 'table\n| a | b\n| c | d', 'p Phải']);
});

test.each([
  ['https://www.google.com/url?q=https://bao.vn/a%3Fb%3D1&sa=D', 'https://bao.vn/a?b=1'],
  ['https://www.google.com/search?q=https://bao.vn', 'https://www.google.com/search?q=https://bao.vn'],
  ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
  ['https://bao.vn/a?utm_source=x&id=2#c', 'https://bao.vn/a?id=2#c'],
  ['https://bao.vn/a?b=c d', 'https://bao.vn/a?b=c d'],
])('%s', (given, plain) => expect(plainAddress(given)).toBe(plain));

test('text is NFC without what nobody sees', () => {
  expect(cleanText('Bắc Ka\u0323n'.normalize('NFD'))).toBe('Bắc Kạn');
  expect(cleanText('5\u00a0kg, tỉnh\u00a0Bắc \u00a0Kạn\u200b, nghiêm\u00adtúc \u202ex')).toBe(
    '5\u00a0kg, tỉnh Bắc Kạn, nghiêmtúc x',
  );
  expect(cleanText('👨\u200d👩\u200d👧')).toBe('👨\u200d👩\u200d👧');
});

test('neighbouring lines with dashes: a list in English, in Vietnamese speech, unless some stand further in', () => {
  const read = (text: string, language: 'vi' | 'en') =>
    plainBlocks(text, emptyReport('plain'), language).map(({ type, text: words }) => `${type} ${words}`);
  const speech = '- Chị ở đâu về?\n- Tôi ở Phiêng Lào.\n– Xa không?';
  expect(read(speech, 'vi')).toEqual([
    'paragraph - Chị ở đâu về?',
    'paragraph - Tôi ở Phiêng Lào.',
    'paragraph – Xa không?',
  ]);
  expect(read(speech, 'en')).toEqual(['listItem Chị ở đâu về?', 'listItem Tôi ở Phiêng Lào.', 'listItem Xa không?']);
  expect(read('- một\n  - trong', 'vi')).toEqual(['listItem một', 'listItem trong']);
  expect(read('• một\n• hai', 'vi')).toEqual(['listItem một', 'listItem hai']);
});

test('plain text: lists, quoted lines and lines cut at one width', () => {
  const report = emptyReport('plain');
  const wrapped =
    'Bà con thôn Phiêng Lào, xã Bản Thi, huyện Chợ Đồn vừa gặt xong\nvụ lúa xuân, năng suất cao hơn năm ngoái và giá bán cũng khá hơn\nnhiều.';
  const text = `Tít\n\n${wrapped}\n\n- một\n  - trong\n- hai\n\n1. a\n2. b\n\n> Lời hỏi\n> dài\n>\n> nữa\n\n- Lời nói.\n2024. Năm\n`;
  expect(
    plainBlocks(text, report, 'en').map(
      (block) => `${block.type}${'indent' in block ? block.indent : ''} ${block.text}`,
    ),
  ).toEqual([
    'paragraph Tít',
    `paragraph ${wrapped.replaceAll('\n', ' ')}`,
    'listItem0 một',
    'listItem1 trong',
    'listItem0 hai',
    'listItem0 a',
    'listItem0 b',
    'quote Lời hỏi dài',
    'quote nữa',
    'paragraph - Lời nói.',
    'paragraph 2024. Năm',
  ]);
  expect(report.items.map(({ kind, count }) => [kind, count])).toEqual([
    ['joined', 1],
    ['list', 2],
    ['quote', 1],
  ]);
});

test('a link or a format around whole blocks goes around their words', () => {
  const { blocks } = pasted('<a href="https://bao.vn/"><h2>Tít</h2><ul><li>một</li></ul></a><b><p>đậm</p></b>');
  expect(blocks).toMatchObject([
    { type: 'heading', runs: [{ text: 'Tít', link: 'https://bao.vn/' }] },
    { type: 'listItem', runs: [{ text: 'một', link: 'https://bao.vn/' }] },
    { type: 'paragraph', runs: [{ text: 'đậm', bold: true }] },
  ]);
});

test('whatever is pasted: a valid story, nothing of a script, every word in the story or told of', () => {
  const word = fc.constantFrom('một', 'hai', 'ba', 'bốn', 'năm');
  const open = fc.constantFrom(
    '<p>',
    '<div>',
    '<b>',
    '<b style="font-weight:normal">',
    '<span style="font-weight:bold;text-decoration:line-through">',
    '<i>',
    '<ul>',
    '<ol>',
    '<li>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '<blockquote cite="https://bao.vn/x">',
    '<figure>',
    '<figcaption>',
    '<h1>',
    '<h5>',
    '<a href="https://bao.vn">',
    '<a href="javascript:bad()">',
    '<a href="#_ftn1" name="_ftnref1">',
    '<a href="#_ftnref1" name="_ftn1">',
    '<sup>',
    '<del>',
    '<p style="mso-list:l0 level3 lfo1">',
    '<span style="mso-hide:all">',
    '<div style="display:none">',
    '<o:p>',
    '<pre>',
    '<q>',
    '<footer>',
    '<cite>',
    '<dl>',
    '<dt>',
    '<br>',
    '<br><br>',
    '<hr>',
    '<select>',
    '<button>',
    '<svg>',
    '<center>',
    '<font color=red>',
    '<div style="mso-element:footnote" id=ftn1>',
    '<div style="mso-element:comment-list">',
    '<script>bad()</script>',
    '<img src=x alt=">" onerror=bad()>',
  );
  const close = fc.constantFrom(
    '</p>',
    '</div>',
    '</b>',
    '</span>',
    '</ul>',
    '</li>',
    '</table>',
    '</td>',
    '</tr>',
    '</a>',
    '</blockquote>',
    '</figure>',
    '</select>',
    '</button>',
    '</svg>',
    '</sup>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, word, open, open, close), { maxLength: 40 }), (bits) => {
      let count = 0;
      const words: string[] = [];
      const html = bits
        .map((bit) => {
          if (bit.startsWith('<')) return bit;
          words.push(`${bit}${count++}x`);
          return ` ${words.at(-1)} `;
        })
        .join('');
      const { blocks, report } = pasted(`<meta name=Generator content="Microsoft Word 15"><body class=MsoX>${html}`);
      for (const block of blocks) expect(blockSchema.safeParse(block).success).toBe(true);
      expect(reportSchema.safeParse(report).success).toBe(true);
      const all = `${JSON.stringify(blocks)} ${wordsLeftOut(report).join(' ')}`;
      expect(all).not.toContain('bad()');
      for (const each of words) expect(all).toContain(each);
    }),
    { numRuns: 200 },
  );
});
