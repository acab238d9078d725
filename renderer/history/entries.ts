import type { FieldName } from '../../story/model.ts';
import type { Comparison, FieldComparison, Row } from '../../story/review/compare/model.ts';

/** One line of a comparison: a field, or a row of blocks. */
export type Entry = { key: string; isChanged: boolean } & (
  | { kind: 'field'; field: FieldComparison }
  | { kind: 'row'; row: Row; index: number }
);

/** How a row differs, in one word; its text is under `history.kind`. */
export type Sign =
  | 'same'
  | 'changed'
  | 'retyped'
  | 'split'
  | 'joined'
  | 'movedFrom'
  | 'movedTo'
  | 'added'
  | 'removed'
  | 'copied';

/** Everything that is to be shown of a comparison: fields that hold something, and all rows, from top to bottom. */
export function entriesOf({ fields, rows }: Comparison): Entry[] {
  const filled = fields.filter((field) => field.pieces.length > 0);
  return [
    ...filled.map((field): Entry => ({ kind: 'field', key: field.name, isChanged: field.isChanged, field })),
    ...rows.map((row, index): Entry => ({ kind: 'row', key: `${index}`, isChanged: row.kind !== 'same', row, index })),
  ];
}

export function signOf(entry: Entry): Sign {
  if (entry.kind === 'field') return entry.isChanged ? 'changed' : 'same';
  const { kind, moved, copyOf } = entry.row;
  if (kind === 'moved') return moved?.end === 'from' ? 'movedFrom' : 'movedTo';
  return kind === 'added' && copyOf !== undefined ? 'copied' : kind;
}

/** What can be taken back from the version before: a field, or blocks, and the blocks of now that they take the place of. */
export type Taken = { field: FieldName } | { blocks: string[]; instead: string[] };

/** null: there is nothing of the version before here, or it stands there word for word. */
export function takenOf(entry: Entry, rows: readonly Row[]): Taken | null {
  if (entry.kind === 'field') return entry.isChanged ? { field: entry.field.name } : null;
  const { row } = entry;
  const isOther = row.isChanged || row.isRetyped || row.kind === 'split' || row.kind === 'joined';
  const blocks = row.parts.flatMap((part) => part.before?.id ?? []);
  if (!isOther || blocks.length === 0) return null;
  const after = row.moved ? (rows[row.moved.row]?.parts ?? []) : row.parts;
  return { blocks, instead: after.flatMap((part) => part.after?.id ?? []) };
}
