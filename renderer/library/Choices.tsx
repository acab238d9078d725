import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../story/text/fold.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { destinations } from '../state.ts';
import { useStore } from '../store.ts';
import styles from './filters.module.css';
import { choices, type ListName, toggled } from './filters.ts';
import { list, query } from './library.ts';
import { useValueName } from './names.ts';
import { STATUS_VALUES } from './query.ts';

/** More values than that get a field to find one. */
const MANY = 10;
/** Beyond that, one types. */
const SHOWN = 60;

/** The values of one filter, with how many stories have each. */
export function Choices({ list: name, hideTitle = false }: { list: ListName; hideTitle?: boolean }) {
  const { t } = useTranslation();
  const title = useId();
  const nameOf = useValueName();
  const facets = useStore(list().listing).facets;
  const on: readonly string[] = useStore(query)[name];
  const [typed, setTyped] = useState('');
  const known = useStore(destinations);
  const all = choices(valuesOf(), on);
  const wanted = fold(typed.trim());
  const shown = all.filter(({ value }) => fold(nameOf(name, value)).includes(wanted)).slice(0, SHOWN);

  function valuesOf(): readonly { value: string; count: number }[] {
    if (name === 'statuses') return STATUS_VALUES.map((value) => ({ value, count: facets?.statuses[value] ?? 0 }));
    const values = facets?.[name] ?? [];
    if (name !== 'destinations') return values;
    return known.map(({ id }) => ({ value: id, count: values.find(({ value }) => value === id)?.count ?? 0 }));
  }

  return (
    <fieldset className={styles.choices} aria-labelledby={title}>
      <legend id={title} className={hideTitle ? styles.hiddenTitle : styles.groupTitle}>
        {t(`library.filters.${name}`)}
      </legend>
      {all.length > MANY ? (
        <input
          type="search"
          className={styles.find}
          aria-label={t('library.filters.find', { name: t(`library.filters.${name}`) })}
          placeholder={t('library.filters.find', { name: t(`library.filters.${name}`) })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {all.length === 0 ? <p className={styles.none}>{t('library.filters.none')}</p> : null}
      <div className={styles.values}>
        {shown.map(({ value, count }) => (
          <label key={value} className={styles.choice}>
            <input
              type="checkbox"
              checked={on.includes(value)}
              onChange={() => query.set((now) => toggled(now, name, value))}
            />
            <span className={styles.value}>{nameOf(name, value)}</span>
            <span className={styles.number}>{number(count, language())}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
