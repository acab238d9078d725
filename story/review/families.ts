import { type Block, isTextBlock, type TextBlock } from '../model.ts';
import { diff, isWord } from './diff.ts';
import { keysOf, tokenize } from './tokens.ts';

/** Words that must have moved between two blocks that are not neighbours: fewer are chance. */
const FEWEST_MOVED = 4;

export type Families = {
  /** A representative id for every text block of a family of two or more. */
  of: ReadonlyMap<string, string>;
  /** For a new block, the one its words came from. */
  origin: ReadonlyMap<string, string>;
};

type Words = { lost: string[]; gained: string[]; lostTail: string[]; isGone: boolean; isNew: boolean };

/**
 * Which text blocks belong together because a side split one, joined two, or made a new block of another's words. Blocks by
 * their id find each other, but a split gives the second half a new id and a join takes one away: the other side's changes
 * must follow the words.
 */
export function families(base: readonly Block[], ours: readonly Block[], theirs: readonly Block[]): Families {
  const parent = new Map<string, string>();
  const origin = new Map<string, string>();
  const inBase = new Set(base.map((block) => block.id));
  const find = (id: string): string => {
    const up = parent.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  const [b, o, t] = [base.filter(isTextBlock), ours.filter(isTextBlock), theirs.filter(isTextBlock)];
  const pairs = [...relations(b, o, t), ...relations(b, t, o)];
  for (const [losing, gaining] of pairs) {
    const [from, to] = [find(losing), find(gaining)];
    parent.set(to, to);
    parent.set(from, to);
    if (!inBase.has(gaining) && !origin.has(gaining)) origin.set(gaining, losing);
  }
  return { of: new Map([...parent.keys()].map((id) => [id, find(id)])), origin };
}

/** Pairs (losing, gaining). `other`: the other side, whose words may have come to `side` in a merge before. */
function relations(
  base: readonly TextBlock[],
  side: readonly TextBlock[],
  other: readonly TextBlock[],
): [string, string][] {
  const changed = changedWords(base, side);
  const elsewhere = new Map(other.map((block) => [block.id, block]));
  const pairs: [string, string][] = [];
  const isRelated = (losing: string, gaining: string, words: (change: Words) => string[], fewest: number) => {
    const [from, to] = [changed.get(losing), changed.get(gaining)];
    if (!from || !to || losing === gaining || !(from.isGone || to.isNew)) return;
    if (overlap(words(from), to.gained) >= Math.max(fewest, Math.min(words(from).length, to.gained.length) / 2))
      pairs.push([losing, gaining]);
  };
  // Split: new blocks behind one that lost its end.
  let old: string | null = null;
  for (const { id } of side) {
    if (!changed.get(id)?.isNew) old = id;
    else if (old !== null) isRelated(old, id, (change) => change.lostTail, 1);
  }
  // Join: a block that is gone, and the last one before it that is not.
  old = null;
  for (const { id } of base) {
    if (!changed.get(id)?.isGone) old = id;
    else if (old !== null) {
      isRelated(id, old, (change) => change.lost, 1);
      isRelated(id, old, () => wordsOf(elsewhere.get(id)), 1);
    }
  }
  for (const [losing, gaining] of candidates(changed))
    isRelated(losing, gaining, (change) => change.lost, FEWEST_MOVED);
  return pairs;
}

/** For each block that one side changed, the words it lost and gained. */
function changedWords(base: readonly TextBlock[], side: readonly TextBlock[]): Map<string, Words> {
  const before = new Map(base.map((block) => [block.id, block]));
  const after = new Map(side.map((block) => [block.id, block]));
  const changes = new Map<string, Words>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(id), after.get(id)];
    if (from && to && JSON.stringify(from.runs) === JSON.stringify(to.runs)) continue;
    const [a, b] = [wordsOf(from), wordsOf(to)];
    const hunks = diff(a, b);
    const last = hunks.at(-1);
    changes.set(id, {
      lost: hunks.flatMap(({ bs, be }) => a.slice(bs, be)),
      gained: hunks.flatMap(({ ss, se }) => b.slice(ss, se)),
      lostTail: last && last.be === a.length ? a.slice(last.bs) : [],
      isGone: !to,
      isNew: !from,
    });
  }
  return changes;
}

const wordsOf = (block: TextBlock | undefined): string[] => (block ? keysOf(tokenize(block.runs)).filter(isWord) : []);

const overlap = (a: readonly string[], b: readonly string[]): number =>
  a.length - diff(a, b).reduce((sum, { bs, be }) => sum + be - bs, 0);

/** Pairs (losing, gaining) that have a rare run of three words in common. */
function candidates(changed: ReadonlyMap<string, Words>): [string, string][] {
  const losing = new Map<string, Set<string>>();
  for (const [id, { lost }] of changed)
    for (const key of triples(lost)) losing.set(key, (losing.get(key) ?? new Set()).add(id));
  const pairs = new Map<string, [string, string]>();
  for (const [id, { gained }] of changed)
    for (const key of triples(gained))
      for (const from of losing.get(key) ?? []) if (from !== id) pairs.set(`${from} ${id}`, [from, id]);
  return [...pairs.values()];
}

const triples = (words: readonly string[]): string[] =>
  words.slice(2).map((_, index) => words.slice(index, index + 3).join(' '));
