import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = { open: boolean; names: readonly string[]; onClose: () => void; onConfirm: () => void };

/** Readers lose the story: it asks, and says where. */
export function UnpublishDialog({ open, names, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      question
      open={open}
      onClose={onClose}
      title={t('publish.unpublish.title')}
      description={t('publish.unpublish.hint', { names: names.join(', ') })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" onClick={onConfirm}>
            {t('publish.unpublish.button')}
          </Button>
        </>
      }
    />
  );
}
