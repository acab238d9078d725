import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondsClock } from '../format.ts';
import { language } from '../i18n.ts';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** At most so long before it died a page had not sent what was typed: see TIMING in the editor's autosave. */
const LONGEST_UNSAVED_MS = 1000;

/** The page before this one died: up to when everything is there, and what may be missing. */
export function CrashNotice() {
  const { t } = useTranslation();
  const at = useStore(start)?.crashedAt;
  const [isRead, setIsRead] = useState(false);
  if (!at || isRead) return null;
  const time = secondsClock(Date.parse(at) - LONGEST_UNSAVED_MS, language());
  return (
    <Banner
      tone="warn"
      live="alert"
      title={t('recovery.crashTitle')}
      actions={<Button onClick={() => setIsRead(true)}>{t('recovery.understood')}</Button>}
    >
      <p>{t('recovery.crash', { time })}</p>
    </Banner>
  );
}
