import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import { Choices } from './Choices.tsx';
import { DateChoices } from './DateChoices.tsx';
import { FilterPopover } from './FilterPopover.tsx';
import styles from './filters.module.css';
import { chipsOf, LISTS } from './filters.ts';
import { query } from './library.ts';
import type { DateFilter } from './query.ts';

const setDate = (date: DateFilter) => query.set((now) => ({ ...now, date }));

/** All filters behind one button: for the narrow library beside the story. */
export function FilterButton() {
  const { t } = useTranslation();
  const now = useStore(query);
  const on = chipsOf(now).length;
  return (
    <FilterPopover title={t('library.filters.title')} on={on} icon={<ListFilter size={14} aria-hidden="true" />}>
      {LISTS.map((list) => (
        <Choices key={list} list={list} />
      ))}
      <DateChoices title={t('library.filters.date')} date={now.date} onChange={setDate} />
    </FilterPopover>
  );
}

/** Each filter behind a button of its own: for the wide library. */
export function FilterBar() {
  const { t } = useTranslation();
  const now = useStore(query);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box around its own fieldsets
    <div role="group" className={styles.bar} aria-label={t('library.filters.title')}>
      {LISTS.map((list) => (
        <FilterPopover key={list} title={t(`library.filters.${list}`)} on={now[list].length}>
          <Choices list={list} hideTitle />
        </FilterPopover>
      ))}
      <FilterPopover title={t('library.filters.date')} on={now.date.kind === 'any' ? 0 : 1}>
        <DateChoices title={t('library.filters.date')} date={now.date} onChange={setDate} hideTitle />
      </FilterPopover>
    </div>
  );
}
