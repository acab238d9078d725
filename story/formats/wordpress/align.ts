type Pair = readonly [ours: number, theirs: number];

// Beyond this many cells (two different texts of 2,000 paragraphs) only the equal beginning and end are matched.
const MOST = 4_000_000;

/** Positions of the longest common subsequence of two lists, in order. */
export function alignedPairs(ours: readonly string[], theirs: readonly string[]): Pair[] {
  const shorter = Math.min(ours.length, theirs.length);
  let start = 0;
  while (start < shorter && ours[start] === theirs[start]) start++;
  let end = 0;
  while (end < shorter - start && ours.at(-1 - end) === theirs.at(-1 - end)) end++;
  const middle = longest(ours.slice(start, ours.length - end), theirs.slice(start, theirs.length - end));
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...middle.map(([at, there]): Pair => [at + start, there + start]),
    ...Array.from({ length: end }, (_, at): Pair => [ours.length - end + at, theirs.length - end + at]),
  ];
}

function longest(ours: readonly string[], theirs: readonly string[]): Pair[] {
  const width = theirs.length + 1;
  if ((ours.length + 1) * width > MOST) return [];
  const lengths = new Uint16Array((ours.length + 1) * width); // of the rests from each pair of positions
  const rest = (at: number, there: number): number => lengths[at * width + there] as number;
  for (let at = ours.length - 1; at >= 0; at--)
    for (let there = theirs.length - 1; there >= 0; there--)
      lengths[at * width + there] =
        ours[at] === theirs[there] ? rest(at + 1, there + 1) + 1 : Math.max(rest(at + 1, there), rest(at, there + 1));
  const pairs: Pair[] = [];
  for (let at = 0, there = 0; at < ours.length && there < theirs.length; )
    if (ours[at] === theirs[there]) pairs.push([at++, there++]);
    else if (rest(at + 1, there) >= rest(at, there + 1)) at++;
    else there++;
  return pairs;
}
