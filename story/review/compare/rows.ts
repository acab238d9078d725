import type { Effort } from '../diff.ts';
import type { Group } from './groups.ts';
import type { Item } from './items.ts';
import type { Matched } from './match.ts';
import type { ComparedBlock, Row } from './model.ts';
import { groupRow, loneRow, movedRow } from './row.ts';
import { originFinder } from './similar.ts';

type Body = readonly Item[];

/** The rows of two bodies whose blocks found each other: what stays in place side by side, and between it the rest. */
export function rowsOf(before: Body, after: Body, { groups, rewritten, inPlace }: Matched, effort: Effort): Row[] {
  const inTwo = new Set(rewritten);
  const moves = new Moves(groups, new Set(inPlace), effort);
  const rows: Row[] = [];
  let [b, a] = [0, 0];
  const between = (beforeEnd: number, afterEnd: number) => {
    for (const item of before.slice(b, beforeEnd)) rows.push(...moves.rowAt('from', item, rows.length));
    for (const item of after.slice(a, afterEnd)) rows.push(...moves.rowAt('to', item, rows.length));
  };
  for (const group of inPlace) {
    between(group.before[0]!.index, group.after[0]!.index);
    if (!inTwo.has(group)) rows.push(groupRow(group, effort));
    else rows.push(loneRow('removed', group.before[0]!), loneRow('added', group.after[0]!));
    [b, a] = [group.before.at(-1)!.index + 1, group.after.at(-1)!.index + 1];
  }
  between(before.length, after.length);
  markCopies(rows, before, after, groups, effort);
  return rows;
}

type End = 'from' | 'to';

/** What stands between the blocks in place: lone blocks, and both ends of those that moved. */
class Moves {
  readonly #of: Record<End, Map<Item, Group>> = { from: new Map(), to: new Map() };
  readonly #rows = new Map<Group, { row: Row; first?: { row: Row; at: number } }>();
  readonly #effort: Effort;

  constructor(groups: readonly Group[], inPlace: ReadonlySet<Group>, effort: Effort) {
    this.#effort = effort;
    for (const group of groups.filter((one) => !inPlace.has(one))) {
      for (const item of group.before) this.#of.from.set(item, group);
      for (const item of group.after) this.#of.to.set(item, group);
    }
  }

  /** No row for the second and later blocks of a group: they stand in the row of the first. */
  rowAt(end: End, item: Item, at: number): Row[] {
    const group = this.#of[end].get(item);
    if (!group) return [loneRow(end === 'from' ? 'removed' : 'added', item)];
    const [before, after] = [group.before[0]!, group.after[0]!];
    if (item !== (end === 'from' ? before : after)) return [];
    const known = this.#rows.get(group) ?? { row: groupRow(group, this.#effort) };
    this.#rows.set(group, known);
    const row = movedRow(known.row, end);
    const places = { from: before.index, to: after.index };
    if (known.first) {
      known.first.row.moved = { ...known.first.row.moved!, ...places, row: at };
      row.moved = { end, ...places, row: known.first.at };
    } else known.first = { row, at };
    return [row];
  }
}

/** Finds for what came or went whether the same words stand elsewhere on both sides. */
function markCopies(rows: Row[], before: Body, after: Body, groups: readonly Group[], effort: Effort): void {
  const mark = (kind: 'added' | 'removed', side: 'before' | 'after', body: Body) => {
    const lone = rows.filter((row) => row.kind === kind && !row.figure && !row.table && !row.embed);
    if (lone.length === 0) return;
    const rowOf = new Map<ComparedBlock, number>();
    for (const [index, row] of rows.entries())
      for (const part of row.parts) if (part[side]) rowOf.set(part[side], index);
    const kept = groups.flatMap((group) => group[side]);
    const originOf = originFinder(kept, effort);
    const items = new Map(body.map((item) => [item.block, item]));
    for (const row of lone) {
      const origin = originOf(items.get((row.parts[0]!.before ?? row.parts[0]!.after)!)!);
      if (origin) row.copyOf = rowOf.get(origin.block)!;
    }
  };
  mark('added', 'before', after);
  mark('removed', 'after', before);
}
