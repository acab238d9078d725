import { ArrowDownNarrowWide, ArrowUpNarrowWide, FolderOpen, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../format.ts';
import { language } from '../../i18n.ts';
import { ChipList } from '../../library/ChipList.tsx';
import library from '../../library/library.module.css';
import { useDateName } from '../../library/names.ts';
import { isEscape } from '../../library/open.ts';
import { run } from '../../run.ts';
import { desk } from '../../state.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Chosen } from './Chosen.tsx';
import { NoPhotos } from './NoPhotos.tsx';
import { PhotoFilters, usePhotoValueName } from './PhotoFilters.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { PHOTO_SEARCH, PhotoSearch } from './PhotoSearch.tsx';
import styles from './photoLibrary.module.css';
import { isDescending, LIST_VALUES, SORT_VALUES, toggledIn, withoutFilters } from './query.ts';
import { closePhotos, followPhotos, isDragging, photoPages, photoQuery } from './state.ts';

/** Every photo that was taken in, over the story. Escape goes back to the story. */
export function PhotoLibrary() {
  const { t } = useTranslation();
  const listing = useStore(photoPages().listing);
  const dragging = useStore(isDragging);
  const { usage } = useStore(photoQuery);
  useEffect(followPhotos, []);
  useEffect(() => {
    if (!dragging) return;
    // A photo that a change took out of the grid meanwhile tells of no end; but no pointer moves as long as a drag lasts.
    const end = () => isDragging.set(false);
    window.addEventListener('pointermove', end);
    return () => window.removeEventListener('pointermove', end);
  }, [dragging]);
  // A story that is opened from here, or beside it, is what is wanted.
  const view = useStore(desk.view);
  const storyId = view.kind === 'open' ? view.session.storyId : null;
  const [first] = useState(storyId);
  useEffect(() => {
    if (storyId !== null && storyId !== first) closePhotos();
  }, [storyId, first]);
  return (
    <section
      className={`${library.wide} ${styles.view}`}
      aria-label={t('photos.library.title')}
      data-pane="photos"
      data-dragging={dragging || undefined}
      onKeyDown={(event) => {
        if (isEscape(event)) closePhotos();
      }}
    >
      <div className={library.wideHead}>
        <h2 className={library.wideTitle}>{t('photos.library.title')}</h2>
        <span className={library.spring} />
        <Button icon={FolderOpen} onClick={() => run('photo.folder')}>
          {t('photos.import.open')}
        </Button>
        <IconButton icon={X} label={t('library.backToStory')} command="media.open" onClick={closePhotos} />
      </div>
      <div className={library.wideTools}>
        <PhotoSearch />
        <PhotoFilters />
      </div>
      <div className={library.wideFound}>
        <PhotoCount />
        <PhotoChips />
        <span className={library.spring} />
        <Order />
      </div>
      {usage === 'unused' && listing.total ? <p className={styles.note}>{t('photos.library.unusedNote')}</p> : null}
      <NoPhotos listing={listing} />
      {listing.total && !listing.failure ? <PhotoGrid /> : null}
      <Chosen />
    </section>
  );
}

/** How many photos there are and how much disk they take; spoken when it changes. */
function PhotoCount() {
  const { t } = useTranslation();
  const { total, facets } = useStore(photoPages().listing);
  const said = total && facets ? { number: number(total, language()), size: sizeText(facets.bytes) } : null;
  return (
    <p role="status" className={library.count}>
      {said ? t('photos.library.found', { count: total ?? 0, ...said }) : ''}
    </p>
  );
}

const MB = 1024 * 1024;

/** Bytes as people say them: 12 MB, 3.4 GB. */
function sizeText(bytes: number): string {
  const isGreat = bytes >= 1000 * MB;
  const value = bytes / MB / (isGreat ? 1024 : 1);
  return `${value.toLocaleString(language(), { maximumFractionDigits: value < 10 ? 1 : 0 })} ${isGreat ? 'GB' : 'MB'}`;
}

function PhotoChips() {
  const { t } = useTranslation();
  const now = useStore(photoQuery);
  const nameOf = usePhotoValueName();
  const dateName = useDateName();
  const chips = LIST_VALUES.flatMap((list) =>
    now[list].map((value) => ({
      key: `${list} ${value}`,
      name: nameOf(list, value),
      remove: () => photoQuery.set((before) => toggledIn(before, list, value)),
    })),
  );
  if (now.usage !== 'any')
    chips.push({
      key: 'usage',
      name: t(`photos.library.usage.${now.usage}`),
      remove: () => photoQuery.set((before) => ({ ...before, usage: 'any' })),
    });
  if (now.date.kind !== 'any')
    chips.push({
      key: 'date',
      name: `${t(`photos.library.dateOf.${now.dateOf}`)}: ${dateName(now.date)}`,
      remove: () => photoQuery.set((before) => ({ ...before, date: { kind: 'any' } })),
    });
  return <ChipList chips={chips} onClear={() => photoQuery.set(withoutFilters)} search={PHOTO_SEARCH} />;
}

/** In which order, and which way round. */
function Order() {
  const { t } = useTranslation();
  const now = useStore(photoQuery);
  return (
    <>
      <div className={library.sort}>
        <Select
          label={t('library.sort.title')}
          hideLabel
          value={now.sort}
          onChange={(sort) => photoQuery.set((before) => ({ ...before, sort, reversed: false }))}
          items={SORT_VALUES.map((value) => ({ value, label: t(`photos.library.sort.${value}`) }))}
        />
      </div>
      <IconButton
        icon={isDescending(now) ? ArrowDownNarrowWide : ArrowUpNarrowWide}
        label={t('library.sort.turn')}
        aria-pressed={now.reversed}
        onClick={() => photoQuery.set((before) => ({ ...before, reversed: !before.reversed }))}
      />
    </>
  );
}
