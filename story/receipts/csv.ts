export type Cell = string | number;

const BOM = '\uFEFF';
// What Excel, LibreOffice and Google Sheets take for a formula; Excel also in the full width of Asian keyboards.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV by RFC 4180: commas, CRLF, the header first; with a byte order mark, without which Excel takes UTF-8 for
 * another encoding. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${BOM}${[header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
