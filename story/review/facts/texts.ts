import { type Anchor, FIGURE_FIELDS, type FieldName } from '../../model.ts';
import type { Comparison, Part, Piece, Row } from '../compare/model.ts';
import { hasChange } from '../compare/pieces.ts';

/** A text of a story that changed, and its place in the later version (where it stood, if it is gone; null: the body). */
export type ChangedText = { pieces: readonly Piece[]; anchor: Anchor | null };

/** Fields whose words readers take for facts, or that facts come from. */
export const FACT_FIELDS: ReadonlySet<FieldName> = new Set([
  ...(['kicker', 'headline', 'standfirst', 'correction', 'place', 'date', 'byline', 'sources'] as const),
  ...(['headlineWeb', 'headlineShort', 'headlineSeo', 'headlineSocial'] as const),
]);

/** The texts that changed, in the order of the page: fields, words of blocks, figures' texts, cells. */
export function changedTexts({ fields, rows }: Comparison): ChangedText[] {
  const ofFields = fields
    .filter(({ name }) => FACT_FIELDS.has(name))
    .map(({ name, pieces }): ChangedText => ({ pieces, anchor: { field: name } }));
  const ofRows = rows.flatMap((row, index) => (row.moved?.end === 'from' ? [] : textsOfRow(row, placeOf(rows, index))));
  return [...ofFields, ...ofRows].filter(({ pieces }) => hasChange(pieces));
}

type Place = { block: string } | null;

function textsOfRow(row: Row, place: Place): ChangedText[] {
  const isHere = row.parts.some(({ after }) => after !== null);
  const at = (more: object): Anchor | null => (place && isHere ? { ...place, ...more } : place);
  const text = ({ pieces, after }: Part): ChangedText => ({ pieces, anchor: after ? { block: after.id } : place });
  const { figure, table, embed } = row;
  return [
    ...row.parts.map(text),
    ...FIGURE_FIELDS.map((part) => ({ pieces: figure?.texts[part] ?? [], anchor: at({ part }) })),
    ...(table ? [{ pieces: table.caption, anchor: at({ part: 'caption' }) }] : []),
    ...(table?.rows ?? []).flatMap(({ cells }) => cells.map((pieces) => ({ pieces, anchor: place }))),
    ...(embed ? [{ pieces: embed.caption, anchor: at({ part: 'caption' }) }] : []),
  ];
}

/** The row's own block, else the one above it that is still there, else the next. */
function placeOf(rows: readonly Row[], index: number): Place {
  const blockOf = (row: Row): string | undefined => row.parts.find(({ after }) => after !== null)?.after?.id;
  const own = blockOf(rows[index]!);
  const before = own ?? rows.slice(0, index).map(blockOf).findLast(Boolean);
  const block = before ?? rows.slice(index).map(blockOf).find(Boolean);
  return block === undefined ? null : { block };
}
