import { type Hunk, plainDiff } from '../diff.ts';
import type { Item } from './flow.ts';

/** What helps to see an edit as the person made it: places in the flows, as indexes. */
export type Hint = {
  /** What was selected before: where just that was replaced, it was replaced whole. */
  selected?: { from: number; to: number } | undefined;
  /** Where the caret is now. Of "a" become "aa" it tells which of them is new. */
  caret?: number | undefined;
};

const isWordly = (item: Item | undefined): boolean => item?.kind === 'text' && /[\p{L}\p{M}\p{N}]/u.test(item.key);

/**
 * Which items of `before` were taken out and which of `after` put in, as hunks in order. One edit is one hunk; many at once
 * (all replaced) are found word by word. `isOwn`: what its author may still change without a trace.
 */
export function align(
  before: readonly Item[],
  after: readonly Item[],
  hint: Hint,
  isOwn: (item: Item) => boolean,
): Hunk[] {
  const { selected } = hint;
  if (selected && selected.to > selected.from) {
    const behind = before.length - selected.to;
    const end = after.length - behind;
    const fits =
      end >= selected.from &&
      sameKeys(before, 0, after, 0, selected.from) &&
      sameKeys(before, selected.to, after, end, behind);
    const hunk = { bs: selected.from, be: selected.to, ss: selected.from, se: end };
    const isSame = hunk.be === hunk.se && sameKeys(before, hunk.bs, after, hunk.ss, hunk.be - hunk.bs);
    if (fits && !isSame && sharedIn(before, after, hunk).length === 0) return [hunk];
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]!.key === after[start]!.key) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end)!.key === after.at(-1 - end)!.key) end++;
  const hunk = { bs: start, be: before.length - end, ss: start, se: after.length - end };
  if (hunk.bs === hunk.be && hunk.ss === hunk.se) return [];
  if (hunk.bs === hunk.be || hunk.ss === hunk.se) return [slideTo(before, after, hunk, hint.caret)];
  return between(before, after, hunk).flatMap((part) => alignPart(before, after, part, isOwn));
}

function alignPart(
  before: readonly Item[],
  after: readonly Item[],
  hunk: Hunk,
  isOwn: (item: Item) => boolean,
): Hunk[] {
  if (hunk.bs === hunk.be || hunk.ss === hunk.se) return hunk.bs === hunk.be && hunk.ss === hunk.se ? [] : [hunk];
  if (before.slice(hunk.bs, hunk.be).every(isOwn)) return [hunk];
  return byWords(before, after, hunk);
}

/** The hunk in parts between the blocks that are in both: such a block never goes and comes at once. */
function between(before: readonly Item[], after: readonly Item[], hunk: Hunk): Hunk[] {
  const parts: Hunk[] = [];
  let { bs, ss } = hunk;
  for (const [old, now] of sharedIn(before, after, hunk)) {
    if (old < bs || now < ss) continue;
    parts.push({ bs, be: old, ss, se: now });
    [bs, ss] = [old + 1, now + 1];
  }
  return [...parts, { bs, be: hunk.be, ss, se: hunk.se }];
}

/** Where blocks stand that are in both sides of a hunk. */
function sharedIn(before: readonly Item[], after: readonly Item[], { bs, be, ss, se }: Hunk): [number, number][] {
  const places = new Map<string, number>();
  for (let at = ss; at < se; at++) if (after[at]!.kind !== 'text') places.set(after[at]!.key, at);
  if (places.size === 0) return [];
  const shared: [number, number][] = [];
  for (let at = bs; at < be; at++) {
    const now = before[at]!.kind === 'text' ? undefined : places.get(before[at]!.key);
    if (now !== undefined) shared.push([at, now]);
  }
  return shared;
}

function sameKeys(a: readonly Item[], from: number, b: readonly Item[], there: number, count: number): boolean {
  for (let at = 0; at < count; at++) if (a[from + at]!.key !== b[there + at]?.key) return false;
  return true;
}

/** Of equal letters in a row any could be the new or the lost one: the one at the caret is. */
function slideTo(before: readonly Item[], after: readonly Item[], hunk: Hunk, caret: number | undefined): Hunk {
  if (caret === undefined) return hunk;
  const isNew = hunk.bs === hunk.be;
  const [list, from, to] = isNew ? [after, hunk.ss, hunk.se] : [before, hunk.bs, hunk.be];
  const wanted = (isNew ? hunk.se : hunk.ss) - caret;
  let by = 0;
  while (by < wanted && from - by > 0 && list[from - by - 1]!.key === list[to - by - 1]!.key) by++;
  // A caret in front of where the edit can have been, or behind it, tells nothing.
  if (by !== wanted) return hunk;
  return { bs: hunk.bs - by, be: hunk.be - by, ss: hunk.ss - by, se: hunk.se - by };
}

/** Words as wholes: a mark on half a syllable is hard to read. */
function byWords(before: readonly Item[], after: readonly Item[], { bs, be, ss, se }: Hunk): Hunk[] {
  const touches = isWordly(before[bs]) || isWordly(after[ss]);
  const touchesEnd = isWordly(before[be - 1]) || isWordly(after[se - 1]);
  while (touches && bs > 0 && isWordly(before[bs - 1])) [bs, ss] = [bs - 1, ss - 1];
  while (touchesEnd && be < before.length && isWordly(before[be])) [be, se] = [be + 1, se + 1];
  const [old, fresh] = [words(before, bs, be), words(after, ss, se)];
  return plainDiff(
    old.map((word) => word.key),
    fresh.map((word) => word.key),
  ).map((hunk) => ({
    bs: old[hunk.bs]?.from ?? be,
    be: old[hunk.be]?.from ?? be,
    ss: fresh[hunk.ss]?.from ?? se,
    se: fresh[hunk.se]?.from ?? se,
  }));
}

function words(items: readonly Item[], from: number, to: number): { key: string; from: number }[] {
  const found: { key: string; from: number }[] = [];
  for (let at = from; at < to; at++) {
    const last = found.at(-1);
    if (last && at > from && isWordly(items[at]) && isWordly(items[at - 1])) last.key += items[at]!.key;
    else found.push({ key: items[at]!.key, from: at });
  }
  return found;
}
