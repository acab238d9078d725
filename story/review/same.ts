/** Whether two JSON values are equal, whatever the order of their keys. An absent key equals an undefined one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
    );
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]));
}

/** Three ways: what only theirs changed is theirs; everything else is ours. */
export const pick = <T>(base: T, ours: T, theirs: T): T => (same(ours, base) ? theirs : ours);

/**
 * Three ways, item by item: what either side added is in, what either side took out is not. Ours' order, then theirs'.
 * @param known what counts as being in the base, too.
 */
export function pickSet<T>(base: readonly T[], ours: readonly T[], theirs: readonly T[], known?: ReadonlySet<T>): T[] {
  const isOld = (item: T) => base.includes(item) || known?.has(item);
  const kept = (item: T) => !isOld(item) || (ours.includes(item) && theirs.includes(item));
  return [...new Set([...ours, ...theirs])].filter(kept);
}
