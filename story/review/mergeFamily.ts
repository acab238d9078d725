import type { TextBlock } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { diff, type Hunk } from './diff.ts';
import { mergeMarksOf } from './mergeMarks.ts';
import { mergeTokens } from './mergeTokens.ts';
import { pick, same } from './same.ts';
import { blockToken, isBlockKey, keysOf, runsOf, type Token, tokenize } from './tokens.ts';

/** The text blocks of a family as they stand in one version, in its order. */
export type Members = ReadonlyMap<string, TextBlock>;
/** For a new block, the one its words came from. */
type Origin = ReadonlyMap<string, string>;

/**
 * Text blocks merged as one stream of tokens, in which a block's beginning is a token, too: a split inserts it, a join takes
 * it out, and what the other side typed goes where its neighbours went. In the order of the text.
 */
export function mergeFamily(
  base: Members,
  ours: Members,
  theirs: Members,
  conflicts: Conflicts,
  origin: Origin = new Map(),
): TextBlock[] {
  if (sameMembers(base, theirs) || sameMembers(ours, theirs)) return [...ours.values()];
  if (sameMembers(base, ours)) return [...theirs.values()];
  if (ours.size === 0 || theirs.size === 0) return keepChanged(base, ours, theirs, conflicts);
  // A block that both joined to another was never there.
  const isThere = ({ block }: Token) => block === undefined || ours.has(block) || theirs.has(block);
  const ground = commonBase(base, ours, theirs, origin).filter(isThere);
  const order = ground.flatMap((token) => token.block ?? []);
  const tokens = mergeTokens(
    ground,
    stream(ours, order, origin),
    stream(theirs, order, origin),
    conflicts.mark,
    diffByBlocks,
    conflicts.suggested.decided,
  );
  return [...split(tokens, [...ours.keys(), ...theirs.keys()])].map(([id, text]) => {
    const [b, o, t] = [base.get(id), ours.get(id), theirs.get(id)];
    const kind = o && t ? pick(kindOf(b ?? o), kindOf(o), kindOf(t)) : kindOf((o ?? t ?? b)!);
    const box = o && t ? pick((b ?? o).box, o.box, t.box) : (o ?? t ?? b)!.box;
    const suggestions = mergeMarksOf(b, o, t, conflicts.suggested, kindOf);
    const merged = { id, ...suggestions, ...kind, runs: runsOf(text), ...(box && { box }) } as TextBlock;
    return [o, t].find((block) => block && sameBlock(block, merged)) ?? merged;
  });
}

const sameMembers = (a: Members, b: Members): boolean => same([...a.values()], [...b.values()]);
const kindOf = ({ id: _, runs: __, box: ___, suggestions: ____, ...kind }: TextBlock) => kind;
const sameBlock = (a: TextBlock, b: TextBlock): boolean =>
  same(kindOf(a), kindOf(b)) &&
  a.box === b.box &&
  same(a.suggestions, b.suggestions) &&
  same(runsOf(tokenize(a.runs)), b.runs);

const blockTokens = (block: TextBlock): Token[] => [blockToken(block.id), ...tokenize(block.runs)];

/** Taken out by one side: gone, unless the other side wrote in it. Then it stays whole, as a conflict. */
function keepChanged(base: Members, ours: Members, theirs: Members, conflicts: Conflicts): TextBlock[] {
  const kept = ours.size === 0 ? theirs : ours;
  const tokens = (members: Members) => [...members.values()].flatMap((block) => tokenize(block.runs));
  const added = diff(keysOf(tokens(base)), keysOf(tokens(kept))).some((hunk) => hunk.se > hunk.ss);
  if (!added) return [];
  const all = [...kept.values()].flatMap(blockTokens);
  const marked = ours.size === 0 ? conflicts.mark([], all) : conflicts.mark(all, []);
  return [...split(marked, [])].map(([id, text]) => ({ ...kept.get(id)!, runs: runsOf(text) }));
}

