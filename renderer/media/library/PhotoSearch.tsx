import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import library from '../../library/library.module.css';
import { SearchHelp } from '../../library/SearchHelp.tsx';
import { useStore } from '../../store.ts';
import { closePhotos, photoQuery } from './state.ts';

export const PHOTO_SEARCH = 'photo-search';

/** Searches as one types. Down and Enter lead into the grid, Escape clears, then goes back to the story. */
export function PhotoSearch() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text } = useStore(photoQuery);
  const set = (typed: string) => photoQuery.set((now) => ({ ...now, text: typed.slice(0, 2_000) }));
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter')
      field.closest('[data-pane]')?.querySelector<HTMLElement>('[data-photos]')?.focus();
    else if (event.key === 'Escape' && field.value !== '') {
      field.value = '';
      set('');
    } else if (event.key === 'Escape') closePhotos();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={library.searchRow}>
      <input
        ref={input}
        id={PHOTO_SEARCH}
        data-pane-start
        type="search"
        className={library.search}
        aria-label={t('photos.library.search')}
        placeholder={t('photos.library.search')}
        defaultValue={text}
        maxLength={2_000}
        onInput={(event) => set(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <SearchHelp of="photos" />
    </div>
  );
}
