import { isTextBlock, plainText } from '../../model.ts';
import type { Effort, Hunk } from '../diff.ts';
import type { Group } from './groups.ts';
import { type Item, likenessOf } from './items.ts';
import type { ComparedBlock, Part } from './model.ts';
import { piecesBetween, wholePieces } from './pieces.ts';

const runsOf = (block: ComparedBlock) => (isTextBlock(block) ? block.runs : []);

/** A block that stands on one side only. */
export const lonePart = (kind: 'added' | 'removed', { block }: Item): Part => ({
  before: kind === 'removed' ? block : null,
  after: kind === 'added' ? block : null,
  pieces: wholePieces(kind, runsOf(block)),
});

/** A group's text, cut where its blocks begin. */
export function partsOf({ before, after }: Group, effort: Effort): Part[] {
  if (before.length === 1 && after.length === 1) return [onePart(before[0]!, after[0]!, effort)];
  const { hunks } = likenessOf(before, after, effort);
  const tokens = (items: readonly Item[]) => items.flatMap((item) => item.tokens());
  const isSplit = after.length > 1;
  const cuts = cutHunks(hunks, isSplit ? after : before, isSplit);
  const [from, to] = [tokens(before), tokens(after)];
  return cuts.map(({ b, a, hunks }, index) => ({
    before: isSplit ? (index === 0 ? before[0]!.block : null) : before[index]!.block,
    after: isSplit ? after[index]!.block : index === 0 ? after[0]!.block : null,
    pieces: piecesBetween(from.slice(...b), to.slice(...a), hunks),
  }));
}

function onePart(before: Item, after: Item, effort: Effort): Part {
  const ends = { before: before.block, after: after.block };
  const [from, to] = [runsOf(before.block), runsOf(after.block)];
  if (plainText(from) === plainText(to) && JSON.stringify(from) === JSON.stringify(to))
    return { ...ends, pieces: wholePieces('same', to) };
  const hunks = before.text === after.text ? [] : likenessOf([before], [after], effort).hunks;
  return { ...ends, pieces: piecesBetween(before.tokens(), after.tokens(), hunks) };
}

type Range = [start: number, end: number];
type Cut = { b: Range; a: Range; hunks: Hunk[] };

/**
 * Cuts two token lists, of which one is `many` blocks, where these end. A hunk over such a border is cut there, too: what
 * the one block has in it stays with the part it began in.
 */
function cutHunks(hunks: readonly Hunk[], many: readonly Item[], isSplit: boolean): Cut[] {
  const [start, end, oneStart, oneEnd] = isSplit
    ? (['ss', 'se', 'bs', 'be'] as const)
    : (['bs', 'be', 'ss', 'se'] as const);
  const left = hunks.map((hunk) => ({ ...hunk }));
  let [from, oneFrom, shift] = [0, 0, 0];
  return many.map((item) => {
    const to = from + item.keys().length;
    const own: Hunk[] = [];
    for (let hunk = left[0]; hunk && (hunk[start] < to || hunk[end] <= to); hunk = left[0]) {
      left.shift();
      own.push({ ...hunk, [end]: Math.min(hunk[end], to) });
      shift = hunk[oneEnd] - Math.min(hunk[end], to);
      if (hunk[end] > to) left.unshift({ ...hunk, [start]: to, [oneStart]: hunk[oneEnd] });
    }
    const [manyRange, oneRange]: [Range, Range] = [
      [from, to],
      [oneFrom, to + shift],
    ];
    const [b, a] = isSplit ? [oneRange, manyRange] : [manyRange, oneRange];
    [from, oneFrom] = [to, to + shift];
    return {
      b,
      a,
      hunks: own.map(({ bs, be, ss, se }) => ({ bs: bs - b[0], be: be - b[0], ss: ss - a[0], se: se - a[0] })),
    };
  });
}
