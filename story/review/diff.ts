/** `base[bs, be)` became `side[ss, se)`. Between hunks both run in parallel, token by token. */
export type Hunk = { bs: number; be: number; ss: number; se: number };
/** Counts the tokens looked at, so that a test can hold the work to a bound without a clock. */
export type Effort = { comparisons: number };

/** Most edits Myers looks for in a stretch without a common unique token; beyond it the stretch counts as rewritten. */
const MOST_EDITS = 1500;

/** A syllable, word or number; the key of a block (see tokens.ts) is none. */
export const isWord = (key: string): boolean => !key.startsWith('\u0000') && /[\p{L}\p{N}]/u.test(key);

/**
 * What changed between two lists of tokens, as hunks in order. Patience diff (tokens that stand once on both sides are
 * anchors), and between the anchors Myers, "An O(ND) Difference Algorithm" (1986). Linear enough for a whole book; a
 * stretch that has next to nothing in common comes out as one hunk. Spaces or punctuation left standing between two
 * replaced words are no common ground: they join the hunk.
 */
export function diff(base: readonly string[], side: readonly string[]): Hunk[] {
  return joinOverIslands(base, slide(base, side, plainDiff(base, side)));
}

/** The same hunks, neither moved to one place nor joined. `mostEdits`: when to give a stretch up. */
export function plainDiff(
  base: readonly string[],
  side: readonly string[],
  effort: Effort = { comparisons: 0 },
  mostEdits = MOST_EDITS,
): Hunk[] {
  const match = new Int32Array(base.length).fill(-1);
  matchRange(base, side, match, { effort, mostEdits }, 0, base.length, 0, side.length);
  return hunksOf(match, side.length);
}

type Limits = { effort: Effort; mostEdits: number };

function matchRange(
  a: readonly string[],
  b: readonly string[],
  match: Int32Array,
  limits: Limits,
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
): void {
  let [a0, a1, b0, b1] = [aStart, aEnd, bStart, bEnd];
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) match[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) match[--a1] = --b1;
  limits.effort.comparisons += aEnd - aStart + bEnd - bStart;
  if (a0 === a1 || b0 === b1) return;
  const anchors = uniqueCommon(a, b, a0, a1, b0, b1);
  if (anchors.length === 0) {
    myers(a, b, match, limits, a0, a1, b0, b1);
    return;
  }
  for (const [at, bt] of [...anchors, [a1, b1] as const]) {
    matchRange(a, b, match, limits, a0, at, b0, bt);
    if (at < a1) match[at] = bt;
    [a0, b0] = [at + 1, bt + 1];
  }
}

/** Tokens that stand exactly once in each range, as many as keep one order on both sides. */
function uniqueCommon(
  a: readonly string[],
  b: readonly string[],
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): (readonly [number, number])[] {
  const inA = positions(a, a0, a1);
  const inB = positions(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [key, at] of inA) {
    const bt = inB.get(key) ?? -1;
    if (at >= 0 && bt >= 0 && isWord(key)) pairs.push([at, bt]);
  }
  return longestIncreasing(pairs);
}

/** Where each token stands; -1 where it stands more than once. In the order of first appearance. */
function positions(list: readonly string[], start: number, end: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (let i = start; i < end; i++) seen.set(list[i]!, seen.has(list[i]!) ? -1 : i);
  return seen;
}

/** Of pairs in ascending order of their first number, the most that ascend in the second, too. */
export function longestIncreasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const result: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) result.push(pairs[at]!);
  return result.reverse();
}

function myers(
  a: readonly string[],
  b: readonly string[],
  match: Int32Array,
  limits: Limits,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): void {
  const [n, m] = [a1 - a0, b1 - b0];
  const most = Math.min(n + m, limits.mostEdits);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      const start = isDown(furthest, at, k, d) ? furthest[at + 1]! : furthest[at - 1]! + 1;
      let x = start;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      limits.effort.comparisons += x - start + 1;
      furthest[at] = x;
      if (x >= n && x - k >= m) {
        walkBack(trace, match, a0, b0, n, m);
        return;
      }
    }
  }
}

const isDown = (furthest: Int32Array, at: number, k: number, d: number): boolean =>
  k === -d || (k !== d && furthest[at - 1]! < furthest[at + 1]!);

function walkBack(trace: readonly Int32Array[], match: Int32Array, a0: number, b0: number, n: number, m: number): void {
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0 && (x > 0 || y > 0); d--) {
    const furthest = trace[d]!;
    const k = x - y;
    const at = d + 1 + k;
    const down = isDown(furthest, at, k, d);
    const startX = d === 0 ? 0 : down ? furthest[at + 1]! : furthest[at - 1]!;
    const startY = d === 0 ? 0 : startX - (down ? k + 1 : k - 1);
    const [runX, runY] = d === 0 ? [0, 0] : down ? [startX, startY + 1] : [startX + 1, startY];
    while (x > runX && y > runY) match[a0 + --x] = b0 + --y;
    [x, y] = [startX, startY];
  }
}

function hunksOf(match: Int32Array, sideLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [bs, ss] = [0, 0];
  for (let i = 0; i <= match.length; i++) {
    const at = i < match.length ? match[i]! : sideLength;
    if (at < 0) continue;
    if (i > bs || at > ss) hunks.push({ bs, be: i, ss, se: at });
    [bs, ss] = [i + 1, at + 1];
  }
  return hunks;
}

/** Of "a b" become "a x b", what came in is "x " as well as " x": always the last, so that two sides agree on the place. */
function slide(base: readonly string[], side: readonly string[], hunks: Hunk[]): Hunk[] {
  hunks.forEach((hunk, index) => {
    const [list, start, end] = hunk.bs === hunk.be ? ([side, 'ss', 'se'] as const) : ([base, 'bs', 'be'] as const);
    if (hunk.bs !== hunk.be && hunk.ss !== hunk.se) return;
    const most = (hunks[index + 1]?.bs ?? base.length) - hunk.be;
    for (let by = 0; by < most && list[hunk[start]] === list[hunk[end]]; by++)
      for (const at of ['bs', 'be', 'ss', 'se'] as const) hunk[at]++;
  });
  return hunks;
}

function joinOverIslands(base: readonly string[], hunks: readonly Hunk[]): Hunk[] {
  const replaces = (hunk: Hunk) => hunk.se > hunk.ss && base.slice(hunk.bs, hunk.be).some(isWord);
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const isIsland = last && replaces(last) && replaces(hunk) && !base.slice(last.be, hunk.bs).some(isWord);
    if (isIsland) joined[joined.length - 1] = { bs: last.bs, be: hunk.be, ss: last.ss, se: hunk.se };
    else joined.push(hunk);
  }
  return joined;
}
