import { ReceiptText, SearchX, ServerCrash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hasFilters, withoutFilters } from './query.ts';
import { type ReceiptListing, receiptQuery, refreshReceipts } from './state.ts';

/** Why there is nothing to see, and what the next step is; nothing where there is. */
export function NoReceipts({ listing }: { listing: ReceiptListing }) {
  const { t } = useTranslation();
  const now = useStore(receiptQuery);
  if (listing.failure)
    return (
      <EmptyState
        icon={ServerCrash}
        title={t('receipts.failed')}
        action={<Button onClick={refreshReceipts}>{t('desk.tryAgain')}</Button>}
      >
        {t(`error.${listing.failure.code}`)}
      </EmptyState>
    );
  if (listing.total !== 0) return null;
  if (!hasFilters(now) && now.text.trim() === '')
    return (
      <EmptyState icon={ReceiptText} title={t('receipts.emptyTitle')}>
        {t('receipts.emptyHint')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={SearchX}
      title={t('receipts.nothingTitle')}
      action={
        hasFilters(now) ? (
          <Button onClick={() => receiptQuery.set(withoutFilters)}>{t('library.filters.clear')}</Button>
        ) : null
      }
    >
      {now.text.trim() === '' ? t('library.nothingFiltered') : t('library.nothingHint')}
    </EmptyState>
  );
}
