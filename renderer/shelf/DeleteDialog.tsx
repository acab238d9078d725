import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { type Deletion, deletion } from './deletion.ts';
import { deleteStory, emptyTrash } from './shelf.ts';

/** Before something is deleted for ever: how much, what stays, and that nothing brings it back. */
export function DeleteDialog() {
  const { t } = useTranslation();
  const asked = useStore(deletion);
  // Kept for the closing dialog, so that its words do not change under the eye.
  const last = useRef<Deletion | null>(null);
  if (asked) last.current = asked;
  const [isBusy, setIsBusy] = useState(false);
  const shown = last.current;
  if (!shown) return null;
  const close = () => deletion.set(null);
  // A full trash takes its time: the question stays until it is done.
  const work = async () => {
    setIsBusy(true);
    await (shown.kind === 'one' ? deleteStory(shown.story) : emptyTrash());
    setIsBusy(false);
    close();
  };
  return (
    <Dialog
      question
      open={asked !== null}
      onClose={close}
      title={
        shown.kind === 'one'
          ? t('shelf.deleteTitle', { headline: shown.story.headline.trim() || t('library.untitled') })
          : t('shelf.emptyTitle', { count: shown.count })
      }
      description={shown.kind === 'one' ? t('shelf.deleteHint') : t('shelf.emptyHint', { count: shown.count })}
      actions={
        <>
          <Button onClick={close} disabled={isBusy}>
            {t('ui.cancel')}
          </Button>
          <Button kind="danger" busy={isBusy} onClick={() => void work()}>
            {shown.kind === 'one' ? t('shelf.deleteNow') : t('shelf.emptyNow', { count: shown.count })}
          </Button>
        </>
      }
    />
  );
}
