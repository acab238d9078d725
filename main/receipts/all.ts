import type { ReceiptFind, ReceiptRow } from '../../preload/contract.ts';
import type { Store } from '../store/api.ts';

const PAGE = 200;

/** All receipts that are found, the newest first: page by page, so that what is being written meanwhile is never held up. */
export async function allReceipts(
  store: Pick<Store, 'findReceipts'>,
  find: Omit<ReceiptFind, 'offset' | 'limit'>,
): Promise<ReceiptRow[]> {
  // Right after the start not all are read yet; each question reads on.
  while ((await store.findReceipts({ ...find, offset: 0, limit: 0 })).isCut);
  const found = new Map<string, ReceiptRow>();
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await store.findReceipts({ ...find, offset, limit: PAGE });
    // One that came in meanwhile moves the others on.
    for (const row of rows) found.set(row.id, row);
    if (offset + PAGE >= total) return [...found.values()];
  }
}
