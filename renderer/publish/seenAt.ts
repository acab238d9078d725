import type { Operation } from '../../preload/contract.ts';

/** When readers would see what an operation sends, in epoch milliseconds; never: Infinity. An embargo holds back what comes before it ends. */
export function seenAt(operation: Operation, at: string | null, now: number): number {
  if (operation === 'schedule' && at !== null) return Date.parse(at);
  return operation === 'publish' || operation === 'correct' ? now : Number.POSITIVE_INFINITY;
}
