import type { Language } from '../../model.ts';
import type { Piece } from '../compare/model.ts';
import { piecesText } from '../compare/pieces.ts';
import { FACT_KINDS, type Fact, type FactKind } from './fact.ts';
import { type Facts, factsIn } from './find.ts';
import type { NameFact } from './names.ts';

/** A fact that stands in one of the two texts only, with that text. */
export type Lone = { kind: FactKind; fact: Fact | NameFact; text: string };
/** Words that state one thing before and another after. */
export type Pair = { kind: FactKind; before: string; after: string };
export type TextChanges = { pairs: Pair[]; went: Lone[]; came: Lone[] };

/** Half-open ranges of what differs in the two texts. */
type Hunk = { before: readonly [number, number]; after: readonly [number, number] };
type Group = { before: Set<Fact>; after: Set<Fact> };

/** The facts of a text that what changed in it touches: what stands in the place of another is a pair, the others are alone. */
export function textChanges(pieces: readonly Piece[], language: Language): TextChanges {
  const [before, after] = [piecesText(pieces, 'before'), piecesText(pieces, 'after')];
  const facts = { before: factsIn(before, language), after: factsIn(after, language) };
  const hunks = hunksOf(pieces);
  const changes: TextChanges = { pairs: [], went: [], came: [] };
  for (const kind of FACT_KINDS)
    for (const group of groupsOf(kind, hunks, facts.before, facts.after)) {
      const [gone, come] = differing([...group.before], [...group.after]);
      const both = Math.min(gone.length, come.length);
      for (let at = 0; at < both; at++)
        changes.pairs.push({ kind, before: wordsOf(before, gone[at]!), after: wordsOf(after, come[at]!) });
      changes.went.push(...gone.slice(both).map((fact) => ({ kind, fact, text: before })));
      changes.came.push(...come.slice(both).map((fact) => ({ kind, fact, text: after })));
    }
  return changes;
}

export const wordsOf = (text: string, { from, to }: Fact): string => text.slice(from, to);

function hunksOf(pieces: readonly Piece[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [b, a] = [0, 0];
  for (const { kind, text } of pieces) {
    const [bEnd, aEnd] = [kind === 'added' ? b : b + text.length, kind === 'removed' ? a : a + text.length];
    const last = hunks.at(-1);
    if (kind === 'added' || kind === 'removed') {
      if (last && last.before[1] === b && last.after[1] === a)
        hunks[hunks.length - 1] = { before: [last.before[0], bEnd], after: [last.after[0], aEnd] };
      else hunks.push({ before: [b, bEnd], after: [a, aEnd] });
    }
    [b, a] = [bEnd, aEnd];
  }
  return hunks;
}

/** The facts of one kind that each hunk touches; hunks that touch one fact (a long quote) make one group. */
function groupsOf(kind: FactKind, hunks: readonly Hunk[], before: Facts, after: Facts): Group[] {
  const groups: Group[] = [];
  for (const hunk of hunks) {
    const own = { before: touched(before[kind], hunk.before), after: touched(after[kind], hunk.after) };
    const last = groups.at(-1);
    const isOne =
      last && (own.before.some((one) => last.before.has(one)) || own.after.some((one) => last.after.has(one)));
    const group = isOne ? last : { before: new Set<Fact>(), after: new Set<Fact>() };
    for (const fact of own.before) group.before.add(fact);
    for (const fact of own.after) group.after.add(fact);
    if (!isOne && group.before.size + group.after.size > 0) groups.push(group);
  }
  return groups;
}

const touched = (facts: readonly Fact[], [from, to]: Hunk['before']): Fact[] =>
  facts.filter((fact) => fact.from <= to && fact.to >= from);

/** Of two lists in order, those that are not the same: one by one where as many stand on both sides, else by the longest run in common. */
function differing(before: readonly Fact[], after: readonly Fact[]): [Fact[], Fact[]] {
  if (before.length === after.length) {
    const at = before.map((_, index) => index).filter((index) => !isOne(before[index]!, after[index]!));
    return [at.map((index) => before[index]!), at.map((index) => after[index]!)];
  }
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--)
      best[b]![a] = isOne(before[b]!, after[a]!)
        ? 1 + best[b + 1]![a + 1]!
        : Math.max(best[b + 1]![a]!, best[b]![a + 1]!);
  const [gone, come]: [Fact[], Fact[]] = [[], []];
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    const [from, to] = [before[b], after[a]];
    if (from && to && isOne(from, to)) [b, a] = [b + 1, a + 1];
    else if (from && (!to || best[b + 1]![a]! >= best[b]![a + 1]!)) gone.push(before[b++]!);
    else come.push(after[a++]!);
  }
  return [gone, come];
}

/** The same, or a name and the same behind the word that begins a sentence. */
const isOne = (a: Fact & { first?: boolean }, b: Fact & { first?: boolean }): boolean =>
  a.key === b.key ||
  (a.first === true && a.key.endsWith(` ${b.key}`)) ||
  (b.first === true && b.key.endsWith(` ${a.key}`));
