import { CircleCheck, Copy, ExternalLink, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../preload/contract.ts';
import { momentText } from '../../story/text/embargo.ts';
import { call } from '../api.ts';
import { copyText } from '../copyText.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './publish.module.css';

/** The proofs of what was published, the newest first. */
export function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useTranslation();
  if (receipts.length === 0) return <p className={ui.muted}>{t('publish.noReceipts')}</p>;
  return (
    <ol className={ui.list}>
      {receipts.map((receipt) => (
        <ReceiptCard key={receipt.id} receipt={receipt} />
      ))}
    </ol>
  );
}

/** What was done, as the newsroom calls it. */
function Done({ receipt: { operation, asked, status, scheduledFor } }: { receipt: Receipt }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  if (status === 'scheduled' && scheduledFor)
    return t('publish.standing.scheduled', { time: momentText(Date.parse(scheduledFor), timeZone) });
  if (status !== 'published' && status !== 'scheduled') return t(`publish.status.${status}`);
  if (asked === 'correct') return t('publish.corrected');
  return t(operation === 'created' || operation === 'unchanged' ? `publish.${operation}` : 'publish.updated');
}

function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation();
  const open = async () => {
    const opened = await call('publish.openReceipt', { receiptId: receipt.id });
    if (!opened.ok) problem(opened);
  };
  return (
    <li className={ui.card} data-receipt={receipt.operation}>
      <p className={styles.receiptTitle}>
        <span>
          <Done receipt={receipt} />: {receipt.destinationName}
        </span>
        <time dateTime={receipt.at}>{dateTime(receipt.at, language())}</time>
      </p>
      <p className={styles.address} data-receipt-url>
        {receipt.url}
      </p>
      <Equality receipt={receipt} />
      {receipt.notes?.map((note) => (
        <p key={note} className={styles.note}>
          <Info size={15} aria-hidden="true" />
          <span>{t(`publish.note.${note}`)}</span>
        </p>
      ))}
      <dl className={ui.facts}>
        <dt>{t('publish.approvedBy')}</dt>
        <dd>{receipt.approvedBy ?? t('publish.notApprovedThen')}</dd>
        <dt>{t('publish.publishedBy')}</dt>
        <dd>{receipt.publishedBy}</dd>
      </dl>
      {receipt.url === '' ? null : (
        <div className={ui.row}>
          <Button icon={ExternalLink} onClick={() => void open()}>
            {t('publish.open')}
          </Button>
          <Button
            icon={Copy}
            onClick={() => {
              if (copyText(receipt.url)) notice(t('ui.copied'));
            }}
          >
            {t('publish.copy')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Whether what stands there is what was sent, and where not. */
export function Equality({ receipt: { differences, approvedBy, compared } }: { receipt: Receipt }) {
  const { t } = useTranslation();
  // Taken, and no more is known: no proof of anything.
  if (compared?.length === 0) return <p className={ui.muted}>{t('receipts.notRead')}</p>;
  if (differences.length === 0)
    return (
      <p className={styles.equal}>
        <CircleCheck size={15} aria-hidden="true" />
        {approvedBy ? t('publish.equalApproved') : t('publish.equal')}
      </p>
    );
  return (
    <details className={styles.differences}>
      <summary>
        <TriangleAlert size={15} aria-hidden="true" />
        {t('publish.differences', { count: differences.length })}
      </summary>
      <ul className={ui.list}>
        {differences.map((difference) => (
          <li key={`${difference.where} ${difference.ours} ${difference.theirs}`}>
            <p className={styles.where}>{difference.where}</p>
            <p>{t('publish.diffOurs', { text: difference.ours })}</p>
            <p>{t('publish.diffTheirs', { text: difference.theirs })}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
