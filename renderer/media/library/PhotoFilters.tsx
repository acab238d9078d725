import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoFlag } from '../../../preload/contract.ts';
import { DateChoices } from '../../library/DateChoices.tsx';
import { FilterPopover } from '../../library/FilterPopover.tsx';
import styles from '../../library/filters.module.css';
import { choices } from '../../library/filters.ts';
import { ValueChoices } from '../../library/ValueChoices.tsx';
import { useStore } from '../../store.ts';
import { DATE_VALUES, FLAG_VALUES, LIST_VALUES, type PhotoList, toggledIn, USAGE_VALUES } from './query.ts';
import { photoPages, photoQuery } from './state.ts';

/** The name of a filter's value. */
export function usePhotoValueName(): (list: PhotoList, value: string) => string {
  const { t } = useTranslation();
  return (list, value) => {
    if (list === 'flags') return t(`photos.library.flag.${value as PhotoFlag}`);
    return list === 'types' ? (value.split('/')[1] ?? value).toUpperCase() : value;
  };
}

/** Each filter behind a button of its own. */
export function PhotoFilters() {
  const { t } = useTranslation();
  const now = useStore(photoQuery);
  const date = t('photos.library.filter.date');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box around its own fieldsets
    <div role="group" className={styles.bar} aria-label={t('library.filters.title')}>
      {LIST_VALUES.map((list) => (
        <FilterPopover key={list} title={t(`photos.library.filter.${list}`)} on={now[list].length}>
          <ListChoices list={list} />
        </FilterPopover>
      ))}
      <FilterPopover title={t('photos.library.filter.usage')} on={now.usage === 'any' ? 0 : 1}>
        <OneOf
          title={t('photos.library.filter.usage')}
          value={now.usage}
          items={USAGE_VALUES.map((value) => ({ value, label: t(`photos.library.usage.${value}`) }))}
          onChange={(usage) => photoQuery.set((before) => ({ ...before, usage }))}
        />
      </FilterPopover>
      <FilterPopover title={date} on={now.date.kind === 'any' ? 0 : 1}>
        <OneOf
          title={t('photos.library.dateOf.title')}
          value={now.dateOf}
          items={DATE_VALUES.map((value) => ({ value, label: t(`photos.library.dateOf.${value}`) }))}
          onChange={(dateOf) => photoQuery.set((before) => ({ ...before, dateOf }))}
        />
        <DateChoices
          title={date}
          date={now.date}
          onChange={(next) => photoQuery.set((before) => ({ ...before, date: next }))}
          hideTitle
        />
      </FilterPopover>
    </div>
  );
}

function ListChoices({ list }: { list: PhotoList }) {
  const { t } = useTranslation();
  const nameOf = usePhotoValueName();
  const { facets } = useStore(photoPages().listing);
  const on: readonly string[] = useStore(photoQuery)[list];
  const counted = facets?.[list] ?? [];
  const values =
    list === 'flags'
      ? FLAG_VALUES.map((value) => ({ value, count: counted.find((one) => one.value === value)?.count ?? 0 }))
      : counted;
  return (
    <ValueChoices
      title={t(`photos.library.filter.${list}`)}
      values={choices(values, on)}
      on={on}
      nameOf={(value) => nameOf(list, value)}
      onToggle={(value) => photoQuery.set((now) => toggledIn(now, list, value))}
      hideTitle
    />
  );
}

type OneOfProps<V extends string> = {
  title: string;
  value: V;
  items: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

function OneOf<V extends string>({ title, value: now, items, onChange }: OneOfProps<V>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.hiddenTitle}>{title}</legend>
      {items.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} checked={value === now} onChange={() => onChange(value)} />
          <span className={styles.value}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
