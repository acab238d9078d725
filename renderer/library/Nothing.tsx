import { Clock, Inbox, Newspaper, Pin, SearchX, ServerCrash, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { chipsOf, unfiltered } from './filters.ts';
import { query, refreshLibrary } from './library.ts';
import type { Listing } from './pages.ts';
import { isSearch } from './query.ts';

const ICONS = { all: Newspaper, inbox: Inbox, pinned: Pin, recent: Clock, trash: Trash2 } as const;

/** Why there is nothing to see, and what the next step is; nothing where there is. */
export function Nothing({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const now = useStore(query);
  if (listing.failure)
    return (
      <EmptyState
        icon={ServerCrash}
        title={t('library.failed')}
        action={<Button onClick={refreshLibrary}>{t('desk.tryAgain')}</Button>}
      >
        {t(`error.${listing.failure.code}`)}
      </EmptyState>
    );
  if (listing.total !== 0) return null;
  const hasFilters = chipsOf(now).length > 0;
  if (!hasFilters && !isSearch(now))
    return (
      <EmptyState icon={ICONS[now.shelf]} title={t(`library.empty.${now.shelf}`)}>
        {t(`library.emptyHint.${now.shelf}`)}
      </EmptyState>
    );
  const action = hasFilters ? (
    <Button onClick={() => query.set(unfiltered)}>{t('library.filters.clear')}</Button>
  ) : now.shelf === 'all' ? null : (
    <Button onClick={() => query.set((before) => ({ ...before, shelf: 'all' }))}>{t('library.searchAll')}</Button>
  );
  return (
    <EmptyState icon={SearchX} title={t('library.nothingTitle')} action={action}>
      {isSearch(now) ? t('library.nothingHint') : t('library.nothingFiltered')}
    </EmptyState>
  );
}
