import { ArrowDownNarrowWide, ArrowUpNarrowWide } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './library.module.css';
import { query } from './library.ts';
import { isDescending, SHELF_VALUES, sortedBy, sortOf, sortsFor } from './query.ts';

/** Which part of the library. */
export function Shelves() {
  const { t } = useTranslation();
  const { shelf } = useStore(query);
  return (
    <Segments
      label={t('library.shelf.title')}
      value={shelf}
      items={SHELF_VALUES.map((value) => ({ value, label: t(`library.shelf.${value}`) }))}
      onChange={(next) => query.set((now) => ({ ...now, shelf: next }))}
    />
  );
}

/** In which order, and which way round. */
export function SortSelect() {
  const { t } = useTranslation();
  const now = useStore(query);
  const { shelf } = now;
  const sorts = sortsFor(now);
  if (sorts.length === 0)
    return <span className={styles.order}>{t(shelf === 'inbox' ? 'library.sort.inbox' : 'library.sort.recent')}</span>;
  const sort = sortOf(now);
  const isDown = isDescending(now);
  return (
    <>
      <div className={styles.sort}>
        <Select
          label={t('library.sort.title')}
          hideLabel
          value={sort}
          onChange={(next) => query.set((before) => sortedBy(before, next))}
          items={sorts.map((value) => ({ value, label: t(`library.sort.${value}`) }))}
        />
      </div>
      <IconButton
        icon={isDown ? ArrowDownNarrowWide : ArrowUpNarrowWide}
        label={t('library.sort.turn')}
        aria-pressed={now.reversed}
        disabled={sort === 'relevance'}
        onClick={() => query.set((before) => sortedBy(before, sort))}
      />
    </>
  );
}
