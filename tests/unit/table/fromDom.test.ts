import { expect, test } from 'vitest';
import { MOST_ROWS } from '../../../story/model.ts';
import { tablesFromDom } from '../../../story/schema/table/fromDom.ts';
import { parseHtml } from '../formats/dom.ts';

const tables = (html: string) => tablesFromDom(parseHtml(html).querySelector('table') as Element);
const rows = (html: string) => tables(html)?.[0]?.rows;

test('words of the cells, in NFC, lines of a cell as lines; styling and scripts do not count', () => {
  expect(
    tables(
      '<table style="color:red"><caption>Dân <b>số</b></caption><thead><tr><th>Xã</th><th>Hộ</th></tr></thead>' +
        `<tbody><tr><td><p>Bản  Thi</p><p>${'Hòa'.normalize('NFD')}</p></td><td>120<script>x</script></td></tr></tbody></table>`,
    ),
  ).toEqual([
    {
      type: 'table',
      header: true,
      caption: 'Dân số',
      rows: [
        ['Xã', 'Hộ'],
        ['Bản Thi\nHòa', '120'],
      ],
    },
  ]);
});

test('merged cells are the first of them and blanks', () => {
  expect(
    rows(
      '<table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D</td></tr><tr><td>E</td></tr></table>',
    ),
  ).toEqual([
    ['A', 'B', ''],
    ['', 'C', 'D'],
    ['E', '', ''],
  ]);
});

test.each([
  ['a head', '<thead><tr><td>a</td><td>b</td></tr></thead><tr><td>c</td><td>d</td></tr>', true, undefined],
  ['header cells', '<tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr>', true, undefined],
  [
    'bold words',
    '<tr><td><b>a</b></td><td><p><strong>b</strong></p></td></tr><tr><td>c</td><td>d</td></tr>',
    true,
    undefined,
  ],
  ['nothing of it', '<tr><td>a</td><td><b>b</b></td></tr><tr><td>c</td><td>d</td></tr>', false, undefined],
  ['a header column', '<tr><th>a</th><td>b</td></tr><tr><th>c</th><td>d</td></tr>', false, true],
  ['both', '<tr><th>a</th><th>b</th></tr><tr><th>c</th><td>d</td></tr>', true, true],
])('which cells are headers: %s', (_, inner, header, headerColumn) => {
  const [table] = tables(`<table>${inner}</table>`) ?? [];
  expect([table?.header, table?.headerColumn]).toEqual([header, headerColumn]);
});

test('what only places things on a page, or is too wide, is no table', () => {
  expect(tables('<table><tr><td>Một đoạn.</td></tr></table>')).toBe(null);
  expect(tables('<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>')).toBe(null);
  expect(tables('<table></table>')).toBe(null);
  expect(tables(`<table><tr>${'<td>x</td>'.repeat(21)}</tr></table>`)).toBe(null);
});

test('a long table becomes several, and no row is lost', () => {
  const long = Array.from({ length: MOST_ROWS + 5 }, (_, n) => `<tr><td>${n}</td><td>x</td></tr>`).join('');
  const [first, second] = tables(`<table>${long}</table>`) ?? [];
  expect([first?.rows.length, second?.rows.length]).toEqual([MOST_ROWS, 5]);
  expect(second?.rows[0]).toEqual([String(MOST_ROWS), 'x']);
});
