import { FIELD_NAMES, type FieldName } from '../../model.ts';
import { segments } from '../../text/segments.ts';
import { type Effort, isWord } from '../diff.ts';
import { itemsOf } from './items.ts';
import { matchBodies } from './match.ts';
import type { Comparable, Comparison, Counts, FieldComparison, Piece, Row } from './model.ts';
import { comparePlain, hasChange } from './pieces.ts';
import { rowsOf } from './rows.ts';
import { textsOfTable } from './solid.ts';

/**
 * Two versions of a story compared, word by word (a Vietnamese syllable is a word), as plain data to be shown side by side
 * or inline. Texts are compared and given in NFC. Threads, status and approval are not compared; of the text of an open
 * conflict both sides count. Never fails. `effort` counts the work.
 */
export function compareStories(before: Comparable, after: Comparable, effort: Effort = { comparisons: 0 }): Comparison {
  const fields = FIELD_NAMES.map((name) => compareField(name, before.fields[name], after.fields[name], effort));
  const [from, to] = [itemsOf(before.body), itemsOf(after.body)];
  const rows = rowsOf(from, to, matchBodies(from, to, effort), effort);
  const isSame = rows.every((row) => row.kind === 'same') && !fields.some((field) => field.isChanged);
  return { isSame, fields, rows, counts: countsOf(fields, rows) };
}

function compareField(name: FieldName, before: string, after: string, effort: Effort): FieldComparison {
  const pieces = comparePlain(before, after, effort);
  return { name, isChanged: hasChange(pieces), pieces };
}

function countsOf(fields: readonly FieldComparison[], allRows: readonly Row[]): Counts {
  const rows = allRows.filter((row) => row.moved?.end !== 'from');
  const texts = [
    ...fields.map((field) => field.pieces),
    ...rows.flatMap((row) => row.parts.map((part) => part.pieces)),
    ...rows.flatMap((row) => Object.values(row.figure?.texts ?? {})),
    ...rows.flatMap((row) => (row.table ? textsOfTable(row.table) : row.embed ? [row.embed.caption] : [])),
  ];
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const isKept = (row: Row) => row.kind !== 'added' && row.kind !== 'removed';
  const isOther = (row: Row) => row.isChanged || row.isRetyped || row.kind === 'split' || row.kind === 'joined';
  return {
    wordsAdded: countWords(texts, 'added'),
    wordsRemoved: countWords(texts, 'removed'),
    fieldsChanged: fields.filter((field) => field.isChanged).length,
    blocksAdded: count((row) => row.kind === 'added'),
    blocksRemoved: count((row) => row.kind === 'removed'),
    blocksChanged: count((row) => isKept(row) && isOther(row)),
    blocksMoved: count((row) => row.kind === 'moved'),
  };
}

const countWords = (texts: readonly (readonly Piece[])[], kind: 'added' | 'removed'): number =>
  texts
    .flat()
    .filter((piece) => piece.kind === kind)
    .reduce((sum, piece) => sum + segments(piece.text).filter(isWord).length, 0);
