/** A version by its number; null: the story as it stands now. */
export type Point = number | null;
/** What a version is compared with. */
export type Against = 'previous' | 'now' | number;

/**
 * The two versions to compare, the older first. `versions`: all that are known, newest first. `first`: there is none before
 * the chosen one; `same`: the two would be one.
 */
export function pairOf(
  chosen: Point,
  against: Against,
  versions: readonly number[],
): [Point, Point] | 'first' | 'same' {
  if (against === 'previous') {
    const older = versions.find((seq) => chosen === null || seq < chosen);
    return older === undefined ? 'first' : [older, chosen];
  }
  const other = against === 'now' ? null : against;
  if (other === chosen) return 'same';
  return isOlder(chosen, other) ? [chosen, other] : [other, chosen];
}

const isOlder = (a: Point, b: Point): boolean => a !== null && (b === null || a < b);
