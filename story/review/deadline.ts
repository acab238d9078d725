import type { ShownStatus } from '../model.ts';
import { momentText } from '../text/embargo.ts';

/** How a deadline (an instant, '' for none) stands to a moment (epoch milliseconds); days are those of the time zone. */
export type DeadlineState = 'none' | 'over' | 'today' | 'later';

export function deadlineState(deadline: string, now: number, timeZone: string): DeadlineState {
  const at = Date.parse(deadline);
  if (Number.isNaN(at)) return 'none';
  if (at <= now) return 'over';
  const day = (when: number) => momentText(when, timeZone).split(' ')[1];
  return day(at) === day(now) ? 'today' : 'later';
}

/** Whether a deadline still means anything: the work is not done yet. */
export const isDue = (status: ShownStatus): boolean =>
  status === 'draft' || status === 'submitted' || status === 'inReview' || status === 'returned';
