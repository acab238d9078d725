import { type Effort, type Hunk, isWord, plainDiff } from '../diff.ts';

type Keys = readonly string[];

/** A stretch with more edits than this and no word to hold on to is rewritten to a reader's eye. */
const MOST_EDITS = 500;

/**
 * What changed between two lists of tokens, for reading: not the fewest edits but the clearest. Small islands of common
 * text between two replacements join them; what came in or went out stands from border to border (sentence, clause, word).
 * The same words are marked whichever way round the two are compared.
 */
export function tidyDiff(before: Keys, after: Keys, effort?: Effort): Hunk[] {
  if (comesAfter(before, after)) return tidy(after, before, effort).map(flip);
  return tidy(before, after, effort);
}

const flip = ({ bs, be, ss, se }: Hunk): Hunk => ({ bs: ss, be: se, ss: bs, se: be });

/** A total order of lists: the longer comes after; of two equally long, the one with the greater first different item. */
export function comesAfter(a: Keys, b: Keys): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const at = a.findIndex((key, index) => key !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}

function tidy(base: Keys, side: Keys, effort?: Effort): Hunk[] {
  const hunks = plainDiff(base, side, effort, MOST_EDITS);
  return hunks.length === 0 ? hunks : joinTouching(slideToBorders(base, side, joinOverIslands(base, side, hunks)));
}

/** How many words stand before each place. */
function wordSums(keys: Keys): Int32Array {
  const sums = new Int32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) sums[i + 1] = sums[i]! + (isWord(keys[i]!) ? 1 : 0);
  return sums;
}

/** Of two changes with w common words between them, both of w² words or more, and at least one a replacement, one is made. */
function joinOverIslands(base: Keys, side: Keys, hunks: readonly Hunk[]): Hunk[] {
  if (hunks.length < 2) return [...hunks];
  const [b, s] = [wordSums(base), wordSums(side)];
  const removed = (hunk: Hunk) => b[hunk.be]! - b[hunk.bs]!;
  const added = (hunk: Hunk) => s[hunk.se]! - s[hunk.ss]!;
  const size = (hunk: Hunk) => Math.max(removed(hunk), added(hunk));
  const replaces = (hunk: Hunk) => removed(hunk) > 0 && added(hunk) > 0;
  const isIsland = (left: Hunk, right: Hunk): boolean => {
    const words = b[right.bs]! - b[left.be]!;
    const least = Math.min(size(left), size(right));
    if (least === 0 || words * words > least) return false;
    if (words > 0) return replaces(left) || replaces(right);
    return replaces(join(left, right)) && !hasSentenceEnd(base, left.be, right.bs);
  };
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    joined.push(hunk);
    while (joined.length > 1 && isIsland(joined.at(-2)!, joined.at(-1)!)) {
      const right = joined.pop()!;
      joined.push(join(joined.pop()!, right));
    }
  }
  return joined;
}

const join = (left: Hunk, right: Hunk): Hunk => ({ bs: left.bs, be: right.be, ss: left.ss, se: right.se });

const SENTENCE_END = /^[.!?…]$/;
const CLAUSE_END = /^[,;:–—-]$/;
const isBlank = (key: string | undefined): boolean => key !== undefined && key.trim() === '';

function hasSentenceEnd(keys: Keys, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (keys[i] === '\n') return true;
    if (SENTENCE_END.test(keys[i]!) && (i + 1 === keys.length || isBlank(keys[i + 1]))) return true;
  }
  return false;
}

/** "A. B." became "A. C. B.": of ". C", " C." and "C. " the last came in, since it begins and ends at a sentence's border. */
function slideToBorders(base: Keys, side: Keys, hunks: Hunk[]): Hunk[] {
  const slid: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    if (hunk.bs !== hunk.be && hunk.ss !== hunk.se) {
      slid.push(hunk);
      continue;
    }
    const [list, start, end] = hunk.bs === hunk.be ? [side, hunk.ss, hunk.se] : [base, hunk.bs, hunk.be];
    const roomBefore = hunk.bs - (slid.at(-1)?.be ?? 0);
    const roomBehind = (hunks[index + 1]?.bs ?? base.length) - hunk.be;
    let by = 0;
    while (-by < roomBefore && list[start + by - 1] === list[end + by - 1]) by--;
    let best = by;
    for (; ; by++) {
      const score = (at: number) => borderScore(list, start + at) + borderScore(list, end + at);
      if (score(by) >= score(best)) best = by;
      if (by >= roomBehind || list[start + by] !== list[end + by]) break;
    }
    slid.push({ bs: hunk.bs + best, be: hunk.be + best, ss: hunk.ss + best, se: hunk.se + best });
  }
  return slid;
}

/** How good a place a change has to begin or end before token `at`. */
function borderScore(list: Keys, at: number): number {
  const [last, previous] = [list[at - 2], list[at - 1]];
  if (previous === undefined || at === list.length || previous === '\n') return 5;
  if (isBlank(previous)) {
    if (last !== undefined && SENTENCE_END.test(last)) return 4;
    return last !== undefined && CLAUSE_END.test(last) ? 2 : 1;
  }
  return SENTENCE_END.test(previous) && isBlank(list[at]) ? 3 : 0;
}

function joinTouching(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last && last.be === hunk.bs) joined[joined.length - 1] = join(last, hunk);
    else joined.push(hunk);
  }
  return joined;
}
