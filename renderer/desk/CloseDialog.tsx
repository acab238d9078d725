import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract.ts';
import { clock } from '../format.ts';
import { language } from '../i18n.ts';
import { desk, dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** The window was asked to close and something typed cannot be saved: the person decides. */
export function CloseDialog({ failure, onClose }: { failure: Failure | null; onClose: () => void }) {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'closing' && failure !== null;
  const [busy, setBusy] = useState(false);
  const session = desk.session();
  const state = session?.saveState();
  const headline = session?.story().fields.headline || t('library.untitled');
  const what =
    state?.kind === 'failed' || state?.kind === 'slow'
      ? t('closing.what', { headline, time: clock(state.since, language()) })
      : t('closing.whatNow', { headline });
  const again = async () => {
    setBusy(true);
    const closed = await desk.close();
    setBusy(false);
    if (closed.ok) onClose();
  };
  return (
    <Dialog
      question
      open={open}
      onClose={onClose}
      title={t('closing.title')}
      description={failure ? `${what}\n${t(`error.${failure.code}`)}` : what}
      actions={
        <>
          <Button onClick={onClose}>{t('closing.keep')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void again()}>
            {t('closing.again')}
          </Button>
          <Button kind="danger" onClick={() => desk.closeAnyway()}>
            {t('closing.anyway')}
          </Button>
        </>
      }
    />
  );
}
