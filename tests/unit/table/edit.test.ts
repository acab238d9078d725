import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_COLUMNS, MOST_ROWS, tableSchema } from '../../../story/model.ts';
import { emptyTable, tableRows } from '../../../story/schema/table/data.ts';
import { cellsFromText, editTable, type TableEdit } from '../../../story/schema/table/edit.ts';
import { tables } from '../schema/bodies.ts';
import { table } from '../schema/editing.ts';

const at = fc.integer({ min: -1, max: 6 });
const edits: fc.Arbitrary<TableEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insertRow', 'removeRow', 'insertColumn', 'removeColumn'), at }),
  fc.record({ kind: fc.constantFrom('moveRow', 'moveColumn'), from: at, to: at }),
  fc.record({ kind: fc.constantFrom('header', 'headerColumn'), on: fc.boolean() }),
  fc.record({
    kind: fc.constant('fill' as const),
    row: fc.nat(3),
    column: fc.nat(3),
    cells: fc.array(fc.array(fc.constantFrom('x', 'y'), { maxLength: 4 }), { maxLength: 4 }),
  }),
);

test('whatever is done to a table, it stays one that can be stored', () => {
  fc.assert(
    fc.property(tables(fc.constantFrom('', 'a', 'b')), fc.array(edits, { maxLength: 12 }), (start, list) => {
      const { id } = table();
      const after = list.reduce(editTable, start);
      expect(tableSchema.safeParse({ id, ...after }).success).toBe(true);
    }),
  );
});

test('rows and columns come, go and move; the last one stays; no more than a table holds', () => {
  const start = {
    ...emptyTable(),
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  };
  const rows = (edit: TableEdit) => editTable(start, edit).rows;
  expect(rows({ kind: 'insertRow', at: 1 })).toEqual([
    ['a', 'b'],
    ['', ''],
    ['c', 'd'],
  ]);
  expect(rows({ kind: 'removeRow', at: 0 })).toEqual([['c', 'd']]);
  expect(rows({ kind: 'insertColumn', at: 2 })).toEqual([
    ['a', 'b', ''],
    ['c', 'd', ''],
  ]);
  expect(rows({ kind: 'removeColumn', at: 0 })).toEqual([['b'], ['d']]);
  expect(rows({ kind: 'moveRow', from: 0, to: 1 })).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
  expect(rows({ kind: 'moveColumn', from: 1, to: 0 })).toEqual([
    ['b', 'a'],
    ['d', 'c'],
  ]);
  const one = { ...start, rows: [['a']] };
  expect(editTable(one, { kind: 'removeRow', at: 0 })).toBe(one);
  expect(editTable(one, { kind: 'removeColumn', at: 0 })).toBe(one);
  const full = { ...start, rows: tableRows(Array.from({ length: MOST_ROWS }, () => Array(MOST_COLUMNS).fill(''))) };
  expect(editTable(full, { kind: 'insertRow', at: 0 })).toBe(full);
  expect(editTable(full, { kind: 'insertColumn', at: 0 })).toBe(full);
});

test('pasted cells fill the table from a cell on, and make it as large as they need', () => {
  const start = {
    ...emptyTable(),
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  };
  const cells = [
    ['1', '2'],
    ['3', '4'],
  ];
  expect(editTable(start, { kind: 'fill', row: 1, column: 1, cells }).rows).toEqual([
    ['a', 'b', ''],
    ['c', '1', '2'],
    ['', '3', '4'],
  ]);
  expect(editTable(start, { kind: 'fill', row: MOST_ROWS - 1, column: 0, cells })).toBe(start);
});

test('cells as spreadsheets copy them', () => {
  expect(cellsFromText('Xã\tHộ\r\nBản Thi\t120\r\n')).toEqual([
    ['Xã', 'Hộ'],
    ['Bản Thi', '120'],
  ]);
  expect(cellsFromText('"hai\ndòng"\t"nói ""to"""\n\t')).toEqual([
    ['hai\ndòng', 'nói "to"'],
    ['', ''],
  ]);
  expect(cellsFromText('một câu, "có ngoặc"')).toBe(null);
  expect(cellsFromText('')).toBe(null);
});
