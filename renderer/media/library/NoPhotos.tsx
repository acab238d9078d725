import { Images, SearchX, ServerCrash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { run } from '../../run.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hasFilters, withoutFilters } from './query.ts';
import { type PhotoListing, photoQuery, refreshPhotos } from './state.ts';

/** Why there is nothing to see, and what the next step is; nothing where there is. */
export function NoPhotos({ listing }: { listing: PhotoListing }) {
  const { t } = useTranslation();
  const now = useStore(photoQuery);
  if (listing.failure)
    return (
      <EmptyState
        icon={ServerCrash}
        title={t('photos.library.failed')}
        action={<Button onClick={refreshPhotos}>{t('desk.tryAgain')}</Button>}
      >
        {t(`error.${listing.failure.code}`)}
      </EmptyState>
    );
  if (listing.total !== 0) return null;
  if (!hasFilters(now) && now.text.trim() === '')
    return (
      <EmptyState
        icon={Images}
        title={t('photos.library.emptyTitle')}
        action={<Button onClick={() => run('photo.folder')}>{t('photos.import.open')}</Button>}
      >
        {t('photos.library.emptyHint')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={SearchX}
      title={t('photos.library.nothingTitle')}
      action={
        hasFilters(now) ? (
          <Button onClick={() => photoQuery.set(withoutFilters)}>{t('library.filters.clear')}</Button>
        ) : null
      }
    >
      {now.text.trim() === '' ? t('library.nothingFiltered') : t('library.nothingHint')}
    </EmptyState>
  );
}
