import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './desk.module.css';

/** What the start found: trouble with the library, for as long as the program runs; a new key, until the person has read it. */
export function StartNotices() {
  const { t } = useTranslation();
  const begun = useStore(start);
  const [isRead, setIsRead] = useState(false);
  if (!begun) return null;
  const { libraryProblem, personKey } = begun;
  return (
    <div className={styles.banners}>
      {libraryProblem ? (
        <Banner tone="warn" title={t('desk.libraryProblem')} live="alert">
          <p>{t(`error.${libraryProblem}`)}</p>
        </Banner>
      ) : null}
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
