import { segments } from '../../text/segments.ts';
import { isWord } from '../diff.ts';
import type { Comparison, Marks, Piece, Row } from './model.ts';
import { hasChange } from './pieces.ts';
import { type InlineLine, inlinePieces } from './views.ts';

/** How changes are put in words. Screen readers want words ("added: …"), a receipt signs. */
export type Phrases = {
  /** What a line is: "Headline", "Caption", "Paragraph, moved up". `row` is null for a field. */
  line: (line: InlineLine, row: Row | null) => string;
  added: (text: string) => string;
  removed: (text: string) => string;
  format: (text: string, was: Marks, now: Marks) => string;
};

/** The signs of GNU wdiff; what only changed its format stands between ~ ~. */
export const SIGNS: Omit<Phrases, 'line'> = {
  added: (text) => `{+${text}+}`,
  removed: (text) => `[-${text}-]`,
  format: (text) => `~${text}~`,
};

/** So many words of what stayed are read out beside a change. */
const CONTEXT = 5;

/** What differs, as plain text, a line for each changed field, block or figure text. '' where nothing does. */
export function comparisonText(comparison: Comparison, phrases: Phrases): string {
  const lines = inlinePieces(comparison).map((line) => ({
    line,
    row: 'row' in line.at ? comparison.rows[line.at.row]! : null,
  }));
  return lines
    .filter(({ line, row }) => isTold(line, row))
    .map(({ line, row }) => [phrases.line(line, row), sentence(line.pieces, phrases)].filter(Boolean).join(': '))
    .join('\n');
}

/** Of an unchanged figure text or table row nothing is told, of a figure itself only that it came, went, moved, or shows another photo. */
function isTold(line: InlineLine, row: Row | null): boolean {
  if (line.kind === 'same') return false;
  if (row?.figure && 'part' in line.at) return row.kind !== 'changed' || row.figure.isPhotoChanged;
  if (row?.table && 'part' in line.at) return row.kind !== 'changed' || row.table.isHeaderChanged;
  if (row?.embed && 'part' in line.at) return row.kind !== 'changed';
  return 'field' in line.at || 'part' in line.at || hasChange(line.pieces);
}

function sentence(pieces: readonly Piece[], phrases: Phrases): string {
  const texts = pieces.map((piece, index) => {
    if (piece.kind === 'added') return phrases.added(piece.text);
    if (piece.kind === 'removed') return phrases.removed(piece.text);
    if (piece.kind === 'format') return phrases.format(piece.text, piece.was ?? {}, piece.marks ?? {});
    return context(piece.text, index === 0 && pieces.length > 1, index === pieces.length - 1);
  });
  return texts.join('').replaceAll('\n', ' ').trim();
}

/** The words next to a change. */
function context(text: string, isFirst: boolean, isLast: boolean): string {
  const parts = segments(text);
  const words = parts.flatMap((part, index) => (isWord(part) ? [index] : []));
  if (words.length <= (isFirst || isLast ? CONTEXT : 2 * CONTEXT)) return text;
  const head = isFirst ? '' : `${parts.slice(0, words[CONTEXT - 1]! + 1).join('')} `;
  const tail = isLast ? '' : ` ${parts.slice(words.at(-CONTEXT)).join('')}`;
  return `${head}…${tail}`;
}
