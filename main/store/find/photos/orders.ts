import type { PhotoFind } from '../../../../preload/contract.ts';
import { compareTexts } from '../../../../story/text/order.ts';
import { compareValues } from '../orders.ts';
import type { PhotoEntry } from './entry.ts';

export type PhotoSort = PhotoFind['sort'];

/** How two photos stand to each other, ascending; never 0 for two of them. What has no date is older than all. */
export const PHOTO_ORDERS: Record<PhotoSort, (a: PhotoEntry, b: PhotoEntry) => number> = {
  imported: (a, b) => compareValues(a.importedAt, b.importedAt) || compareValues(a.hash, b.hash),
  taken: (a, b) => compareValues(a.taken, b.taken) || compareValues(a.hash, b.hash),
  name: (a, b) => compareTexts(a.name, b.name) || compareValues(a.hash, b.hash),
  size: (a, b) => a.size - b.size || compareValues(a.hash, b.hash),
};
