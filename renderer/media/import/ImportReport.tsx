import { useTranslation } from 'react-i18next';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './sheet.module.css';
import { leftOut, takeIn } from './take.ts';

/** What could not be taken in, each with its reason, and the way to try it again. */
export function ImportReport() {
  const { t } = useTranslation();
  const report = useStore(leftOut);
  const close = () => leftOut.set(null);
  const again = () => {
    close();
    if (report)
      void takeIn(
        report.failed.map(({ source }) => source),
        report.goal,
      );
  };
  return (
    <Dialog
      open={report !== null}
      onClose={close}
      size="medium"
      title={t('photos.import.leftOut', { count: report?.failed.length ?? 0 })}
      description={t('photos.import.safe', { count: report?.taken ?? 0 })}
      actions={
        <>
          <Button onClick={close}>{t('ui.close')}</Button>
          <Button kind="primary" onClick={again}>
            {t('photos.import.again')}
          </Button>
        </>
      }
    >
      <ul className={styles.failed}>
        {(report?.failed ?? []).map(({ source, failure }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <li key={at}>
            <strong>{source.name}</strong>
            <span>{t(`error.${failure.code}`)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
