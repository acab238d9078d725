import { Copy, ExternalLink, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptRow } from '../../preload/contract.ts';
import { copyText } from '../copyText.ts';
import { dateTime, number } from '../format.ts';
import { language } from '../i18n.ts';
import { Equality } from '../publish/Receipts.tsx';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { goToStory, openThere } from './actions.ts';
import styles from './receipts.module.css';

/** A receipt, whole, with what can be done from it. */
export function ReceiptDetail({ row }: { row: ReceiptRow }) {
  const { t } = useTranslation();
  const { about } = row;
  const of = (count: number) => number(count, language());
  const facts: (readonly [string, string])[] = [
    [t('receipts.at'), dateTime(row.at, language())],
    [t('publish.destination'), row.destinationName],
    [t('receipts.filter.statuses'), t(`receipts.status.${row.status}`)],
  ];
  if (row.scheduledFor) facts.push([t('receipts.scheduledFor'), dateTime(row.scheduledFor, language())]);
  facts.push([t('publish.approvedBy'), row.approvedBy ?? t('publish.notApprovedThen')]);
  facts.push([t('publish.publishedBy'), row.publishedBy]);
  if (about?.byline) facts.push([t('receipts.byline'), about.byline]);
  if (about)
    facts.push([
      t('receipts.wordsAndPhotos'),
      t('receipts.facts', { words: of(about.words), photos: of(about.credits.length) }),
    ]);
  facts.push([t('receipts.version'), row.hash.slice(0, 12)]);
  return (
    <>
      <h3 className={styles.title}>{about?.headline || t('receipts.untitled')}</h3>
      <p className={styles.address}>{row.url}</p>
      <Equality receipt={row} />
      {about ? null : <p className={ui.muted}>{t('receipts.lost')}</p>}
      <dl className={ui.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={ui.row}>
        {row.url === '' ? null : (
          <>
            <Button icon={ExternalLink} onClick={() => void openThere(row)}>
              {t('publish.open')}
            </Button>
            <Button
              icon={Copy}
              onClick={() => {
                if (copyText(row.url)) notice(t('ui.copied'));
              }}
            >
              {t('publish.copy')}
            </Button>
          </>
        )}
        {row.isHere ? (
          <Button icon={FileText} onClick={() => void goToStory(row)}>
            {t('receipts.goToStory')}
          </Button>
        ) : null}
      </div>
      {row.isHere ? null : <p className={`${ui.muted} ${ui.small}`}>{t('receipts.storyGone')}</p>}
    </>
  );
}
