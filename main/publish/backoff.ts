import type { ErrorCode } from '../../preload/contract.ts';
import type { Trouble } from './destinations/types.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
/** No server's Retry-After holds a story back longer than this. */
export const LONGEST_ASKED_MS = 24 * 3_600_000;

/** What passes by itself; everything else waits for a person. A host that is not found may be a missing network. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'notFoundHost',
  'refused',
  'timeout',
  'serverError',
  'serverBusy',
  'badAnswer',
]);
export const passes = (trouble: Trouble): boolean => !trouble.stop && PASSING.has(trouble.code);

/** Milliseconds to the next attempt: what the server asked for, or 1 s doubling to 5 min, less up to half by chance. */
export function waitMs(trouble: Trouble, failures: number, random: () => number): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 20)) * (1 - random() / 2);
  return trouble.waitMs === undefined ? own : Math.max(own, Math.min(trouble.waitMs, LONGEST_ASKED_MS));
}
