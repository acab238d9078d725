import { CircleCheck, Copy, ExternalLink, Info, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { copyText } from '../copyText.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './publish.module.css';

/** The proofs of what was published, the newest first. */
export function Receipts({ storyId }: { storyId: string }) {
  const { t } = useTranslation();
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  useEffect(() => {
    let live = true;
    const load = async () => {
      const list = await call('publish.receipts', { storyId });
      if (!live) return;
      if (list.ok) setReceipts([...list.value].sort((a, b) => b.at.localeCompare(a.at)));
      else problem(list);
    };
    void load();
    const stop = onEvent('receipt.made', (receipt) => {
      if (receipt.storyId === storyId) void load();
    });
    return () => {
      live = false;
      stop();
    };
  }, [storyId]);
  if (receipts.length === 0) return <p className={ui.muted}>{t('publish.noReceipts')}</p>;
  return (
    <ol className={ui.list}>
      {receipts.map((receipt) => (
        <ReceiptCard key={receipt.id} receipt={receipt} />
      ))}
    </ol>
  );
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
          {receipt.operation === 'created' ? t('publish.created') : t('publish.updated')}: {receipt.destinationName}
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
  // Taken, and no more is known: no proof of anything. The note says so.
  if (compared?.length === 0) return null;
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
