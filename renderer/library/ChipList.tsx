import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './filters.module.css';

type Props = {
  chips: readonly { key: string; name: string; remove: () => void }[];
  onClear: () => void;
  /** The id of the search field: where the focus goes when the last chip is gone. */
  search: string;
};

/** Filters that are on: each goes by a press, all go by one. */
export function ChipList({ chips, onClear, search }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  if (chips.length === 0) return null;
  /** The focus goes on to the chip that takes the place, or back to the search. */
  const focusAt = (index: number) =>
    requestAnimationFrame(() => {
      const next = box.current?.querySelectorAll<HTMLElement>('li button')[index];
      (next ?? document.getElementById(search))?.focus();
    });
  return (
    <div className={styles.chips} ref={box}>
      <ul aria-label={t('library.filters.on')}>
        {chips.map(({ key, name, remove }, index) => (
          <li key={key}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('library.filters.remove', { name })}
              onClick={() => {
                remove();
                focusAt(index);
              }}
            >
              <span>{name}</span>
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles.clear}
        onClick={() => {
          onClear();
          focusAt(chips.length);
        }}
      >
        {t('library.filters.clear')}
      </button>
    </div>
  );
}
