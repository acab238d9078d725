import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableComparison } from '../../../story/review/compare/model.ts';
import { piecesText } from '../../../story/review/compare/pieces.ts';
import { comparisonText, SIGNS } from '../../../story/review/compare/plainText.ts';
import { compareTables } from '../../../story/review/compare/solid.ts';
import type { InlineLine } from '../../../story/review/compare/views.ts';
import { compareBodies, signs } from '../compare/kit.ts';
import { tables } from '../schema/bodies.ts';
import { table } from '../schema/editing.ts';

const any = tables(fc.constantFrom('', 'mưa', 'nắng to', '57,54%', '3.700 ha', 'gió\nmùa')).map((data) => ({
  id: table().id,
  ...data,
}));

/** The rows of one side, read back out of a comparison. */
function side({ rows, columns }: TableComparison, which: 'before' | 'after'): string[][] {
  const gone = which === 'before' ? 'added' : 'removed';
  return rows
    .filter((row) => row.kind !== gone)
    .map((row) => row.cells.filter((_, column) => columns[column] !== gone).map((pieces) => piecesText(pieces, which)));
}

test('both sides are rebuilt from a comparison, whichever way round', () => {
  fc.assert(
    fc.property(any, any, (before, after) => {
      const there = compareTables(before, after);
      expect(side(there, 'before')).toEqual(before.rows);
      expect(side(there, 'after')).toEqual(after.rows);
      const back = compareTables(after, before);
      expect(back.rows.filter((row) => row.kind === 'added')).toHaveLength(
        there.rows.filter((row) => row.kind === 'removed').length,
      );
      expect(back.columns.filter((kind) => kind === 'added')).toHaveLength(
        there.columns.filter((kind) => kind === 'removed').length,
      );
    }),
    { numRuns: 500 },
  );
});

const told = (comparison: TableComparison): string[] =>
  comparison.rows.map((row) => `${row.kind}: ${row.cells.map(signs).join(' | ')}`);

test('a row and a column that came are marked as such; a cell that changed says in which words', () => {
  const before = table(['Xã', 'Hộ'], ['Bản Thi', '120'], ['Yên Thượng', '95']);
  const after = table(
    ['Xã', 'Hộ', 'Tỷ lệ'],
    ['Đồng Lạc', '60', '7%'],
    ['Bản Thi', '125', '12%'],
    ['Yên Thượng', '95', '9%'],
  );
  const comparison = compareTables(before, after);
  expect(comparison.columns).toEqual(['same', 'same', 'added']);
  expect(told(comparison)).toEqual([
    'same: Xã | Hộ | {+Tỷ lệ+}',
    'added: {+Đồng Lạc+} | {+60+} | {+7%+}',
    'same: Bản Thi | [-120-]{+125+} | {+12%+}',
    'same: Yên Thượng | 95 | {+9%+}',
  ]);
});

test('as plain text: each row that changed, its cells between bars', () => {
  const before = table(['Xã', 'Hộ'], ['Bản Thi', '120'], ['Yên Thượng', '95']);
  const after = { ...before, caption: 'Số hộ', rows: [...before.rows.slice(0, 2), ['Yên Thượng', '97']] };
  const line = ({ at }: InlineLine) => JSON.stringify(at);
  expect(comparisonText(compareBodies([before], [after]), { ...SIGNS, line }).split('\n')).toEqual([
    '{"row":0,"table":"caption"}: {+Số hộ+}',
    '{"row":0,"table":2}: Yên Thượng | [-95-]{+97+}',
  ]);
});
