import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '../../preload/contract.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import styles from './receipts.module.css';

type Props = { row: ReceiptRow | null; index: number; isActive: boolean };

/** One receipt of the list. A row that is not read yet can be focused all the same. */
export function ReceiptItem({ row, index, isActive }: Props) {
  const { t } = useTranslation();
  const people = row ? [row.approvedBy, row.publishedBy].filter((name) => name) : [];
  return (
    <button
      type="button"
      className={styles.item}
      data-row={index}
      data-receipt={row?.id}
      tabIndex={isActive ? 0 : -1}
      aria-current={isActive || undefined}
    >
      {row ? (
        <>
          <span className={styles.headline}>{row.about?.headline || t('receipts.untitled')}</span>
          <span className={styles.line}>
            <span className={styles.status} data-status={row.status}>
              {t(`receipts.status.${row.status}`)}
            </span>
            <span className={styles.cut}>{row.destinationName}</span>
            <time dateTime={row.at}>{dateTime(row.at, language())}</time>
          </span>
          <span className={styles.line}>
            <Sameness row={row} />
            <span className={styles.cut}>{[...new Set(people)].join(' · ')}</span>
          </span>
        </>
      ) : (
        <span className={styles.line}>…</span>
      )}
    </button>
  );
}

function Sameness({ row: { differences, compared } }: { row: ReceiptRow }) {
  const { t } = useTranslation();
  if (differences.length > 0)
    return (
      <span className={styles.differs}>
        <TriangleAlert size={13} aria-hidden="true" />
        {t('receipts.differs', { count: differences.length })}
      </span>
    );
  // Receipts of earlier versions do not say; they were all read back.
  if (compared?.length === 0) return <span className={styles.notRead}>{t('receipts.notRead')}</span>;
  return (
    <span className={styles.equal}>
      <CircleCheck size={13} aria-hidden="true" />
      {t('receipts.equal')}
    </span>
  );
}
