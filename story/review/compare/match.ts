import type { Effort } from '../diff.ts';
import { alignGaps } from './gaps.ts';
import { type Group, Groups } from './groups.ts';
import type { Item } from './items.ts';
import type { ComparedBlock } from './model.ts';
import { heaviestInOrder, lengthOf } from './order.ts';
import { pairSimilar } from './similar.ts';
import { findJoins, findSplits } from './splits.ts';
import { comesAfter } from './tidyDiff.ts';

/** Next to a block that stayed, one that is shown in two rows anyway hardly counts. */
const LEAST_WEIGHT = 0.5;

/**
 * `rewritten`: blocks with one id and (almost) nothing in common, to be shown as one gone and one new in one place.
 * `inPlace`: what of both did not move, in order.
 */
export type Matched = { groups: Group[]; rewritten: Group[]; inPlace: Group[] };

/**
 * Finds the blocks that belong together: by id first, then by their words, for text that was imported, retyped, or cut and
 * pasted gets new ids. The same blocks are found, and moved, whichever way round two bodies are compared.
 */
export function matchBodies(before: readonly Item[], after: readonly Item[], effort: Effort): Matched {
  const keys = (items: readonly Item[]) => items.map((item) => `${item.text} ${item.block.id}`);
  if (!comesAfter(keys(before), keys(after))) return match(new Groups(before, after, effort));
  const { groups, rewritten, inPlace } = match(new Groups(after, before, effort));
  const flipped = new Map([...groups, ...rewritten].map((group) => [group, flip(group)]));
  const flipAll = (list: readonly Group[]) => list.map((group) => flipped.get(group)!);
  return { groups: flipAll(groups), rewritten: flipAll(rewritten), inPlace: flipAll(inPlace) };
}

const flip = (group: Group): Group => ({ before: group.after, after: group.before });

function match(groups: Groups): Matched {
  const undecided = pairById(groups);
  pairEqual(groups);
  findSplits(groups);
  findJoins(groups);
  pairSimilar(groups);
  alignGaps(groups);
  findSplits(groups);
  findJoins(groups);
  const rewritten: Group[] = [];
  for (const [before, after] of undecided.filter((pair) => groups.isLoose(...pair))) {
    if (before.words().length === 0 || after.words().length === 0) groups.pair(before, after);
    else rewritten.push({ before: [before], after: [after] });
  }
  const inTwo = new Set(rewritten);
  const weight = (group: Group) => (inTwo.has(group) ? LEAST_WEIGHT : lengthOf(group));
  return { groups: groups.list, rewritten, inPlace: heaviestInOrder([...groups.list, ...rewritten], weight) };
}

/** Gives back those that have one id, but not the same words. */
function pairById(groups: Groups): [Item, Item][] {
  const known = new Map(groups.before.map((item) => [item.block.id, item]));
  const undecided: [Item, Item][] = [];
  for (const after of groups.after) {
    const before = known.get(after.block.id);
    if (!before || kindOf(before) !== kindOf(after) || !groups.isLoose(before, after)) continue;
    if (!after.isText || groups.isAlike(before, after)) groups.pair(before, after);
    else undecided.push([before, after]);
  }
  return undecided;
}

/** Text may change its kind; anything else is another thing then. */
const kindOf = ({ isText, block }: Item): string => (isText ? 'text' : block.type);

/** Texts word for word the same, figures of the same photo, and other blocks of one kind and content, each with the first such one that is left. */
function pairEqual(groups: Groups): void {
  const waiting = new Map<string, Item[]>();
  const keyOf = ({ block, isText, text }: Item) => (isText ? text : `\u0000${contentOf(block)}`);
  for (const item of groups.looseBefore().toReversed()) {
    const others = waiting.get(keyOf(item));
    if (others) others.push(item);
    else waiting.set(keyOf(item), [item]);
  }
  for (const item of groups.looseAfter()) {
    // Blank ones are all the same: only their place tells them apart.
    if (item.isText && item.words().length === 0) continue;
    const found = waiting.get(keyOf(item))?.pop();
    if (found) groups.pair(found, item);
  }
}

function contentOf(block: ComparedBlock): string {
  if (block.type === 'figure') return block.photo;
  if (block.type === 'embed') return block.url;
  const { id: _, ...content } = block;
  return JSON.stringify(content);
}
