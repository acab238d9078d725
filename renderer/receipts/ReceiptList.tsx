import { useTranslation } from 'react-i18next';
import { rowAt } from '../library/pages.ts';
import { useRows } from '../library/useRows.ts';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { ReceiptItem } from './ReceiptItem.tsx';
import styles from './receipts.module.css';
import { receiptPages } from './state.ts';

/** Pixels: receipts.module.css keeps to it. */
const ROW = 68;

/** The receipts found, however many there are, and the one that the keyboard is at, whole. */
export function ReceiptList() {
  const { t } = useTranslation();
  const list = useRows(receiptPages(), ROW, null);
  const total = list.listing.total ?? 0;
  const chosen = rowAt(list.listing, list.at);
  return (
    <div className={styles.halves}>
      <div ref={list.scroller} className={styles.scroller} onScroll={list.onScroll}>
        <ul
          aria-label={t('receipts.list')}
          className={styles.rows}
          style={{ height: list.height }}
          onFocus={list.onFocus}
          onKeyDown={list.onKey}
        >
          {list.rows.map(({ index, row }) => (
            <li
              key={index}
              data-place={index}
              className={styles.place}
              style={{ top: index * ROW, height: ROW }}
              aria-setsize={total}
              aria-posinset={index + 1}
            >
              <ReceiptItem row={row} index={index} isActive={index === list.at} />
            </li>
          ))}
        </ul>
      </div>
      <section className={styles.detail} aria-label={t('receipts.detail')}>
        {chosen ? <ReceiptDetail key={chosen.id} row={chosen} /> : null}
      </section>
    </div>
  );
}
