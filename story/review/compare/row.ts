import { FIGURE_FIELDS, type FigureField } from '../../model.ts';
import type { Effort } from '../diff.ts';
import { same } from '../same.ts';
import type { Group } from './groups.ts';
import type { Item } from './items.ts';
import type { ComparedBlock, FigureComparison, Piece, Row, RowKind } from './model.ts';
import { lonePart, partsOf } from './parts.ts';
import { comparePlain, hasChange } from './pieces.ts';
import { compareEmbeds, compareTables, textsOfTable } from './solid.ts';

type FigureBlock = Extract<ComparedBlock, { type: 'figure' }>;

/** The row of a block that stands on one side only. */
export function loneRow(kind: 'added' | 'removed', item: Item): Row {
  const row: Row = { kind, isChanged: true, isRetyped: false, parts: [lonePart(kind, item)] };
  const [before, after] = kind === 'added' ? [null, item.block] : [item.block, null];
  return { ...row, ...compareSolids(before, after) };
}

/** The row of blocks that belong together and stand in place. */
export function groupRow(group: Group, effort: Effort): Row {
  const parts = partsOf(group, effort);
  const [before, after] = [group.before[0]!.block, group.after[0]!.block];
  const solids = compareSolids(before, after, effort);
  const isRetyped = group.before.some((a) => group.after.some((b) => kindOf(a.block) !== kindOf(b.block)));
  const isChanged = parts.some((part) => hasChange(part.pieces)) || isSolidChanged(solids);
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
  return { kind, isChanged, isRetyped, parts, ...solids };
}

/** One of the two rows of a move; the row and the places it names are filled in when all rows stand. */
export function movedRow(row: Row, end: 'from' | 'to'): Row {
  const other = end === 'from' ? 'after' : 'before';
  const moved = { end, row: -1, from: -1, to: -1 };
  return { ...row, kind: 'moved', parts: row.parts.map((part) => ({ ...part, [other]: null })), moved };
}

/** What a block is and stands in, besides its words. */
export function kindOf(block: ComparedBlock): string {
  const place = `${block.box ? 'box ' : ''}${block.type === 'figure' && block.gallery ? `gallery ${block.columns ?? ''} ` : ''}`;
  if (block.type === 'heading') return `${place}heading ${block.level}`;
  return place + (block.type === 'listItem' ? `${block.list} ${block.indent}` : block.type);
}

type Solids = Pick<Row, 'figure' | 'table' | 'embed'>;

/** How two blocks that are no text differ; null stands for none. */
function compareSolids(before: ComparedBlock | null, after: ComparedBlock | null, effort?: Effort): Solids {
  const is = <T extends ComparedBlock['type']>(type: T, block: ComparedBlock | null) =>
    block === null || block.type === type;
  const of = <T extends ComparedBlock['type']>(block: ComparedBlock | null) =>
    block as Extract<ComparedBlock, { type: T }> | null;
  if (is('figure', before) && is('figure', after))
    return { figure: compareFigures(of<'figure'>(before), of<'figure'>(after), effort) };
  if (is('table', before) && is('table', after))
    return { table: compareTables(of<'table'>(before), of<'table'>(after), effort) };
  if (is('embed', before) && is('embed', after))
    return { embed: compareEmbeds(of<'embed'>(before), of<'embed'>(after), effort) };
  return {};
}

function isSolidChanged({ figure, table, embed }: Solids): boolean {
  if (figure) return figure.isPhotoChanged || figure.isRecipeChanged || Object.values(figure.texts).some(hasChange);
  if (embed) return hasChange([...embed.url, ...embed.caption]);
  if (!table) return false;
  const isShaped = [...table.columns, ...table.rows.map((row) => row.kind)].every((kind) => kind === 'same');
  return !isShaped || table.isHeaderChanged || textsOfTable(table).some(hasChange);
}

function compareFigures(before: FigureBlock | null, after: FigureBlock | null, effort?: Effort): FigureComparison {
  const texts = {} as Record<FigureField, Piece[]>;
  for (const name of FIGURE_FIELDS) texts[name] = comparePlain(before?.[name] ?? '', after?.[name] ?? '', effort);
  const isRecipeChanged = before !== null && after !== null && !same(before.recipe, after.recipe);
  return { isPhotoChanged: before?.photo !== after?.photo, isRecipeChanged, texts };
}
