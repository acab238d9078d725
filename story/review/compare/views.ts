import { FIGURE_FIELDS, type FieldName, type FigureField } from '../../model.ts';
import type { ComparedBlock, Comparison, Part, Piece, Row, RowKind } from './model.ts';
import { hasChange, piecesOf } from './pieces.ts';

/** A block as it stands on one side, with the pieces of that side. */
export type Cell = { block: ComparedBlock; pieces: Piece[] };

/** One half of a row, for reading side by side: the blocks that stand on that side, from top to bottom; none where it is empty. */
export function cellsOf(row: Row, side: 'before' | 'after'): Cell[] {
  const cells: Cell[] = [];
  for (const part of row.parts) {
    const block = part[side];
    const pieces = piecesOf(part.pieces, side);
    if (block) cells.push({ block, pieces });
    else cells.at(-1)?.pieces.push(...pieces);
  }
  return cells;
}

/** A line of the inline view: both versions of a text in one. */
export type InlineLine = {
  at:
    | { field: FieldName }
    | { row: number; part: number }
    | { row: number; figure: FigureField }
    | { row: number; table: 'caption' | number }
    | { row: number; embed: 'url' | 'caption' };
  /** Of a field: same or changed. */
  kind: RowKind;
  /** The place a block moved away from: its text stands in the other row of the move, here are no pieces. */
  isLeft: boolean;
  pieces: Piece[];
};

/** Between the cells of a row in a line of text. */
const BETWEEN: Piece = { kind: 'same', text: ' | ' };

/**
 * The whole comparison as lines to be read from top to bottom: fields, blocks, and the texts of figures, without those that
 * are empty on both sides. A split or a join gives one line for each part, a table one for each of its rows.
 */
export function inlinePieces(comparison: Comparison): InlineLine[] {
  const fields = comparison.fields.map(
    ({ name, isChanged, pieces }): InlineLine => ({
      at: { field: name },
      kind: isChanged ? 'changed' : 'same',
      isLeft: false,
      pieces,
    }),
  );
  return [...fields.filter((line) => line.pieces.length > 0), ...comparison.rows.flatMap(linesOfRow)];
}

function linesOfRow(row: Row, index: number): InlineLine[] {
  const { kind } = row;
  const isLeft = row.moved?.end === 'from';
  const lineOf = (part: Part, number: number): InlineLine => ({
    at: { row: index, part: number },
    kind,
    isLeft,
    pieces: part.pieces,
  });
  if (isLeft) return [{ at: { row: index, part: 0 }, kind, isLeft, pieces: [] }];
  const texts = FIGURE_FIELDS.map((name): InlineLine => {
    const pieces = row.figure?.texts[name] ?? [];
    const isUnchanged = kind === 'changed' && !hasChange(pieces);
    return { at: { row: index, figure: name }, kind: isUnchanged ? 'same' : kind, isLeft, pieces };
  });
  const lineAt = (at: InlineLine['at'], pieces: Piece[]): InlineLine => ({
    at,
    kind: kind === 'changed' && !hasChange(pieces) ? 'same' : kind,
    isLeft,
    pieces,
  });
  const cells = (row.table?.rows ?? []).map((line, number) =>
    lineAt(
      { row: index, table: number },
      line.cells.flatMap((pieces, column) => (column > 0 ? [BETWEEN, ...pieces] : pieces)),
    ),
  );
  const tables = row.table ? [lineAt({ row: index, table: 'caption' }, row.table.caption), ...cells] : [];
  const { embed } = row;
  const embeds = embed
    ? (['url', 'caption'] as const).map((name) => lineAt({ row: index, embed: name }, embed[name]))
    : [];
  return [...row.parts.map(lineOf), ...[...texts, ...tables, ...embeds].filter((line) => line.pieces.length > 0)];
}
