import { isTextBlock, plainText } from '../../model.ts';
import { type Effort, type Hunk, isWord } from '../diff.ts';
import { cutRuns, keysOf, type Token } from '../tokens.ts';
import type { ComparedBlock } from './model.ts';
import { tidyDiff } from './tidyDiff.ts';

/** A block of one side, with what is computed of its text, computed once and only when asked for. */
export type Item = {
  readonly index: number;
  readonly block: ComparedBlock;
  readonly isText: boolean;
  /** In NFC, without formats; '' for what is no text. */
  readonly text: string;
  readonly tokens: () => readonly Token[];
  readonly keys: () => readonly string[];
  /** Its syllables and numbers. */
  readonly words: () => readonly string[];
};

export const itemsOf = (body: readonly ComparedBlock[]): Item[] => body.map(itemOf);

function itemOf(block: ComparedBlock, index: number): Item {
  const runs = isTextBlock(block) ? block.runs : [];
  const tokens = once(() => cutRuns(runs));
  const keys = once(() => keysOf(tokens()));
  const words = once(() => keys().filter(isWord));
  return { index, block, isText: isTextBlock(block), text: plainText(runs).normalize('NFC'), tokens, keys, words };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export type Likeness = { hunks: readonly Hunk[]; common: number; before: number; after: number };

/** How much of two texts is alike, in words, as a reader would see it: by the tidied hunks. */
export function likenessOf(before: readonly Item[], after: readonly Item[], effort: Effort): Likeness {
  const [from, to] = [before.flatMap((item) => item.keys()), after.flatMap((item) => item.keys())];
  const hunks = tidyDiff(from, to, effort);
  const all = from.filter(isWord).length;
  const gone = hunks.reduce((sum, { bs, be }) => sum + from.slice(bs, be).filter(isWord).length, 0);
  return { hunks, common: all - gone, before: all, after: to.filter(isWord).length };
}

/** Common words as a share of both texts, 0 to 1 (the Sørensen-Dice coefficient). */
export const share = ({ common, before, after }: Omit<Likeness, 'hunks'>): number =>
  common === 0 ? 0 : (2 * common) / (before + after);

/** Below this share two texts are shown as one gone and one new. */
export const LEAST_SHARE = 0.3;
/** Unless nearly all words of the shorter one stand in the longer: a part was cut off, or much was added. */
const LEAST_OF_SHORTER = 0.6;

export const isAlike = (likeness: Omit<Likeness, 'hunks'>): boolean =>
  share(likeness) >= LEAST_SHARE ||
  (likeness.common > 0 && likeness.common >= LEAST_OF_SHORTER * Math.min(likeness.before, likeness.after));

/** The most that two texts can have in common: their words in whatever order. */
export function bagLikeness(before: Item, after: Item, effort: Effort): Omit<Likeness, 'hunks'> {
  const [from, to] = [before.words(), after.words()];
  effort.comparisons += from.length + to.length;
  return { common: takeAll(bagOf(from), to), before: from.length, after: to.length };
}
export const bagShare = (before: Item, after: Item, effort: Effort): number =>
  share(bagLikeness(before, after, effort));

export type Bag = Map<string, number>;
export function bagOf(words: readonly string[]): Bag {
  const bag: Bag = new Map();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
/** Takes words out of a bag. Gives back how many of them were in it. */
export function takeAll(bag: Bag, words: readonly string[]): number {
  let found = 0;
  for (const word of words) {
    const left = bag.get(word) ?? 0;
    if (left === 0) continue;
    bag.set(word, left - 1);
    found++;
  }
  return found;
}
