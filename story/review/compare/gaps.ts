import type { Group, Groups } from './groups.ts';
import { type Item, LEAST_SHARE, share } from './items.ts';
import { heaviestInOrder } from './order.ts';

/** So many blocks further on, a block's successor is looked for. */
const WINDOW = 3;

/** Between two pairs in place, what stands in the same place and is alike enough is one; so are two blank blocks. */
export function alignGaps(groups: Groups): void {
  const anchors = heaviestInOrder(groups.list);
  const starts = [null, ...anchors];
  for (const [index, start] of starts.entries()) {
    const end = anchors[index];
    const before = between(groups.before, start?.before, end?.before, (at) => groups.ofBefore(at));
    const after = between(groups.after, start?.after, end?.after, (at) => groups.ofAfter(at));
    alignGap(groups, before, after);
  }
}

function between(
  items: readonly Item[],
  start: readonly Item[] | undefined,
  end: readonly Item[] | undefined,
  groupOf: (index: number) => Group | undefined,
): Item[] {
  return items
    .slice((start?.at(-1)?.index ?? -1) + 1, end?.[0]?.index ?? items.length)
    .filter((item) => item.isText && !groupOf(item.index));
}

function alignGap(groups: Groups, before: readonly Item[], after: readonly Item[]): void {
  let next = 0;
  for (const item of before) {
    const found = after.slice(next, next + WINDOW).findIndex((other) => isSuccessor(groups, item, other));
    if (found < 0) continue;
    groups.pair(item, after[next + found]!);
    next += found + 1;
  }
}

function isSuccessor(groups: Groups, before: Item, after: Item): boolean {
  if (before.words().length === 0 || after.words().length === 0) return before.text === after.text;
  return groups.isAlike(before, after) && share(groups.likeness(before, after)) >= LEAST_SHARE;
}
