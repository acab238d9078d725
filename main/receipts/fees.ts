import type { ReceiptRow } from '../../preload/contract.ts';
import type { About } from '../../story/receipts/about.ts';

type Period = { from: string | null; before: string | null };

/**
 * The stories that fees are paid for in a period, as they stood at its end. A story belongs to the period in which
 * readers got it first, wherever that was: once, however many destinations it went to, and never again for an update or a
 * correction. What was only handed over (as pending, private or a draft) has not been published; what was taken back has.
 * `rows`: all receipts, the newest first.
 */
export function storiesPaidFor(rows: readonly ReceiptRow[], { from, before }: Period): About[] {
  const stories = new Map<string, { first: string; about: About | null }>();
  for (const row of rows) {
    const at = publicAt(row);
    if (at === null || (before !== null && at >= before)) continue;
    const known = stories.get(row.storyId);
    const first = known && known.first < at ? known.first : at;
    stories.set(row.storyId, { first, about: known?.about ?? row.about });
  }
  return [...stories.values()].flatMap(({ first, about }) =>
    about && (from === null || first >= from) ? [about] : [],
  );
}

/** When readers got what a receipt is about; null: they did not. */
function publicAt({ status, at, scheduledFor }: ReceiptRow): string | null {
  if (status === 'scheduled') return scheduledFor ?? at;
  return status === 'published' ? at : null;
}
