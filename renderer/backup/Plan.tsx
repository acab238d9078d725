import { useTranslation } from 'react-i18next';
import type { BackupPlan, BackupState } from '../../preload/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import ui from '../ui/ui.module.css';
import styles from './backup.module.css';
import { chooseFolder, setPlan } from './backup.ts';

const EVERY: readonly BackupPlan['every'][] = ['off', 'daily', 'weekly'];
const KEEP = ['3', '7', '14', '30'];

/** How often the program makes a backup by itself, where, and how many of those it keeps. */
export function Plan({ state: { plan } }: { state: BackupState }) {
  const { t } = useTranslation();
  const keep = String(plan.keep);
  const keeps = KEEP.includes(keep) ? KEEP : [...KEEP, keep];
  return (
    <>
      <div className={styles.plan}>
        <Select
          label={t('backup.every')}
          value={plan.every}
          items={EVERY.map((value) => ({ value, label: t(`backup.plans.${value}`) }))}
          onChange={(every) => void setPlan({ every, keep: plan.keep })}
        />
        <Select
          label={t('backup.keep')}
          value={keep}
          disabled={plan.every === 'off'}
          items={keeps.map((value) => ({ value, label: t('backup.keepCount', { count: Number(value) }) }))}
          onChange={(value) => void setPlan({ every: plan.every, keep: Number(value) })}
        />
      </div>
      {plan.every === 'off' && plan.folder === null ? null : (
        <div className={styles.folder}>
          <div className={styles.folderText}>
            <span className={styles.label}>{t('backup.folder')}</span>
            <span className={ui.muted}>{plan.folder}</span>
          </div>
          <Button onClick={() => void chooseFolder()}>{t('settings.choosePath')}</Button>
        </div>
      )}
    </>
  );
}
