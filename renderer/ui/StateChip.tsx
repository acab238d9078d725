import { useTranslation } from 'react-i18next';
import type { LibraryRow } from '../../preload/contract.ts';
import styles from './ui.module.css';

type Props = { status: LibraryRow['status']; changedSince?: boolean };

/** Where a story stands. */
export function StateChip({ status, changedSince }: Props) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.chip} ${styles[status] ?? ''}`}>
      {t(`state.${status}`)}
      {changedSince ? `, ${t('state.changedSince')}` : ''}
    </span>
  );
}
