import { diff, type Hunk, isWord } from './diff.ts';

export type Side = 'ours' | 'theirs';
/** Half-open ranges of one stretch in each list; `by`: who changed it. */
export type Region = {
  by: Side | 'both' | 'nobody';
  base: readonly [number, number];
  ours: readonly [number, number];
  theirs: readonly [number, number];
};
export type Differ = (base: readonly string[], side: readonly string[]) => Hunk[];

const isBlank = (keys: readonly string[]): boolean => keys.every((key) => key.trim() === '');

/**
 * The three-way alignment of token lists (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007), finer than
 * the usual: changes that only touch stay apart (an insertion beside a replaced word is no conflict), but two insertions at
 * one place, overlapping changes, and replaced neighbours with nothing but a space between (often the two syllables of one
 * Vietnamese word) are one region by both.
 */
export function diff3(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  differ: Differ = diff,
): Region[] {
  const hunks = { ours: differ(base, ours), theirs: differ(base, theirs) };
  const next = { ours: 0, theirs: 0 };
  const shift = { ours: 0, theirs: 0 };
  const regions: Region[] = [];
  const ranges = (from: number, to: number, before: typeof shift): Omit<Region, 'by'> => ({
    base: [from, to],
    ours: [from + before.ours, to + shift.ours],
    theirs: [from + before.theirs, to + shift.theirs],
  });
  const replacesWord = (hunk: Hunk) => base.slice(hunk.bs, hunk.be).some(isWord);
  let at = 0;
  for (;;) {
    const first = earlier(hunks.ours[next.ours], hunks.theirs[next.theirs]);
    const start = first === null ? base.length : hunks[first][next[first]]!.bs;
    if (start > at) regions.push({ by: 'nobody', ...ranges(at, start, shift) });
    if (first === null) return regions;
    const before = { ...shift };
    const by = new Set<Side>();
    const replaced = new Set<Side>();
    let end = start;
    for (let side: Side | null = first; side; ) {
      const hunk: Hunk = hunks[side][next[side]++]!;
      by.add(side);
      if (replacesWord(hunk)) replaced.add(side);
      shift[side] += hunk.se - hunk.ss - (hunk.be - hunk.bs);
      end = Math.max(end, hunk.be);
      side = earlier(hunks.ours[next.ours], hunks.theirs[next.theirs]);
      const following: Hunk | undefined = side ? hunks[side][next[side]] : undefined;
      if (!side || !following) break;
      const isNear = replaced.has(side === 'ours' ? 'theirs' : 'ours') && replacesWord(following);
      // What stands at the end of a conflict may be its other half, from a merge before.
      const isTail = by.size === 2 && following.be === end;
      if (!isTail && !overlaps(start, end, following) && !(isNear && isBlank(base.slice(end, following.bs)))) break;
    }
    regions.push({ by: by.size === 2 ? 'both' : first, ...ranges(start, end, before) });
    at = end;
  }
}

/** Whose hunk comes next: by its place, insertions first, ours first. */
function earlier(ours: Hunk | undefined, theirs: Hunk | undefined): Side | null {
  if (!ours || !theirs) return ours ? 'ours' : theirs ? 'theirs' : null;
  if (ours.bs !== theirs.bs) return ours.bs < theirs.bs ? 'ours' : 'theirs';
  return theirs.be === theirs.bs && ours.be > ours.bs ? 'theirs' : 'ours';
}

const overlaps = (start: number, end: number, hunk: Hunk): boolean =>
  hunk.bs < end || (start === end && hunk.bs === start && hunk.be === start);
