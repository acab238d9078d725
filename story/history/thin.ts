const DAY = 24 * 60 * 60_000;

/** An instant's day and hour, where this desk is. */
const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
};
const hourOf = (at: number): string => `${dayOf(at)} ${new Date(at).getHours()}`;

/** Something that was made at an instant (ISO 8601). */
type Made = { at: string };
/** The stretch of time of which one is enough; null: each counts. */
type Stretch = (at: number, now: number) => string | null;

/** For reading: today each, in the last week one an hour, then one a day. An instant to come (the clock was set back) is today. */
export const forReading: Stretch = (at, now) => {
  if (at >= now || dayOf(at) === dayOf(now)) return null;
  return now - at < 7 * DAY ? hourOf(at) : dayOf(at);
};

/** For keeping: of the last day one an hour, then one a day. */
export const forKeeping: Stretch = (at, now) => (now - at < DAY ? hourOf(at) : dayOf(at));

/**
 * Those of a list, oldest first, that stand for all: the last of each stretch of time, and how many it stands for.
 * Neighbours only: a clock that jumps back begins a new stretch, it never makes two far ones one.
 */
export function thinned<T extends Made>(
  list: readonly T[],
  now: number,
  stretch: Stretch,
): { item: T; count: number }[] {
  const kept: { item: T; count: number; key: string | null }[] = [];
  for (const item of list) {
    const key = stretch(Date.parse(item.at), now);
    const last = kept.at(-1);
    if (last && key !== null && last.key === key) kept[kept.length - 1] = { item, count: last.count + 1, key };
    else kept.push({ item, count: 1, key });
  }
  return kept.map(({ item, count }) => ({ item, count }));
}
