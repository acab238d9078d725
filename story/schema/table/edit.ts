import { MOST_COLUMNS, MOST_ROWS } from '../../model.ts';
import { type Cells, cleanCell, type TableData } from './data.ts';

/** What can be done to a table as a whole; rows and columns counted from 0. */
export type TableEdit =
  | { kind: 'insertRow' | 'removeRow'; at: number }
  | { kind: 'insertColumn' | 'removeColumn'; at: number }
  | { kind: 'moveRow' | 'moveColumn'; from: number; to: number }
  | { kind: 'header' | 'headerColumn'; on: boolean }
  | { kind: 'fill'; row: number; column: number; cells: Cells };

/** The table after an edit; itself where that is not possible (the last row, more than a table may have). */
export function editTable(table: TableData, edit: TableEdit): TableData {
  const { rows } = table;
  const columns = rows[0]?.length ?? 0;
  const isIn = (at: number, length: number) => Number.isInteger(at) && at >= 0 && at < length;
  switch (edit.kind) {
    case 'insertRow':
      if (rows.length >= MOST_ROWS || !isIn(edit.at, rows.length + 1)) return table;
      return { ...table, rows: rows.toSpliced(edit.at, 0, blank(columns)) };
    case 'removeRow':
      if (rows.length === 1 || !isIn(edit.at, rows.length)) return table;
      return { ...table, rows: rows.toSpliced(edit.at, 1) };
    case 'insertColumn':
      if (columns >= MOST_COLUMNS || !isIn(edit.at, columns + 1)) return table;
      return { ...table, rows: rows.map((row) => row.toSpliced(edit.at, 0, '')) };
    case 'removeColumn':
      if (columns === 1 || !isIn(edit.at, columns)) return table;
      return { ...table, rows: rows.map((row) => row.toSpliced(edit.at, 1)) };
    case 'moveRow':
      if (!isIn(edit.from, rows.length) || !isIn(edit.to, rows.length)) return table;
      return { ...table, rows: moved(rows, edit.from, edit.to) };
    case 'moveColumn':
      if (!isIn(edit.from, columns) || !isIn(edit.to, columns)) return table;
      return { ...table, rows: rows.map((row) => moved(row, edit.from, edit.to)) };
    case 'header':
      return { ...table, header: edit.on };
    case 'headerColumn': {
      const { headerColumn: _, ...rest } = table;
      return edit.on ? { ...rest, headerColumn: true } : rest;
    }
    case 'fill':
      return filled(table, edit.row, edit.column, edit.cells);
  }
}

const blank = (columns: number): string[] => Array.from({ length: columns }, () => '');
const moved = <T>(list: readonly T[], from: number, to: number): T[] =>
  list.toSpliced(from, 1).toSpliced(to, 0, list[from] as T);

/** Cells put in from a cell on, over what stood there; the table grows as far as it must. Unchanged where they do not fit in. */
function filled(table: TableData, row: number, column: number, cells: Cells): TableData {
  const height = Math.max(table.rows.length, row + cells.length);
  const width = Math.max(table.rows[0]?.length ?? 0, column + Math.max(0, ...cells.map((line) => line.length)));
  if (height > MOST_ROWS || width > MOST_COLUMNS) return table;
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => cleanCell(cells[r - row]?.[c - column] ?? table.rows[r]?.[c] ?? '')),
  );
  return { ...table, rows };
}

/**
 * Cells as spreadsheets put them on the clipboard as plain text: tabs between columns, a cell with line breaks in double
 * quotes. null where it is one cell. In NFC.
 */
export function cellsFromText(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy;
  const whole = text.normalize('NFC').replace(/(\r\n?|\n)$/, '');
  for (let match = CELL.exec(whole); match !== null; match = CELL.exec(whole)) {
    const [, quoted, bare, end] = match;
    row.push((quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')).replace(/\r\n?/g, '\n').trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}
