import type { Effort } from '../diff.ts';
import type { Groups } from './groups.ts';
import { bagShare, type Item, likenessOf, share } from './items.ts';

/** A block with a new id must have this share of its words in common with a lost one to be that one, wherever it stands. */
const LEAST_SHARE_ELSEWHERE = 0.5;
/** And a copy of one that is still there, this share and so many words. */
const LEAST_SHARE_OF_COPY = 0.8;
const FEWEST_COPIED = 4;
/** A run of three words that stands in more blocks than this tells nothing. */
const MOST_HOLDERS = 8;
/** So many candidates are compared word by word. */
const MOST_CANDIDATES = 3;

/** Pairs blocks that neither id nor equality paired, the most alike first. */
export function pairSimilar(groups: Groups): void {
  const find = candidates(groups.looseBefore().filter(hasWords), groups.effort);
  const pairs = groups
    .looseAfter()
    .filter(hasWords)
    .flatMap((after) => find(after).map((before) => ({ before, after })))
    .filter(({ before, after }) => bagShare(before, after, groups.effort) >= LEAST_SHARE_ELSEWHERE)
    .map((pair) => ({ ...pair, share: share(groups.likeness(pair.before, pair.after)) }))
    .filter((pair) => pair.share >= LEAST_SHARE_ELSEWHERE)
    .sort((a, b) => b.share - a.share || distance(a) - distance(b));
  for (const { before, after } of pairs) if (groups.isLoose(before, after)) groups.pair(before, after);
}

const hasWords = (item: Item): boolean => item.isText && item.words().length > 0;
const distance = ({ before, after }: { before: Item; after: Item }): number => Math.abs(before.index - after.index);

/** For a block that is left over, the one among `all` whose (nearly) same words it holds. */
export function originFinder(all: readonly Item[], effort: Effort): (copy: Item) => Item | undefined {
  const longEnough = (item: Item) => item.isText && item.words().length >= FEWEST_COPIED;
  const find = candidates(all.filter(longEnough), effort);
  return (copy) => {
    if (!longEnough(copy)) return undefined;
    return find(copy).find(
      (item) =>
        item.text === copy.text ||
        (bagShare(item, copy, effort) >= LEAST_SHARE_OF_COPY &&
          share(likenessOf([item], [copy], effort)) >= LEAST_SHARE_OF_COPY),
    );
  };
}

/** Finds for a block those that share the most rare runs of three words with it (of shorter ones: all words). */
function candidates(items: readonly Item[], effort: Effort): (item: Item) => Item[] {
  const holders = new Map<string, Set<Item>>();
  for (const item of items)
    for (const run of runsOfThree(item)) holders.set(run, (holders.get(run) ?? new Set()).add(item));
  return (item) => {
    const votes = new Map<Item, number>();
    for (const run of new Set(runsOfThree(item))) {
      const found = holders.get(run);
      effort.comparisons += 1;
      if (!found || found.size > MOST_HOLDERS) continue;
      effort.comparisons += found.size;
      for (const holder of found) votes.set(holder, (votes.get(holder) ?? 0) + 1);
    }
    return [...votes]
      .sort(([a, votesA], [b, votesB]) => votesB - votesA || a.index - b.index)
      .slice(0, MOST_CANDIDATES)
      .map(([holder]) => holder);
  };
}

function runsOfThree(item: Item): string[] {
  const words = item.words();
  if (words.length < 3) return words.length > 0 ? [words.join(' ')] : [];
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}
