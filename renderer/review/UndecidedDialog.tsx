import { useTranslation } from 'react-i18next';
import { openConflicts } from '../../story/review/approval.ts';
import { showTab } from '../actions.ts';
import { desk, dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** The story is to be sent while two versions of some words stand in it: the person decides. */
export function UndecidedDialog() {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'undecided';
  const session = desk.session();
  const count = open && session ? openConflicts(session.story()).length : 0;
  const close = () => dialog.set(null);
  return (
    <Dialog
      question
      open={open}
      onClose={close}
      title={t('review.undecidedTitle', { count })}
      description={t('review.undecidedHint')}
      actions={
        <>
          <Button
            onClick={() => {
              close();
              showTab('review');
            }}
          >
            {t('review.chooseFirst')}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              dialog.set('sending');
            }}
          >
            {t('review.sendAnyway')}
          </Button>
        </>
      }
    />
  );
}
