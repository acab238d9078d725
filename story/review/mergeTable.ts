import { plainTexts, withTexts } from '../content.ts';
import type { Table } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { pick } from './same.ts';

/**
 * A table that both sides changed: its caption and cells merge like fields. null where a row or column came or went on a
 * side: which cells belong together is then a guess.
 */
export function mergeTable(base: Table | undefined, ours: Table, theirs: Table, conflicts: Conflicts): Table | null {
  const isShaped = (table: Table) =>
    table.rows.length === ours.rows.length && table.rows[0]?.length === ours.rows[0]?.length;
  if (!isShaped(theirs) || (base && !isShaped(base))) return null;
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
  const { id, type, caption, rows, box } = merged;
  const header = pick(b.header, o.header, t.header);
  const headerColumn = pick(b.headerColumn, o.headerColumn, t.headerColumn);
  // In the schema's order of keys, as everything that is stored.
  return { id, type, header, ...(headerColumn && { headerColumn }), caption, rows, ...(box && { box }) };
}
