import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedLibrary } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';

/** The whole window, when no library can be opened: why, what is safe, what to do. */
export function StartProblem({ library }: { library: ClosedLibrary }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  // Where it works, main loads every page afresh.
  const attempt = async (name: 'library.reopen' | 'library.chooseFolder') => {
    setBusy(true);
    const opened = await call(name, {});
    if (!opened.ok) problem(opened);
    setBusy(false);
  };
  return (
    <main aria-label={t('startProblem.title')}>
      <EmptyState
        icon={FileWarning}
        title={t('startProblem.title')}
        action={
          <div className={ui.row}>
            <Button kind="primary" disabled={busy} onClick={() => void attempt('library.reopen')}>
              {t('startProblem.again')}
            </Button>
            <Button disabled={busy} onClick={() => void attempt('library.chooseFolder')}>
              {t('startProblem.choose')}
            </Button>
            <Button disabled={busy} onClick={() => void call('app.quit', {})}>
              {t('startProblem.quit')}
            </Button>
          </div>
        }
      >
        {t(`error.${library.code}`)}
        <br />
        {t('startProblem.folder', { folder: library.folder })}
      </EmptyState>
    </main>
  );
}
