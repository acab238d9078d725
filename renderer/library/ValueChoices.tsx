import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../story/text/fold.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import styles from './filters.module.css';

/** More values than that get a field to find one. */
const MANY = 10;
/** Beyond that, one types. */
const SHOWN = 60;

type Props = {
  title: string;
  values: readonly { value: string; count: number }[];
  on: readonly string[];
  nameOf: (value: string) => string;
  onToggle: (value: string) => void;
  hideTitle?: boolean;
};

/** The values of one filter, with how often there is each. */
export function ValueChoices({ title: words, values: all, on, nameOf, onToggle, hideTitle = false }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const [typed, setTyped] = useState('');
  const wanted = fold(typed.trim());
  const shown = all.filter(({ value }) => fold(nameOf(value)).includes(wanted)).slice(0, SHOWN);
  return (
    <fieldset className={styles.choices} aria-labelledby={title}>
      <legend id={title} className={hideTitle ? styles.hiddenTitle : styles.groupTitle}>
        {words}
      </legend>
      {all.length > MANY ? (
        <input
          type="search"
          className={styles.find}
          aria-label={t('library.filters.find', { name: words })}
          placeholder={t('library.filters.find', { name: words })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {all.length === 0 ? <p className={styles.none}>{t('library.filters.none')}</p> : null}
      <div className={styles.values}>
        {shown.map(({ value, count }) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" checked={on.includes(value)} onChange={() => onToggle(value)} />
            <span className={styles.value}>{nameOf(value)}</span>
            <span className={styles.number}>{number(count, language())}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
