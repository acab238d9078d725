import { isWord } from './diff.ts';
import { type Differ, diff3, type Region } from './diff3.ts';
import { type OnConflict, settle } from './settle.ts';
import { keysOf, mergeToken, type Token, textToken } from './tokens.ts';

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
): Token[] {
  const merged: Token[] = [];
  let last: Region | null = null;
  for (const region of diff3(keysOf(base), keysOf(ours), keysOf(theirs), differ)) {
    const parts = [base.slice(...region.base), ours.slice(...region.ours), theirs.slice(...region.theirs)] as const;
    const tokens = mergeRegion(region, ...parts, onConflict);
    if (tokens.length === 0) continue;
    const collide = isTextWord(merged.at(-1)) && isTextWord(tokens[0]);
    if (last && collide && !wereNeighbours(last, region)) merged.push(textToken({ text: ' ' }));
    for (const token of tokens) merged.push(token);
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
): readonly Token[] {
  switch (region.by) {
    case 'nobody':
      return base.map((token, index) => mergeToken(token, ours[index]!, theirs[index]!));
    case 'ours':
      return ours;
    case 'theirs':
      return theirs;
    case 'both':
      return settle(base, ours, theirs, onConflict);
  }
}

const isTextWord = (token: Token | undefined): boolean =>
  token !== undefined && token.block === undefined && isWord(token.key);

/** Whether the end of one region and the beginning of another stood side by side: else two words would grow together. */
const wereNeighbours = (left: Region, right: Region): boolean =>
  (['ours', 'theirs'] as const).some((side) => {
    const shows = (region: Region) => region.by === side || region.by === 'nobody';
    return shows(left) && shows(right) && left[side][1] === right[side][0];
  });
