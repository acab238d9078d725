import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupNotice } from '../backup/BackupNotice.tsx';
import { CrashNotice } from '../recovery/CrashNotice.tsx';
import { HealthNotices } from '../recovery/HealthNotices.tsx';
import { RecoveryBanner } from '../recovery/RecoveryBanner.tsx';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './desk.module.css';

/** What the start found: trouble with the library, until it has been seen; a new key, until the person has read it. */
export function StartNotices() {
  const { t } = useTranslation();
  const begun = useStore(start);
  const [isRead, setIsRead] = useState(false);
  if (!begun) return null;
  const { personKey } = begun;
  return (
    <div className={styles.banners}>
      <BackupNotice />
      <CrashNotice />
      <RecoveryBanner />
      <HealthNotices />
      {personKey === 'kept' || isRead ? null : (
        <Banner
          tone="warn"
          live="alert"
          title={personKey === 'renewed' ? t('desk.keyRenewedTitle') : t('desk.keySessionTitle')}
          actions={<Button onClick={() => setIsRead(true)}>{t('desk.understood')}</Button>}
        >
          <p>{personKey === 'renewed' ? t('desk.keyRenewed') : t('desk.keySession')}</p>
        </Banner>
      )}
    </div>
  );
}
