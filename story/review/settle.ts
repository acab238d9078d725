import { diff } from './diff.ts';
import { isSeam, keysOf, mergeToken, type Token, textOf, withoutBlocks } from './tokens.ts';

/** What stands where both sides changed the same words. */
export type OnConflict = (ours: readonly Token[], theirs: readonly Token[]) => Token[];
type Tokens = readonly Token[];

/** A stretch that both sides changed: what is no conflict after all is settled here. */
export function settle(
  base: Tokens,
  ours: Tokens,
  theirs: Tokens,
  onConflict: OnConflict,
  decided?: ReadonlySet<string>,
): Tokens {
  const [b, o, t] = [withoutBlocks(base), withoutBlocks(ours), withoutBlocks(theirs)];
  if (sameKeys(o, t)) return mergeEach(base, ours, t, decided);
  if (sameKeys(o, b)) return withBordersOf(ours, base, theirs);
  if (sameKeys(t, b)) return withBordersOf(theirs, base, ours);
  const left = bothDeletions(base, ours, theirs);
  if (left) return left;
  if (SIDES.some((side) => sameKeys(chosen(o, side), t))) return ours;
  if (SIDES.some((side) => sameKeys(chosen(t, side), o))) return theirs;
  if (contains(o, t)) return ours;
  if (contains(t, o)) return theirs;
  return aroundConflict(base, ours, theirs, onConflict, decided);
}

/** The common beginning and end once, between them the conflict. */
function aroundConflict(
  base: Tokens,
  ours: Tokens,
  theirs: Tokens,
  onConflict: OnConflict,
  decided?: ReadonlySet<string>,
): Tokens {
  const shorter = Math.min(ours.length, theirs.length);
  let start = 0;
  while (start < shorter && ours[start]!.key === theirs[start]!.key) start++;
  let end = 0;
  while (end < shorter - start && ours.at(-1 - end)!.key === theirs.at(-1 - end)!.key) end++;
  const [o, t] = [ours.slice(start, ours.length - end), theirs.slice(start, theirs.length - end)];
  const oneWentOn = !hasText(base) && (!hasText(o) || !hasText(t));
  const common = (token: Token, index: number, from: Tokens) => mergeToken(null, token, from[index]!, decided);
  return [
    ...ours.slice(0, start).map((token, index) => common(token, index, theirs)),
    ...(oneWentOn ? [...o, ...t] : onConflict(o, hasText(o) ? withoutOld(t, base) : t)),
    ...ours.slice(ours.length - end).map((token, index) => common(token, index, theirs.slice(theirs.length - end))),
  ];
}

const isBlock = (token: Token): boolean => token.block !== undefined;
const isIn = (list: Tokens, token: Token): boolean => list.some((item) => item.key === token.key);
const hasText = (tokens: Tokens): boolean => textOf(tokens).trim() !== '';
const sameKeys = (a: Tokens, b: Tokens): boolean =>
  a.length === b.length && a.every((token, index) => token.key === b[index]!.key);

/** Whether one side did the other's change, and added something at an end of it: no conflict, as it is none beside it. */
export function contains(tokens: Tokens, change: Tokens): boolean {
  const isText = (token: Token) => token.key.trim() !== '';
  const part = change.slice(change.findIndex(isText), change.findLastIndex(isText) + 1);
  const isAt = (from: number) => part.every((token, index) => token.key === tokens[from + index]?.key);
  return part.length > 0 && tokens.some((_, from) => isAt(from));
}

/** Without the borders of the base: a border that both sides kept is never inside a stretch, so the other side took it out. */
const withoutOld = (tokens: Tokens, base: Tokens): Token[] => {
  const old = new Set(base.filter(isBlock).map((token) => token.key));
  return tokens.filter((token) => !old.has(token.key));
};

/** The same change on both sides counts once, in ours' blocks. */
function mergeEach(base: Tokens, ours: Tokens, theirText: Tokens, decided?: ReadonlySet<string>): Tokens {
  let index = 0;
  return withoutOld(ours, base).map((token) =>
    isBlock(token) ? token : mergeToken(null, token, theirText[index++]!, decided),
  );
}

/** `other`, with the splits and joins of a side that changed nothing else here. */
function withBordersOf(side: Tokens, base: Tokens, other: Tokens): Tokens {
  // An empty block that one side took out and the other wrote in stays.
  const kept = hasText(side) ? withoutOld(other, base) : other;
  const added = side.filter((token) => isBlock(token) && !isIn(base, token));
  const isFront = (token: Token) => !hasText(side.slice(0, side.indexOf(token)));
  return [...added.filter(isFront), ...kept, ...added.filter((token) => !isFront(token))];
}

/** Where both sides did nothing but delete: what neither deleted. Null where a side did more. */
function bothDeletions(base: Tokens, ours: Tokens, theirs: Tokens): Tokens | null {
  const [b, o, t] = [withoutBlocks(base), withoutBlocks(ours), withoutBlocks(theirs)];
  const [ourHunks, theirHunks] = [diff(keysOf(b), keysOf(o)), diff(keysOf(b), keysOf(t))];
  if ([...ourHunks, ...theirHunks].some((hunk) => hunk.se > hunk.ss)) return null;
  const deleted = (hunks: typeof ourHunks) =>
    new Set(hunks.flatMap(({ bs, be }) => Array.from({ length: be - bs }, (_, i) => bs + i)));
  const [byUs, byThem] = [deleted(ourHunks), deleted(theirHunks)];
  const keptByUs = b.map((_, index) => index).filter((index) => !byUs.has(index));
  let next = 0;
  return withoutOld(ours, base).filter((token) => isBlock(token) || !byThem.has(keptByUs[next++]!));
}

const SIDES = ['ours', 'theirs'] as const;
/** What a conflict in the text leaves when one side is chosen: so a version that was merged before is known again. */
const chosen = (tokens: Tokens, side: 'ours' | 'theirs'): Token[] =>
  tokens.filter((token) => !isSeam(token) && token.runs.every((run) => run.side === undefined || run.side === side));
