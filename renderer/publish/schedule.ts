const QUARTER = 15 * 60_000;

/**
 * The time that the dialog begins with: as it is scheduled already, or when its embargo ends, or the next quarter of an hour
 * that leaves ten minutes. All in epoch milliseconds, `scheduled` an instant.
 */
export function proposedTime(now: number, embargo: number | null, scheduled: string | null): number {
  const before = scheduled === null ? 0 : Date.parse(scheduled);
  const soonest = Math.ceil((now + 10 * 60_000) / QUARTER) * QUARTER;
  return Math.max(before > now ? before : soonest, embargo ?? 0);
}

/** What is wrong with a chosen time (an instant; null: not understood); null where it will do. */
export function timeProblem(
  at: string | null,
  now: number,
  embargo: number | null,
): 'unclear' | 'past' | 'embargoed' | null {
  if (at === null) return 'unclear';
  if (Date.parse(at) <= now) return 'past';
  return embargo !== null && Date.parse(at) < embargo ? 'embargoed' : null;
}
