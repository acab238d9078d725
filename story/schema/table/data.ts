import { MOST_CELL, MOST_COLUMNS, MOST_ROWS, type Table } from '../../model.ts';

/** A table without its id. */
export type TableData = Omit<Table, 'id'>;
export type Cells = readonly (readonly string[])[];

export const cleanCell = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MOST_CELL) : '');

/** Rows as a table may have them: at least one cell, all of one length, within the limits. */
export function tableRows(value: unknown): string[][] {
  const rows = (Array.isArray(value) ? value : []).filter(Array.isArray).slice(0, MOST_ROWS) as unknown[][];
  const columns = Math.min(MOST_COLUMNS, Math.max(1, ...rows.map((row) => row.length)));
  const filled = rows.map((row) => Array.from({ length: columns }, (_, column) => cleanCell(row[column])));
  return filled.length > 0 ? filled : [Array.from({ length: columns }, () => '')];
}

/** A new table, empty. */
export const emptyTable = (rows = 3, columns = 3): TableData => ({
  type: 'table',
  header: true,
  caption: '',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => '')),
});
