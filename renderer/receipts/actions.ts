import type { ReceiptRow } from '../../preload/contract.ts';
import { openStory } from '../actions.ts';
import { call } from '../api.ts';
import { number } from '../format.ts';
import { language, t } from '../i18n.ts';
import { type DateFilter, periodOf } from '../library/query.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { toReceiptFind } from './query.ts';
import { closeReceipts, receiptQuery } from './state.ts';

/** Opens what stands there now, as the receipt knows its address. */
export async function openThere({ id }: Pick<ReceiptRow, 'id'>): Promise<void> {
  const opened = await call('publish.openReceipt', { receiptId: id });
  if (!opened.ok) problem(opened);
}

/** Where the story cannot be opened, the receipts stay. */
export async function goToStory({ storyId }: Pick<ReceiptRow, 'storyId'>): Promise<void> {
  if (await openStory(storyId)) closeReceipts();
}

/** Writes what the list shows, all of it. */
export async function exportReceipts(): Promise<void> {
  const saved = await call('receipt.export', toReceiptFind(receiptQuery.get(), Date.now()));
  if (!saved.ok) return problem(saved);
  const { count, path } = saved.value;
  notice(t('receipts.exported', { count, number: number(count, language()), path }));
}

/** True where the table was written. */
export async function exportFees(date: DateFilter): Promise<boolean> {
  const saved = await call('receipt.fees', periodOf(date, Date.now()));
  if (!saved.ok) {
    problem(saved);
    return false;
  }
  const { stories, path } = saved.value;
  notice(t('receipts.feesSaved', { count: stories, number: number(stories, language()), path }));
  return true;
}
