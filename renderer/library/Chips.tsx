import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import styles from './filters.module.css';
import { chipsOf, unfiltered, without } from './filters.ts';
import { query } from './library.ts';
import { useChipName } from './names.ts';

/** The filters that are on: each goes by a press, all go by one. */
export function Chips() {
  const { t } = useTranslation();
  const now = useStore(query);
  const nameOf = useChipName();
  const box = useRef<HTMLDivElement>(null);
  const chips = chipsOf(now);
  if (chips.length === 0) return null;
  /** The focus goes on to the chip that takes the place, or back to the search. */
  const focusAt = (index: number) =>
    requestAnimationFrame(() => {
      const next = box.current?.querySelectorAll<HTMLElement>('li button')[index];
      (next ?? document.getElementById('library-search'))?.focus();
    });
  return (
    <div className={styles.chips} ref={box}>
      <ul aria-label={t('library.filters.on')}>
        {chips.map((chip, index) => {
          const name = nameOf(chip, now.date);
          return (
            <li key={`${chip.list} ${chip.value}`}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t('library.filters.remove', { name })}
                onClick={() => {
                  query.set(without(now, chip));
                  focusAt(index);
                }}
              >
                <span>{name}</span>
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={styles.clear}
        onClick={() => {
          query.set(unfiltered);
          focusAt(chips.length);
        }}
      >
        {t('library.filters.clear')}
      </button>
    </div>
  );
}
