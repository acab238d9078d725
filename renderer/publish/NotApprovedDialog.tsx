import { useTranslation } from 'react-i18next';
import type { Approval } from '../../story/model.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = { open: boolean; approval: Approval | null; onClose: () => void; onConfirm: () => void };

/** Publishing what nobody has approved asks, and says who approved what. */
export function NotApprovedDialog({ open, approval, onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      question
      open={open}
      onClose={onClose}
      title={t('publish.notApprovedTitle')}
      description={
        approval
          ? t('publish.notApprovedChanged', { name: approval.name, time: dateTime(approval.at, language()) })
          : t('publish.notApprovedNobody')
      }
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" onClick={onConfirm}>
            {t('publish.publishAnyway')}
          </Button>
        </>
      }
    />
  );
}
