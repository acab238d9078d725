import { useTranslation } from 'react-i18next';
import { OverSearch } from '../../library/OverSearch.tsx';
import { useStore } from '../../store.ts';
import { closePhotos, photoQuery } from './state.ts';

export const PHOTO_SEARCH = 'photo-search';

/** Down and Enter lead into the grid, Escape clears, then goes back to the story. */
export function PhotoSearch() {
  const { t } = useTranslation();
  const { text } = useStore(photoQuery);
  return (
    <OverSearch
      id={PHOTO_SEARCH}
      label={t('photos.library.search')}
      text={text}
      of="photos"
      into="[data-photos]"
      onType={(typed) => photoQuery.set((now) => ({ ...now, text: typed }))}
      onLeave={closePhotos}
    />
  );
}
