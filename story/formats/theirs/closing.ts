import { publishedPart } from '../../canonical.ts';
import { isTextBlock, plainText, type Story } from '../../model.ts';
import { htmlEscape } from '../escape.ts';
import { renderedPieces } from './own.ts';
import type { Piece } from './pieces.ts';

/** Their pieces without the closing mark that was set behind our text at the publication: it is a field's, not the text's. */
export function withoutMark(pieces: readonly Piece[], base: Story): Piece[] {
  const mark = base.fields.closingMark.trim();
  const bare = renderedPieces({ ...base, fields: { ...base.fields, closingMark: '' } });
  const closed = renderedPieces(base);
  const place = closed.findIndex((piece, at) => JSON.stringify(piece) !== JSON.stringify(bare[at]));
  const sent = closed[place];
  if (mark === '' || sent?.kind !== 'text') return [...pieces];
  const same = pieces.findLastIndex((piece) => piece.kind === 'text' && piece.markup === sent.markup);
  if (same >= 0) return pieces.toSpliced(same, 1, ...(closed.length > bare.length ? [] : bare.slice(place, place + 1)));
  const at = pieces.findLastIndex((piece) => piece.kind === 'text' && piece.text.trimEnd().endsWith(mark));
  const last = pieces[at];
  if (last?.kind !== 'text') return [...pieces];
  // "./." takes up the full stop that is there.
  const end = publishedPart(base).body.findLast(
    (block) => isTextBlock(block) && !block.box && block.type !== 'pullquote',
  );
  const isStopped = end && isTextBlock(end) && plainText(end.runs).trimEnd().endsWith('.');
  const stop = mark.startsWith('.') && isStopped ? '.' : '';
  const before = (text: string, sign: string): string =>
    `${text.slice(0, text.lastIndexOf(sign)).replace(/\u00a0$/, '')}${stop}`;
  const sign = htmlEscape.text(mark);
  const tail = last.markup.slice(last.markup.lastIndexOf(sign) + sign.length);
  return pieces.with(at, { ...last, text: before(last.text, mark), markup: before(last.markup, sign) + tail });
}
