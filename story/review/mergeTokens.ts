import { isWord } from './diff.ts';
import { type Differ, diff3, type Region } from './diff3.ts';
import { contains, type OnConflict, settle } from './settle.ts';
import { keysOf, mergeToken, type Token, textOf, textToken } from './tokens.ts';

/**
 * Three token lists merged: what one side changed is changed; where both did, `onConflict` says what stands there. Formats
 * merge token by token. Never loses a token of a side unless the other side (or that side itself) deleted it.
 */
export function mergeTokens(
  base: readonly Token[],
  ours: readonly Token[],
  theirs: readonly Token[],
  onConflict: OnConflict,
  differ?: Differ,
  decided?: ReadonlySet<string>,
): Token[] {
  const merged: Token[] = [];
  let last: Region | null = null;
  const sides = { ours, theirs };
  const regions = diff3(keysOf(base), keysOf(ours), keysOf(theirs), differ);
  for (const [index, region] of regions.entries()) {
    if (isInNeighbour(regions, index, -1, sides) || isInNeighbour(regions, index, 1, sides)) continue;
    const parts = [base.slice(...region.base), ours.slice(...region.ours), theirs.slice(...region.theirs)] as const;
    const tokens = mergeRegion(region, ...parts, onConflict, decided);
    if (tokens.length === 0) continue;
    const isSeam = last && !wereNeighbours(last, region);
    if (isSeam && isTextWord(merged.at(-1)) && isTextWord(tokens[0])) merged.push(textToken({ text: ' ' }));
    const isTwice = isSeam && isSpace(merged.at(-1)) && isSpace(tokens[0]);
    for (const token of isTwice ? tokens.slice(1) : tokens) merged.push(token);
    last = region;
  }
  return merged;
}

function mergeRegion(
  region: Region,
  base: readonly Token[],
  ours: readonly Token[],
  theirs: readonly Token[],
  onConflict: OnConflict,
  decided?: ReadonlySet<string>,
): readonly Token[] {
  switch (region.by) {
    case 'nobody':
      return base.map((token, index) => mergeToken(token, ours[index]!, theirs[index]!, decided));
    case 'ours':
      return ours;
    case 'theirs':
      return theirs;
    case 'both':
      return settle(base, ours, theirs, onConflict, decided);
  }
}

type Sides = { ours: readonly Token[]; theirs: readonly Token[] };

/** Whether what one side inserted also stands in what the other side put in place of the words beside it. */
function isInNeighbour(regions: readonly Region[], index: number, step: 1 | -1, sides: Sides): boolean {
  const region = regions[index]!;
  if (region.base[0] !== region.base[1] || (region.by !== 'ours' && region.by !== 'theirs')) return false;
  const other = region.by === 'ours' ? 'theirs' : 'ours';
  const next = regions[index + step];
  const isGap = next?.by === 'nobody' && textOf(sides.ours.slice(...next.ours)).trim() === '';
  const beside = isGap ? regions[index + 2 * step] : next;
  if (beside?.by !== other || beside.base[0] === beside.base[1]) return false;
  return contains(sides[other].slice(...beside[other]), sides[region.by].slice(...region[region.by]));
}

const isTextWord = (token: Token | undefined): boolean =>
  token !== undefined && token.block === undefined && isWord(token.key);

const isSpace = (token: Token | undefined): boolean => token?.key === ' ';

/** Whether the end of one region and the beginning of another stood side by side: else two words would grow together. */
const wereNeighbours = (left: Region, right: Region): boolean =>
  (['ours', 'theirs'] as const).some((side) => {
    const shows = (region: Region) => region.by === side || region.by === 'nobody';
    return shows(left) && shows(right) && left[side][1] === right[side][0];
  });
