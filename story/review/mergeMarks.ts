import type { Story, Suggestion } from '../model.ts';
import { pickSet, same } from './same.ts';
import { marksIn } from './suggest/views.ts';

/** What the records say that the marks in a body do not. */
export type Known = {
  /** Suggestions that one side decided, so that a mark it lacks is not new on the other. */
  readonly decided: ReadonlySet<string>;
  /** Those that propose something: whoever accepted one has not seen what came to it since. */
  readonly proposals: ReadonlySet<string>;
};

export const knownOf = (ours: Story, theirs: Story): Known => ({
  decided: new Set([...decidedBy(ours, theirs), ...decidedBy(theirs, ours)]),
  proposals: new Set(
    Object.values({ ...theirs.suggestions, ...ours.suggestions })
      .filter(({ kind }) => kind === 'change' || kind === 'insertion')
      .map(({ id }) => id),
  ),
});

/**
 * What one side decided (its marks are gone; undone, they would be back) and the other has not, where the decision left the
 * words as they are on both sides. Where it took them away, the other's may have others beside them.
 */
function decidedBy(side: Story, other: Story): string[] {
  const isDecided = ({ id, kind, decided }: Suggestion) =>
    decided?.accepted === (kind !== 'deletion') && kind !== 'move' && other.suggestions[id]?.decided === undefined;
  const decided = Object.values(side.suggestions).filter((one) => isDecided(one) && other.suggestions[one.id]);
  if (decided.length === 0) return [];
  const open = new Set(side.body.flatMap(marksIn));
  return decided.map(({ id }) => id).filter((id) => !open.has(id));
}

type Marked = { suggestions?: readonly string[] | undefined } | undefined;

/**
 * The suggestions of a block three ways; a key only where there are any.
 * @param shownBy what a block is besides its words and marks.
 */
export function mergeMarksOf<B extends Marked>(
  base: B | undefined,
  ours: B | undefined,
  theirs: B | undefined,
  { decided, proposals }: Known,
  shownBy: (block: NonNullable<B>) => unknown,
): { suggestions?: string[] } {
  if (!ours || !theirs) return withKey((ours ?? theirs)?.suggestions ?? []);
  const [b, o, t] = [base?.suggestions ?? [], ours.suggestions ?? [], theirs.suggestions ?? []];
  const marks = pickSet(b, o, t, decided);
  const isSame = (one: B, other: B | undefined) => one && other && same(shownBy(one), shownBy(other));
  const wentOn = (side: B, other: B) => !isSame(side, other) && !isSame(side, base);
  const isProposed = (id: string) => proposals.has(id) && !marks.includes(id);
  if (o.some(isProposed) && wentOn(ours, theirs)) marks.push(...o.filter(isProposed));
  if (t.some(isProposed) && wentOn(theirs, ours)) marks.push(...t.filter(isProposed));
  return withKey(marks);
}

const withKey = (marks: readonly string[]) => (marks.length > 0 ? { suggestions: marks.toSorted() } : {});
