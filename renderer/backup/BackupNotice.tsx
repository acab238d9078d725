import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { backups, when } from './backup.ts';

/** After the library was restored or moved: what became of the one before, until the person has read it. */
export function BackupNotice() {
  const { t } = useTranslation();
  const found = useStore(backups)?.notice;
  if (!found) return null;
  const { kind, at, kept } = found;
  return (
    <Banner
      tone="ok"
      live="status"
      title={kind === 'restored' ? t('backup.restored', { time: when(at) }) : t('backup.moved')}
      actions={
        <>
          <Button onClick={() => void call('backup.noticeRead', {})}>{t('desk.understood')}</Button>
          <Button kind="quiet" onClick={() => void call('backup.show', { what: 'kept' })}>
            {t('backup.show')}
          </Button>
        </>
      }
    >
      <p>{kind === 'restored' ? t('backup.restoredKept', { path: kept }) : t('backup.movedKept', { path: kept })}</p>
    </Banner>
  );
}
