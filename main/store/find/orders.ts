import type { LibraryRow } from '../../../preload/contract.ts';
import { compareTexts } from '../../../story/text/order.ts';
import type { Sort } from './entries.ts';

export const compareValues = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** How two rows stand to each other, ascending; never 0 for two stories. */
export const ORDERS: Record<Sort, (a: LibraryRow, b: LibraryRow) => number> = {
  updated: (a, b) => compareValues(a.updatedAt, b.updatedAt) || compareValues(a.id, b.id),
  created: (a, b) => compareValues(a.createdAt, b.createdAt) || compareValues(a.id, b.id),
  headline: (a, b) => compareTexts(a.headline, b.headline) || compareValues(a.id, b.id),
  /** Without one last; then what has waited longest. */
  deadline: (a, b) =>
    compareValues(a.deadline || '~', b.deadline || '~') ||
    compareValues(a.updatedAt, b.updatedAt) ||
    compareValues(a.id, b.id),
  words: (a, b) => a.words - b.words || compareValues(a.id, b.id),
};
