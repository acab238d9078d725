import { FileOutput, Sigma, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import library from '../library/library.module.css';
import { OverSearch } from '../library/OverSearch.tsx';
import { isEscape } from '../library/open.ts';
import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { exportReceipts } from './actions.ts';
import { FeesDialog } from './FeesDialog.tsx';
import { NoReceipts } from './NoReceipts.tsx';
import { ReceiptChips, ReceiptFilters } from './ReceiptFilters.tsx';
import { ReceiptList } from './ReceiptList.tsx';
import { closeReceipts, followReceipts, receiptPages, receiptQuery } from './state.ts';

export const RECEIPT_SEARCH = 'receipt-search';

/** The receipts of the whole library, over the story. Escape goes back to the story. */
export function Receipts() {
  const { t } = useTranslation();
  const listing = useStore(receiptPages().listing);
  const { text } = useStore(receiptQuery);
  const [fees, setFees] = useState(false);
  useEffect(followReceipts, []);
  // A story that is opened from here, or beside it, is what is wanted.
  const view = useStore(desk.view);
  const storyId = view.kind === 'open' ? view.session.storyId : null;
  const [first] = useState(storyId);
  useEffect(() => {
    if (storyId !== null && storyId !== first) closeReceipts();
  }, [storyId, first]);
  const said = listing.total ? number(listing.total, language()) : null;
  return (
    <section
      className={library.wide}
      aria-label={t('receipts.title')}
      data-pane="receipts"
      onKeyDown={(event) => {
        if (isEscape(event)) closeReceipts();
      }}
    >
      <div className={library.wideHead}>
        <h2 className={library.wideTitle}>{t('receipts.title')}</h2>
        <span className={library.spring} />
        <Button icon={Sigma} onClick={() => setFees(true)}>
          {t('receipts.fees')}
        </Button>
        <Button icon={FileOutput} disabled={!listing.total} onClick={() => void exportReceipts()}>
          {t('receipts.export')}
        </Button>
        <IconButton icon={X} label={t('library.backToStory')} command="receipts.open" onClick={closeReceipts} />
      </div>
      <div className={library.wideTools}>
        <OverSearch
          id={RECEIPT_SEARCH}
          label={t('receipts.search')}
          text={text}
          of="receipts"
          into='[data-row][tabindex="0"]'
          onType={(typed) => receiptQuery.set((now) => ({ ...now, text: typed }))}
          onLeave={closeReceipts}
        />
        <ReceiptFilters />
      </div>
      <div className={library.wideFound}>
        <p role="status" className={library.count}>
          {said ? t('receipts.found', { count: listing.total ?? 0, number: said }) : ''}
        </p>
        <ReceiptChips search={RECEIPT_SEARCH} />
      </div>
      <NoReceipts listing={listing} />
      {listing.total && !listing.failure ? <ReceiptList /> : null}
      <FeesDialog open={fees} onClose={() => setFees(false)} />
    </section>
  );
}
