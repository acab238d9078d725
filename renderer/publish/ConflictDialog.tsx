import { useTranslation } from 'react-i18next';
import type { Job } from '../../preload/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { sideBySide } from './jobs.ts';
import styles from './publish.module.css';

type Props = {
  /** null: closed. */
  conflict: Job['conflict'];
  onClose: () => void;
  onChoose: (choice: 'keep' | 'replace') => void;
};

/** The remote copy beside ours; nothing is overwritten before somebody has seen both. */
export function ConflictDialog({ conflict, onClose, onChoose }: Props) {
  const { t } = useTranslation();
  const sides = sideBySide(conflict?.ours ?? '', conflict?.theirs ?? '');
  return (
    <Dialog
      size="wide"
      open={conflict !== null}
      onClose={onClose}
      title={t('publish.compareTitle')}
      description={t('publish.differs')}
      actions={
        <>
          <Button onClick={() => onChoose('keep')}>{t('publish.keepTheirs')}</Button>
          <Button kind="danger" onClick={() => onChoose('replace')}>
            {t('publish.replace')}
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <Side title={t('publish.onSite')} lines={sides.theirs} />
        <Side title={t('publish.onDesk')} lines={sides.ours} />
      </div>
    </Dialog>
  );
}

function Side({ title, lines }: { title: string; lines: { text: string; differs: boolean }[] }) {
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are fixed, and may repeat
        <p key={index}>{line.differs ? <mark>{line.text}</mark> : line.text}</p>
      ))}
    </section>
  );
}
