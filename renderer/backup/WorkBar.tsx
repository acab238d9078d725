import { useTranslation } from 'react-i18next';
import type { Work } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './backup.module.css';

/** Long work, how far it is, and the way to stop it. */
export function WorkBar({ work }: { work: Work }) {
  const { t } = useTranslation();
  const { kind, done, total, canCancel } = work;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <div className={styles.work}>
      <ProgressBar label={t(`backup.working.${kind}`, { percent })} done={done} total={total} />
      {canCancel ? <Button onClick={() => void call('backup.cancel', {})}>{t('ui.cancel')}</Button> : null}
    </div>
  );
}
