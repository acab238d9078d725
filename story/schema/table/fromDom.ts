import { MOST_CELL, MOST_COLUMNS, MOST_ROWS } from '../../model.ts';
import { publishedText } from '../../text/clean.ts';
import type { TableData } from './data.ts';

const BREAKS = new Set('P DIV LI UL OL DL DT DD H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE SECTION ARTICLE BR HR'.split(' '));
const NOT_TEXT = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT'.split(' '));

/**
 * The tables that a `<table>` element is in a story: the words of its cells as plain text in NFC (a paragraph or line break is
 * "\n"), merged cells as the first of them and blank ones, the first row and column as headers where they are set as such.
 * One with more rows than a story's table holds becomes several. null where it is no table of data (one cell, or tables in
 * it: it places things on a page), or holds more than a table can: then its words are to be taken as text.
 */
export function tablesFromDom(table: Element): TableData[] | null {
  if (table.querySelector('table')) return null;
  const lines = rowsOf(table);
  const rows = unrolled(lines).filter((row) => row.some((text) => text !== ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0 || rows.length * columns === 1 || columns > MOST_COLUMNS) return null;
  if (rows.some((row) => row.some((text) => text.length > MOST_CELL))) return null;
  const even = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  const header = hasHeader(lines);
  const headerColumn = hasHeaderColumn(lines, header);
  const captioned = [...table.children].find((child) => child.tagName === 'CAPTION');
  const caption = captioned ? textOf(captioned).slice(0, MOST_CELL) : '';
  const tables: TableData[] = [];
  for (let from = 0; from < even.length; from += MOST_ROWS)
    tables.push({
      type: 'table',
      header: header && from === 0,
      ...(headerColumn && { headerColumn: true as const }),
      caption: from === 0 ? caption : '',
      rows: even.slice(from, from + MOST_ROWS),
    });
  return tables;
}

type Line = { cells: Element[]; inHead: boolean };

/** Its own rows, those of the head first, of the foot last. */
function rowsOf(table: Element): Line[] {
  const lines = { THEAD: [] as Line[], TBODY: [] as Line[], TFOOT: [] as Line[] };
  for (const row of table.querySelectorAll('tr')) {
    const part = row.parentElement?.tagName ?? '';
    const cells = [...row.children].filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH');
    const line = { cells, inHead: part === 'THEAD' };
    (part === 'THEAD' || part === 'TFOOT' ? lines[part] : lines.TBODY).push(line);
  }
  return [...lines.THEAD, ...lines.TBODY, ...lines.TFOOT];
}

/** The texts in their columns: a cell over several rows or columns leaves blanks where it reaches. */
function unrolled(lines: readonly Line[]): string[][] {
  const rows: string[][] = lines.map(() => []);
  for (const [index, { cells }] of lines.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (rows[index]?.[column] !== undefined) column++;
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (const row of rows.slice(index, index + height))
        for (let at = column; at < column + width; at++) row[at] = '';
      (rows[index] as string[])[column] = textOf(cell);
      column += width;
    }
  }
  return rows.map((row) => Array.from(row, (text) => text ?? ''));
}

const span = (cell: Element, name: string): number =>
  Math.min(1000, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

const filledCells = (line: Line): Element[] => line.cells.filter((cell) => textOf(cell) !== '');
/** Set as a header: `<th>`, or all its words bold, as word processors do. */
const isHeading = (cell: Element): boolean => cell.tagName === 'TH' || isBold(cell);

function isBold(cell: Element): boolean {
  const bold = cell.querySelector('b, strong, [style*="font-weight:bold"], [style*="font-weight: bold"]');
  return bold !== null && textOf(bold) === textOf(cell);
}

function hasHeader(lines: readonly Line[]): boolean {
  const [first, second] = lines.filter((line) => filledCells(line).length > 0);
  if (!first || !second) return false;
  if (first.inHead) return true;
  return filledCells(first).every(isHeading) && !filledCells(second).every(isHeading);
}

function hasHeaderColumn(lines: readonly Line[], header: boolean): boolean {
  const body = lines.filter((line) => filledCells(line).length > 0).slice(header ? 1 : 0);
  const isRow = ({ cells: [first, ...rest] }: Line) =>
    first?.tagName === 'TH' && rest.length > 0 && rest.every((cell) => cell.tagName === 'TD');
  return body.length > 0 && body.every(isRow);
}

/** The words of an element as plain text. */
function textOf(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
      else if (child.nodeType === 1 && !NOT_TEXT.has((child as Element).tagName)) {
        const isBreak = BREAKS.has((child as Element).tagName);
        if (isBreak) text += '\n';
        walk(child);
        if (isBreak && (child as Element).tagName !== 'BR') text += '\n';
      }
    }
  };
  walk(element);
  return publishedText(text)
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
