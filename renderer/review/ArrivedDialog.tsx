import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Arrival, Channel } from '../../preload/contract.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { changeChannel, channel } from './channel.ts';
import { receiveArrival } from './receive.ts';
import styles from './review.module.css';

/** What came by the shared folder and waits to be taken in. */
export function ArrivedDialog() {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'arrived';
  const now = useStore(channel);
  return (
    <Dialog open={open} onClose={() => dialog.set(null)} title={t('handoff.shared.title')} size="medium">
      {now ? <Arrived now={now} /> : null}
    </Dialog>
  );
}

function Arrived({ now }: { now: Channel }) {
  const { t } = useTranslation();
  const { folder, gone, arrivals, troubles } = now;
  if (!folder) return <p className={ui.muted}>{t('handoff.shared.noFolder')}</p>;
  return (
    <>
      {gone ? (
        <Banner tone="warn" title={t('handoff.shared.gone')}>
          <p>{t('handoff.shared.goneHint', { path: folder.path })}</p>
        </Banner>
      ) : null}
      {arrivals.length === 0 && !gone ? <p className={ui.muted}>{t('handoff.shared.nothing')}</p> : null}
      {arrivals.length === 0 ? null : (
        <ul className={ui.list} aria-label={t('handoff.shared.title')}>
          {arrivals.map((arrival) => (
            <Row key={arrival.id} arrival={arrival} />
          ))}
        </ul>
      )}
      {troubles.length === 0 ? null : (
        <Banner tone="warn" title={t('handoff.shared.troubles')}>
          {troubles.map(({ file, code }) => (
            <p key={file}>
              <strong>{file}</strong>: {t(`error.${code}`)}
            </p>
          ))}
        </Banner>
      )}
    </>
  );
}

function Row({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation();
  const { id, from, to, note, at, isNew } = arrival;
  const headline = arrival.headline || t('handoff.ask.untitled');
  const take = () => {
    dialog.set(null);
    void receiveArrival(id);
  };
  return (
    <li className={ui.card}>
      <p className={styles.author}>{headline}</p>
      <p className={styles.byline}>
        {to === '' ? t('handoff.shared.from', { name: from }) : t('handoff.shared.fromTo', { name: from, to })},{' '}
        <time dateTime={at}>{dateTime(at, language())}</time>
        {'; '}
        {isNew ? t('handoff.shared.new') : t('handoff.shared.known')}
      </p>
      {note === '' ? null : <p className={styles.text}>{note}</p>}
      <div className={ui.row}>
        <Button kind="primary" aria-label={t('handoff.shared.take', { headline })} onClick={take}>
          {t('handoff.shared.takeShort')}
        </Button>
        <IconButton
          icon={EyeOff}
          label={t('handoff.shared.hide', { headline })}
          onClick={() => void changeChannel('channel.hide', { id })}
        />
      </div>
    </li>
  );
}
