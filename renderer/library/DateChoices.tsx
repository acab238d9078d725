import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './filters.module.css';
import { type DateFilter, PERIODS } from './query.ts';

type Props = { title: string; date: DateFilter; onChange: (date: DateFilter) => void; hideTitle?: boolean };

/** A period that moves with the clock, or from one day to another. */
export function DateChoices({ title: words, date, onChange: set, hideTitle = false }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const name = useId();
  const days = date.kind === 'between' ? date : { from: '', to: '' };
  const setDays = (part: Partial<typeof days>) => {
    const next = { from: days.from, to: days.to, ...part };
    set(next.from || next.to ? { kind: 'between', ...next } : { kind: 'any' });
  };
  return (
    <fieldset className={styles.choices} aria-labelledby={title}>
      <legend id={title} className={hideTitle ? styles.hiddenTitle : styles.groupTitle}>
        {words}
      </legend>
      {(['any', ...PERIODS] as const).map((kind) => (
        <label key={kind} className={styles.choice}>
          <input type="radio" name={name} checked={date.kind === kind} onChange={() => set({ kind })} />
          <span className={styles.value}>{t(`library.date.${kind}`)}</span>
        </label>
      ))}
      <div className={styles.days}>
        <label className={styles.day}>
          <span>{t('library.date.from')}</span>
          <input
            type="date"
            value={days.from}
            max={days.to || undefined}
            onChange={(event) => setDays({ from: event.currentTarget.value })}
          />
        </label>
        <label className={styles.day}>
          <span>{t('library.date.to')}</span>
          <input
            type="date"
            value={days.to}
            min={days.from || undefined}
            onChange={(event) => setDays({ to: event.currentTarget.value })}
          />
        </label>
      </div>
    </fieldset>
  );
}
