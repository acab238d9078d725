import { useTranslation } from 'react-i18next';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import styles from './library.module.css';
import { list } from './library.ts';

/** How many stories there are; spoken when it changes. */
export function Count() {
  const { t } = useTranslation();
  const { total, isCut } = useStore(list().listing);
  const text = (count: number) =>
    isCut
      ? t('library.foundCut', { number: number(count, language()) })
      : t('library.found', { count, number: number(count, language()) });
  return (
    <p role="status" className={styles.count}>
      {total === null ? '' : text(total)}
    </p>
  );
}
