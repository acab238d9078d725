import { plainTexts, withTexts } from '../content.ts';
import type { Table } from '../model.ts';
import { alignTables } from './compare/solid.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { pick } from './same.ts';

/**
 * A table that both sides changed. Of one shape, its caption and cells merge like fields. Where one side put rows or columns
 * in, moved or took them out and the other wrote in cells, these go to the same cells, as long as it is certain which these
 * are. null: it is not.
 */
export function mergeTable(base: Table | undefined, ours: Table, theirs: Table, conflicts: Conflicts): Table | null {
  if (isShaped(ours, theirs) && (!base || isShaped(ours, base))) return mergeTexts(base, ours, theirs, conflicts);
  if (!base || isShaped(ours, base) === isShaped(theirs, base)) return null;
  const isOursShaped = isShaped(theirs, base);
  const [shaped, written] = isOursShaped ? [ours, theirs] : [theirs, ours];
  // The base as it would be with the new shape alone, and what was written, in that shape, too.
  const ground = { ...base, rows: shaped.rows };
  const moved = carried(base.rows, shaped.rows, written.rows);
  if (!moved) return null;
  const there = { ...written, rows: moved };
  return isOursShaped ? mergeTexts(ground, ours, there, conflicts) : mergeTexts(ground, there, theirs, conflicts);
}

const isShaped = (a: Table, b: Table): boolean =>
  a.rows.length === b.rows.length && a.rows[0]?.length === b.rows[0]?.length;

/** The rows of the new shape with what was written in cells of the old one; null where one of these cannot be found again. */
function carried(base: Table['rows'], shaped: Table['rows'], written: Table['rows']): Table['rows'] | null {
  const { rows, columns } = alignTables(base, shaped);
  const rowOf = new Map(rows.map(({ before, after }) => [before, after]));
  const columnOf = new Map(columns.map(({ before, after }) => [before, after]));
  const times = (row: readonly string[]) => base.filter((one) => one.join('\u0000') === row.join('\u0000')).length;
  const result = shaped.map((row) => [...row]);
  for (const [r, row] of base.entries())
    for (const [c, text] of row.entries()) {
      const now = written[r]?.[c] ?? '';
      if (now === text) continue;
      const [toRow, toColumn] = [rowOf.get(r), columnOf.get(c)];
      if (typeof toRow !== 'number' || typeof toColumn !== 'number') return null;
      if (shaped[toRow]?.[toColumn] === now) continue; // received before
      // The row must be the same one: untouched by the other side, and the only one of its kind.
      const isSame = row.every((one, at) => {
        const place = columnOf.get(at);
        return typeof place !== 'number' || shaped[toRow]?.[place] === one;
      });
      if (!isSame || times(row) > 1) return null;
      (result[toRow] as string[])[toColumn] = now;
    }
  return result;
}

/** Tables of one shape. */
function mergeTexts(base: Table | undefined, ours: Table, theirs: Table, conflicts: Conflicts): Table {
  const textsOf = (table: Table | undefined) =>
    new Map((table ? plainTexts(table) : []).map(({ place, text }) => [JSON.stringify(place), text]));
  const [before, there] = [textsOf(base), textsOf(theirs)];
  const merged = withTexts(ours, (text, place) => {
    const key = JSON.stringify(place);
    const field = mergeField(before.get(key) ?? '', text, there.get(key) ?? '');
    if (field.theirs !== null) conflicts.add({ block: ours.id, ...place }, field.text, field.theirs);
    return field.text;
  });
  const flags = [base ?? ours, ours, theirs].map(({ header, headerColumn = false }) => ({ header, headerColumn }));
  const [b, o, t] = flags as [(typeof flags)[0], (typeof flags)[0], (typeof flags)[0]];
  const { headerColumn: _, ...rest } = merged;
  const headerColumn = pick(b.headerColumn, o.headerColumn, t.headerColumn);
  return { ...rest, header: pick(b.header, o.header, t.header), ...(headerColumn && { headerColumn }) };
}
