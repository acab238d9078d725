import { type Hunk, isWord } from '../diff.ts';
import type { Group, Groups } from './groups.ts';
import { bagOf, type Item, likenessOf, takeAll } from './items.ts';

type Side = 'before' | 'after';

/** One block before became several after. The one with its id, or most of its words, is found already. */
export const findSplits = (groups: Groups): void => findParts(groups, 'after');
/** Several before became one after. */
export const findJoins = (groups: Groups): void => findParts(groups, 'before');

/** Neighbours of a paired block, of unknown origin, hold the words that the pair's other block has more. */
function findParts(groups: Groups, many: Side): void {
  const one: Side = many === 'after' ? 'before' : 'after';
  for (const group of groups.list) {
    const [whole, part] = [group[one][0]!, group[many][0]!];
    if (!part.isText || group.before.length + group.after.length > 2 || whole.text === part.text) continue;
    const left = bagOf(whole.words());
    takeAll(left, part.words());
    groups.effort.comparisons += whole.words().length + part.words().length;
    const isPart = (item: Item | undefined): item is Item =>
      item !== undefined && isLoose(groups, many, item) && holds(item, takeAll(left, item.words()));
    const found = around(groups[many], part.index, isPart);
    if (found.length > 0) groups.widen(group, many, confirmed(groups, group, many, found));
  }
}

function isLoose(groups: Groups, side: Side, item: Item): boolean {
  const group = side === 'before' ? groups.ofBefore(item.index) : groups.ofAfter(item.index);
  return !group && item.isText && item.words().length > 0;
}

/** Half of a block's words must come from the other one; of three or fewer, all. */
const holds = (item: Item, common: number): boolean => {
  const words = item.words().length;
  return words < 4 ? common === words : common * 2 >= words;
};

/** The nearest items on both sides of a place, as long as the test says yes. */
function around(items: readonly Item[], at: number, test: (item: Item | undefined) => item is Item): Item[] {
  const found: Item[] = [];
  for (let i = at + 1; test(items[i]); i++) found.push(items[i]!);
  for (let i = at - 1; test(items[i]); i--) found.unshift(items[i]!);
  return found;
}

/** Of the neighbours found, those that have their words in common in their order, too. */
function confirmed(groups: Groups, group: Group, many: Side, found: readonly Item[]): Item[] {
  const part = group[many][0]!;
  const parts = [...found, part].sort((a, b) => a.index - b.index);
  const { hunks } =
    many === 'after' ? likenessOf(group.before, parts, groups.effort) : likenessOf(parts, group.after, groups.effort);
  const common = commonWords(parts, hunks, many);
  const isConfirmed = (item: Item | undefined): item is Item =>
    item !== undefined && common.has(item) && holds(item, common.get(item)!);
  return around(groups[many], part.index, isConfirmed);
}

/** How many words of each part stand on the other side as well. */
function commonWords(parts: readonly Item[], hunks: readonly Hunk[], side: Side): Map<Item, number> {
  const common = new Map<Item, number>();
  let next = 0;
  let start = 0;
  for (const part of parts) {
    const keys = part.keys();
    let words = 0;
    for (let at = start; at < start + keys.length; at++) {
      const endOf = (hunk: Hunk | undefined) => (hunk ? (side === 'before' ? hunk.be : hunk.se) : Infinity);
      while (endOf(hunks[next]) <= at) next++;
      const hunk = hunks[next];
      const isChanged = hunk && (side === 'before' ? hunk.bs : hunk.ss) <= at;
      if (!isChanged && isWord(keys[at - start]!)) words++;
    }
    common.set(part, words);
    start += keys.length;
  }
  return common;
}
