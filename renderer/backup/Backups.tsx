import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import styles from './backup.module.css';
import {
  backUp,
  backups,
  exportAll,
  fileSize,
  loadBackups,
  move,
  openFile,
  sectionWanted,
  when,
  work,
} from './backup.ts';
import { Plan } from './Plan.tsx';
import { WorkBar } from './WorkBar.tsx';

/** The settings' part on the library as a whole: backups, and the ways out and elsewhere. */
export function Backups() {
  const { t } = useTranslation();
  const state = useStore(backups);
  const going = useStore(work);
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void loadBackups();
  }, []);
  useEffect(() => {
    if (!sectionWanted.get() || !state) return;
    sectionWanted.set(false);
    top.current?.scrollIntoView({ block: 'center' });
    top.current?.focus();
  }, [state]);
  if (!state) return null;
  const busy = going !== null;
  const { last, plan } = state;
  return (
    <>
      <p ref={top} tabIndex={-1} className={styles.top}>
        {last
          ? t('backup.last', { time: when(last.at), count: last.stories, size: fileSize(last.bytes), path: last.path })
          : t('backup.never')}
      </p>
      <Trouble />
      {going ? <WorkBar work={going} /> : null}
      <Plan state={state} />
      <div className={ui.row}>
        <Button kind="primary" disabled={busy} onClick={() => void backUp(false)}>
          {plan.folder === null ? t('backup.makeIn') : t('backup.make')}
        </Button>
        {plan.folder === null ? null : (
          <Button disabled={busy} onClick={() => void backUp(true)}>
            {t('backup.makeIn')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void openFile()}>
          {t('backup.openFile')}
        </Button>
        {last ? (
          <Button kind="quiet" onClick={() => void call('backup.show', { what: 'backups' })}>
            {t('backup.show')}
          </Button>
        ) : null}
      </div>
      <div className={styles.folder}>
        <div className={styles.folderText}>
          <span className={styles.label}>{t('backup.library')}</span>
          <span className={ui.muted}>{state.library}</span>
        </div>
      </div>
      <div className={ui.row}>
        <Button disabled={busy} onClick={() => void exportAll()}>
          {t('backup.export')}
        </Button>
        <Button disabled={busy} onClick={() => void move()}>
          {t('backup.move')}
        </Button>
      </div>
      <p className={`${ui.muted} ${ui.small}`}>{t('backup.exportHint')}</p>
    </>
  );
}

/** What stands between the person and a good backup. */
function Trouble() {
  const { t } = useTranslation();
  const state = useStore(backups);
  if (!state) return null;
  const { failed, overdue, sameDisk, plan } = state;
  if (failed)
    return (
      <Banner tone="warn" title={t('backup.failed', { time: when(failed.at) })}>
        <p>{t(`error.${failed.code}`)}</p>
        {failed.detail ? <p className={ui.small}>{t('ui.detail', { detail: failed.detail })}</p> : null}
      </Banner>
    );
  if (overdue)
    return (
      <Banner tone="warn" title={t('backup.overdue')}>
        <p>{t('backup.overdueHint')}</p>
      </Banner>
    );
  if (plan.every === 'off') return <p className={ui.muted}>{t('backup.offer')}</p>;
  return sameDisk ? <Banner tone="info">{t('backup.sameDisk')}</Banner> : null;
}
