import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { health, megabytes, spanOf } from './health.ts';

/** A disk that is nearly full, a clock that was set: each until the person has read it, and again when it gets worse. */
export function HealthNotices() {
  const { t } = useTranslation();
  const { disk, clock } = useStore(health);
  const [readAt, setReadAt] = useState(Number.POSITIVE_INFINITY);
  const [readClock, setReadClock] = useState<unknown>(null);
  const isDiskTold = disk?.isLow && disk.freeBytes < readAt / 2;
  const clockKey = clock && `${clock.what} ${clock.ms}`;
  const span = clock && spanOf(clock.ms);
  return (
    <>
      {isDiskTold ? (
        <Banner
          tone="warn"
          live="status"
          title={t('health.diskTitle', { room: megabytes(disk.freeBytes, language()) })}
          actions={<Button onClick={() => setReadAt(disk.freeBytes)}>{t('recovery.understood')}</Button>}
        >
          <p>{t('health.disk')}</p>
        </Banner>
      ) : null}
      {clock && span && clockKey !== readClock ? (
        <Banner
          tone="info"
          live="status"
          title={t(`health.clockTitle.${clock.what}`, { span: t(`health.span.${span.unit}`, { count: span.count }) })}
          actions={<Button onClick={() => setReadClock(clockKey)}>{t('recovery.understood')}</Button>}
        >
          <p>{t('health.clock')}</p>
        </Banner>
      ) : null}
    </>
  );
}
