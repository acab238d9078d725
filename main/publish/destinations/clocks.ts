import type { Operation } from '../../../preload/contract.ts';
import type { Story } from '../../../story/model.ts';
import { embargoOf } from '../../../story/text/embargo.ts';
import type { Trouble } from './types.ts';

/** A server's Date header counts whole seconds, and an answer takes its time. */
const TOLERANCE_MS = 60_000;

/** Two clocks, in milliseconds since 1970; the server's is null where it does not say. */
export type Clocks = { ours: number; theirs: number | null };

/**
 * What stands against asking a server for this now, by its clock and ours: an embargo is over when both say so, since nobody
 * knows which one is right. One that has to wait says how long. null: nothing.
 */
export function untimely(story: Story, operation: Operation, at: string | null, clocks: Clocks): Trouble | null {
  const { ours, theirs } = clocks;
  const embargo = embargoOf(story.fields.embargo);
  const until = embargo.kind === 'until' ? embargo.at : Number.NEGATIVE_INFINITY;
  const detail = `${new Date(theirs ?? ours).toISOString()} (server), ${new Date(ours).toISOString()}`;
  if (operation === 'publish' || operation === 'correct') {
    const earlier = Math.min(ours, theirs ?? ours);
    return earlier < until ? { ok: false, code: 'embargoed', detail, waitMs: until - earlier } : null;
  }
  if (operation !== 'schedule' || at === null) return null;
  const moment = Date.parse(at);
  // Servers publish at once what is said to be scheduled for the past.
  if (moment <= (theirs ?? ours)) return { ok: false, code: 'scheduleInPast', detail, stop: true };
  const ahead = theirs === null ? 0 : Math.max(0, theirs - ours - TOLERANCE_MS);
  return moment - ahead < until ? { ok: false, code: 'embargoed', detail, stop: true } : null;
}
