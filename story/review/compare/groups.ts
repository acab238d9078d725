import type { Effort } from '../diff.ts';
import { bagLikeness, type Item, isAlike, type Likeness, likenessOf } from './items.ts';

/** Blocks that are one: a pair, one and the several it was split into, several and the one they were joined to. */
export type Group = { before: Item[]; after: Item[] };

/** Which blocks of two bodies belong together, while it is being found out. */
export class Groups {
  readonly list: Group[] = [];
  readonly before: readonly Item[];
  readonly after: readonly Item[];
  readonly effort: Effort;
  readonly #ofBefore: (Group | undefined)[] = [];
  readonly #ofAfter: (Group | undefined)[] = [];
  readonly #likeness = new Map<string, Likeness>();

  constructor(before: readonly Item[], after: readonly Item[], effort: Effort) {
    this.before = before;
    this.after = after;
    this.effort = effort;
  }

  ofBefore = (index: number): Group | undefined => this.#ofBefore[index];
  ofAfter = (index: number): Group | undefined => this.#ofAfter[index];
  looseBefore = (): Item[] => this.before.filter((item) => !this.#ofBefore[item.index]);
  looseAfter = (): Item[] => this.after.filter((item) => !this.#ofAfter[item.index]);
  isLoose = (before: Item, after: Item): boolean => !this.#ofBefore[before.index] && !this.#ofAfter[after.index];

  pair(before: Item, after: Item): void {
    const group = { before: [before], after: [after] };
    this.list.push(group);
    this.#ofBefore[before.index] = group;
    this.#ofAfter[after.index] = group;
  }

  /** The group gets neighbours of its blocks, in the order of the body. */
  widen(group: Group, side: 'before' | 'after', items: readonly Item[]): void {
    const of = side === 'before' ? this.#ofBefore : this.#ofAfter;
    for (const item of items) of[item.index] = group;
    group[side] = [...group[side], ...items].sort((a, b) => a.index - b.index);
  }

  /** Each pair is compared once. */
  likeness(before: Item, after: Item): Likeness {
    const key = `${before.index} ${after.index}`;
    const known = this.#likeness.get(key) ?? likenessOf([before], [after], this.effort);
    this.#likeness.set(key, known);
    return known;
  }

  /** Whether two texts read as one that was edited. Says no at once where not even their words are the same. */
  isAlike(before: Item, after: Item): boolean {
    if (before.text === after.text) return true;
    return isAlike(bagLikeness(before, after, this.effort)) && isAlike(this.likeness(before, after));
  }
}