/** One version's tokens: the base's blocks in the base's order, others behind the block that their words came from. */
function stream(members: Members, order: readonly string[], origin: Origin): Token[] {
  const known = new Set(order);
  const behind = new Map<string | null, string[]>([[null, []]]);
  let last: string | null = null;
  for (const id of members.keys()) {
    if (known.has(id)) last = id;
    else {
      const from = origin.get(id);
      const isBesideKin = last !== null && (origin.get(last) ?? last) === from;
      const place = from !== undefined && known.has(from) && !isBesideKin ? from : last;
      behind.set(place, [...(behind.get(place) ?? []), id]);
    }
  }
  return [null, ...order].flatMap((id) => {
    const here = id !== null && members.has(id) ? [id] : [];
    return [...here, ...(behind.get(id) ?? [])].flatMap((key) => blockTokens(members.get(key)!));
  });
}

/**
 * The base's tokens, and in them the blocks that both sides have and the base has not (one side got them from the other):
 * at the place they have in theirs, or, where the base has none of the family, with the text both have in common.
 */
function commonBase(base: Members, ours: Members, theirs: Members, origin: Origin): Token[] {
  const shared = [...theirs.keys()].filter((id) => ours.has(id) && !base.has(id));
  if (base.size === 0)
    return shared.flatMap((id) => [
      blockToken(id),
      ...commonTokens(tokenize(ours.get(id)!.runs), tokenize(theirs.get(id)!.runs)),
    ]);
  const tokens = stream(base, [...base.keys()], origin);
  if (shared.length === 0) return tokens;
  const side = stream(theirs, [...base.keys()], origin);
  const hunks = diffByBlocks(keysOf(tokens), keysOf(side));
  return shared
    .map((id) => ({ id, index: side.findIndex((token) => token.block === id) }))
    .sort((a, b) => a.index - b.index)
    .map(({ id, index }) => ({ id, at: placeInBase(hunks, index) }))
    .reduceRight((list, { id, at }) => list.toSpliced(at, 0, blockToken(id)), tokens);
}

/** Where in the base a token stands that only the side has. */
function placeInBase(hunks: readonly Hunk[], index: number): number {
  const hunk = hunks.find(({ ss, se }) => index >= ss && index < se)!;
  return index === hunk.ss ? hunk.bs : hunk.be;
}

/** The longest common text of two versions: a base that neither side has deleted anything from. */
export function commonTokens(a: readonly Token[], b: readonly Token[]): Token[] {
  const common: Token[] = [];
  let at = 0;
  for (const { bs, be } of [...diff(keysOf(a), keysOf(b)), { bs: a.length, be: a.length }]) {
    common.push(...a.slice(at, bs));
    at = be;
  }
  return common;
}

/** `diff`, in which a block that both have always meets itself. Both lists have their common blocks in one order. */
function diffByBlocks(base: readonly string[], side: readonly string[]): Hunk[] {
  const where = new Map(side.flatMap((key, index) => (isBlockKey(key) ? [[key, index] as const] : [])));
  const hunks: Hunk[] = [];
  let [b, s] = [0, 0];
  const upTo = (baseEnd: number, sideEnd: number) => {
    for (const hunk of diff(base.slice(b, baseEnd), side.slice(s, sideEnd))) {
      const [bs, be, ss, se] = [b + hunk.bs, b + hunk.be, s + hunk.ss, s + hunk.se];
      // Text typed where a join took a block's beginning out replaces nothing: it is an insertion, and then the join.
      const isOnlyJoin = be > bs && base.slice(bs, be).every(isBlockKey);
      if (isOnlyJoin && se > ss) hunks.push({ bs, be: bs, ss, se }, { bs, be, ss: se, se });
      else hunks.push({ bs, be, ss, se });
    }
    [b, s] = [baseEnd + 1, sideEnd + 1];
  };
  base.forEach((key, index) => {
    const there = where.get(key);
    if (there !== undefined && there >= s) upTo(index, there);
  });
  upTo(base.length, side.length);
  return hunks;
}

/** The tokens of each block. Text before the first beginning goes to the first block that has none. */
function split(tokens: readonly Token[], ids: readonly string[]): Map<string, Token[]> {
  const begun = new Set(tokens.map((token) => token.block));
  const blocks = new Map<string, Token[]>();
  let current: Token[] | undefined;
  for (const token of tokens) {
    const id = token.block ?? (current ? null : (ids.find((key) => !begun.has(key)) ?? ids[0]!));
    if (id !== null) {
      current = blocks.get(id) ?? [];
      blocks.set(id, current);
    }
    if (token.block === undefined) current!.push(token);
  }
  return blocks;
}
