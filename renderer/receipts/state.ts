import type { ReceiptFind, ReceiptRow, ReceiptsFound } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { focusPane } from '../desk/panes.ts';
import { createPages, type Listing, type Pages } from '../library/pages.ts';
import { createStore } from '../store.ts';
import { EVERY_RECEIPT, type ReceiptQuery, toReceiptFind } from './query.ts';

/** What the receipts' screen shows. It outlives its view: reopened, it stands where it was. */
export const receiptQuery = createStore<ReceiptQuery>(EVERY_RECEIPT);
/** It stands over the story. */
export const receiptsOpen = createStore(false);

export type ReceiptPages = Pages<ReceiptFind, ReceiptRow, ReceiptsFound['facets']>;
export type ReceiptListing = Listing<ReceiptRow, ReceiptsFound['facets']>;

const question = (): ReceiptFind => ({ ...toReceiptFind(receiptQuery.get(), Date.now()), offset: 0, limit: 0 });
const all: ReceiptPages = createPages((find: ReceiptFind) => call('receipt.find', find));
export const receiptPages = (): ReceiptPages => all;

/** At most once in so many milliseconds: many stories may go out at once. */
const REST_MS = 500;

/** Asks, and asks again whenever something changes, as long as the view is open. Returns its own end. */
export function followReceipts(): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    rest ??= setTimeout(() => {
      rest = undefined;
      refreshReceipts();
    }, REST_MS);
  };
  all.ask(question());
  const undo = [
    receiptQuery.subscribe(() => all.ask(question())),
    onEvent('receipt.made', later),
    // A story that is deleted, or whose status changes.
    onEvent('library.changed', later),
    // Right after the start not all receipts are read yet.
    all.listing.subscribe(() => all.listing.get().isCut && later()),
  ];
  return () => {
    clearTimeout(rest);
    for (const stop of undo) stop();
  };
}

export const refreshReceipts = (): void => all.refresh(question());

/** The receipts go; the caret is back in the story. */
export function closeReceipts(): void {
  receiptsOpen.set(false);
  requestAnimationFrame(() => focusPane('editor'));
}
