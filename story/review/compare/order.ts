import type { Group } from './groups.ts';
import type { Item } from './items.ts';

/** What is no text weighs as much as a paragraph of so many characters. */
const SOLID_WEIGHT = 100;

/**
 * The groups that stay in place: those in one order on both sides that weigh the most, so that of two paragraphs that changed
 * places the shorter one moved. In order. `weightOf`: by default, their length.
 */
export function heaviestInOrder<T extends Group>(groups: readonly T[], weightOf: (group: T) => number = lengthOf): T[] {
  const sorted = groups.toSorted((a, b) => a.before[0]!.index - b.before[0]!.index);
  const places = sorted.map((group) => group.after[0]!.index);
  const best = new HeaviestPrefix(Math.max(-1, ...places) + 1);
  const sums: number[] = [];
  const previous: number[] = [];
  for (const [index, group] of sorted.entries()) {
    const from = best.before(places[index]!, sums);
    sums[index] = (from < 0 ? 0 : sums[from]!) + weightOf(group);
    previous[index] = from;
    best.put(places[index]!, index, sums);
  }
  const result: T[] = [];
  for (let at = best.before(Number.POSITIVE_INFINITY, sums); at >= 0; at = previous[at]!) result.push(sorted[at]!);
  return result.reverse();
}

export const lengthOf = ({ before, after }: Group): number => sum(before) + sum(after);
const sum = (items: readonly Item[]): number =>
  items.reduce((total, item) => total + (item.isText ? 1 + item.text.length : SOLID_WEIGHT), 0);

/** Of what was put at places, the heaviest before a place: a Fenwick tree (1994) of maxima. -1: nothing. */
class HeaviestPrefix {
  readonly #tree: Int32Array;

  constructor(places: number) {
    this.#tree = new Int32Array(places + 1).fill(-1);
  }

  before(place: number, sums: readonly number[]): number {
    let best = -1;
    for (let at = Math.min(place, this.#tree.length - 1); at > 0; at -= at & -at) {
      const found = this.#tree[at]!;
      if (found >= 0 && (best < 0 || sums[found]! > sums[best]!)) best = found;
    }
    return best;
  }

  put(place: number, index: number, sums: readonly number[]): void {
    for (let at = place + 1; at < this.#tree.length; at += at & -at) {
      const there = this.#tree[at]!;
      if (there < 0 || sums[index]! > sums[there]!) this.#tree[at] = index;
    }
  }
}
