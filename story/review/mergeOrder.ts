import { orderChange } from '../journal.ts';

/**
 * The order of the merged body: ours, with what theirs inserted or moved put behind its predecessor there. New blocks of
 * ours at the same place come first; a half that theirs split off stays behind its first half.
 * @param families the ids of the merged body, as they belong together and in the order of the text.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  families: readonly (readonly string[])[],
): string[] {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const kept = new Set(families.flat());
  const movedByThem = new Set(orderChange(base, theirs).placed?.map(({ id }) => id));
  const movedByUs = new Set(orderChange(base, ours).placed?.map(({ id }) => id));
  // What ours moved too, or has got from theirs before, stays where ours has it; what ours took out comes back as theirs has it.
  const isArriving = (id: string) =>
    inTheirs.has(id) && (!inOurs.has(id) || (inBase.has(id) && movedByThem.has(id) && !movedByUs.has(id)));
  const order = ours.filter((id) => kept.has(id) && !isArriving(id));
  const present = new Set(order);
  const put = (id: string, at: number) => {
    order.splice(at, 0, id);
    present.add(id);
  };
  const textBefore = new Map(families.flatMap((family) => family.map((id, index) => [id, family[index - 1]] as const)));
  const rankOfTheirs = new Map(theirs.map((id, index) => [id, index]));
  const isOursNew = (id: string) => inOurs.has(id) && !inBase.has(id) && !inTheirs.has(id);
  theirs.forEach((id, index) => {
    if (!kept.has(id) || !isArriving(id)) return;
    let before = index - 1;
    while (before >= 0 && !present.has(theirs[before]!)) before--;
    let at = before < 0 ? 0 : order.indexOf(theirs[before]!) + 1;
    const half = textBefore.get(id);
    const movedAway = half !== undefined && (rankOfTheirs.get(half) ?? -1) > index;
    if (half !== undefined && !movedAway) at = Math.max(at, order.indexOf(half) + 1);
    else while (at < order.length && isOursNew(order[at]!)) at++;
    put(id, at);
  });
  // Blocks that the merge itself made stand behind the one they came with.
  for (const id of kept) {
    const before = textBefore.get(id);
    if (!present.has(id)) put(id, before === undefined ? order.length : order.indexOf(before) + 1);
  }
  return order;
}
