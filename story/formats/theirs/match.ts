import { idOf } from '../page/embed.ts';
import { likeness } from '../page/likeness.ts';
import { lettersOf } from '../page/rendered.ts';
import { alignedPairs } from '../wordpress/align.ts';
import type { Piece } from './pieces.ts';

const textOf = (piece: Piece): string => {
  switch (piece.kind) {
    case 'figure':
      return `${piece.alt} ${piece.caption.text}`;
    case 'table':
      return piece.rows.flat().join(' ');
    case 'embed':
      return idOf(piece.url);
    case 'line':
      return '';
    default:
      return piece.text;
  }
};
const keyOf = (piece: Piece): string => `${piece.kind} ${lettersOf(textOf(piece))}`;

/** A changed text is still the same one while it has this much in common; of a photo's texts less is enough. */
const ALIKE = 0.4;
const ALIKE_PHOTO = 0.25;
/** Letters of a text that is told again by them wherever it went. */
const LONG = 12;

/**
 * Which piece of theirs is which of ours, by their places: first those with the same letters, in order; between two such, the
 * most alike of a kind; and then what was moved. Each at most once.
 */
export function matchPieces(ours: readonly Piece[], theirs: readonly Piece[]): Map<number, number> {
  const [keys, theirKeys] = [ours.map(keyOf), theirs.map(keyOf)];
  const found = new Map<number, number>();
  const known = new Set<number>();
  const pair = (mine: number, there: number): void => {
    found.set(there, mine);
    known.add(mine);
  };
  let [from, fromThere] = [0, 0];
  const gaps: [mine: number[], there: number[]][] = [];
  for (const [to, there] of [...alignedPairs(keys, theirKeys), [ours.length, theirs.length] as const]) {
    gaps.push([range(from, to), range(fromThere, there)]);
    if (to < ours.length) pair(to, there);
    [from, fromThere] = [to + 1, there + 1];
  }
  // What was moved is known by all its letters, before anything that is only alike.
  theirs.forEach((_, there) => {
    if (found.has(there) || lettersOf(textOf(theirs[there]!)).length < LONG) return;
    const mine = keys.findIndex((key, at) => !known.has(at) && key === theirKeys[there]);
    if (mine >= 0) pair(mine, there);
  });
  for (const [mine, there] of gaps) pairAlike(mine, there);
  return found;

  function pairAlike(mine: readonly number[], there: readonly number[]): void {
    const pairs = mine.flatMap((at) =>
      there
        .filter((other) => ours[at]!.kind === theirs[other]!.kind)
        .map((other) => ({ at, other, share: likeness(textOf(ours[at]!), textOf(theirs[other]!)) })),
    );
    const least = (at: number): number => (ours[at]!.kind === 'figure' ? ALIKE_PHOTO : ALIKE);
    for (const { at, other, share } of pairs.sort((a, b) => b.share - a.share || a.at - b.at))
      if (share >= least(at) && !known.has(at) && !found.has(other)) pair(at, other);
    // A photo, a table or a gallery's caption that is alone between two others: it is that one, whatever became of its words.
    for (const kind of ['figure', 'table', 'gallery'] as const) {
      const [left, right] = [
        mine.filter((at) => ours[at]!.kind === kind && !known.has(at)),
        there.filter((at) => theirs[at]!.kind === kind && !found.has(at)),
      ];
      if (left.length === 1 && right.length === 1) pair(left[0]!, right[0]!);
    }
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
