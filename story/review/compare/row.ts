import { FIGURE_FIELDS, type FigureField } from '../../model.ts';
import type { Effort } from '../diff.ts';
import type { Group } from './groups.ts';
import type { Item } from './items.ts';
import type { ComparedBlock, FigureComparison, Piece, Row, RowKind } from './model.ts';
import { lonePart, partsOf } from './parts.ts';
import { comparePlain, hasChange } from './pieces.ts';

type FigureBlock = Extract<ComparedBlock, { type: 'figure' }>;

/** The row of a block that stands on one side only. */
export function loneRow(kind: 'added' | 'removed', item: Item): Row {
  const row: Row = { kind, isChanged: true, isRetyped: false, parts: [lonePart(kind, item)] };
  if (item.block.type !== 'figure') return row;
  return { ...row, figure: kind === 'added' ? compareFigures(null, item.block) : compareFigures(item.block, null) };
}

/** The row of blocks that belong together and stand in place. */
export function groupRow(group: Group, effort: Effort): Row {
  const parts = partsOf(group, effort);
  const [before, after] = [group.before[0]!.block, group.after[0]!.block];
  const figure =
    before.type === 'figure' && after.type === 'figure' ? compareFigures(before, after, effort) : undefined;
  const isRetyped = group.before.some((a) => group.after.some((b) => kindOf(a.block) !== kindOf(b.block)));
  const isChanged =
    parts.some((part) => hasChange(part.pieces)) ||
    (figure !== undefined && (figure.isPhotoChanged || Object.values(figure.texts).some(hasChange)));
  const kind: RowKind =
    group.after.length > 1
      ? 'split'
      : group.before.length > 1
        ? 'joined'
        : isRetyped
          ? 'retyped'
          : isChanged
            ? 'changed'
            : 'same';
  return { kind, isChanged, isRetyped, parts, ...(figure && { figure }) };
}

/** One of the two rows of a move; the row and the places it names are filled in when all rows stand. */
export function movedRow(row: Row, end: 'from' | 'to'): Row {
  const other = end === 'from' ? 'after' : 'before';
  const moved = { end, row: -1, from: -1, to: -1 };
  return { ...row, kind: 'moved', parts: row.parts.map((part) => ({ ...part, [other]: null })), moved };
}

/** What a block is, besides its words. */
function kindOf(block: ComparedBlock): string {
  if (block.type === 'heading') return `heading ${block.level}`;
  return block.type === 'listItem' ? `${block.list} ${block.indent}` : block.type;
}

function compareFigures(before: FigureBlock | null, after: FigureBlock | null, effort?: Effort): FigureComparison {
  const texts = {} as Record<FigureField, Piece[]>;
  for (const name of FIGURE_FIELDS) texts[name] = comparePlain(before?.[name] ?? '', after?.[name] ?? '', effort);
  return { isPhotoChanged: before?.photo !== after?.photo, texts };
}
