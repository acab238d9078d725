import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateChoices } from '../library/DateChoices.tsx';
import type { DateFilter } from '../library/query.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { exportFees } from './actions.ts';
import { lastMonth } from './query.ts';

type Props = { open: boolean; onClose: () => void };

/** For which period the figures for the fees are wanted; first the month before this one. */
export function FeesDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const [date, setDate] = useState<DateFilter>(() => ({ kind: 'between', ...lastMonth(Date.now()) }));
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const isSaved = await exportFees(date);
    setBusy(false);
    if (isSaved) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('receipts.feesTitle')}
      description={t('receipts.feesHint')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('receipts.feesSave')}
          </Button>
        </>
      }
    >
      <DateChoices title={t('receipts.feesPeriod')} date={date} onChange={setDate} />
    </Dialog>
  );
}
