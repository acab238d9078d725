import { HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { run } from '../run.ts';
import { useStore } from '../store.ts';
import { backups, work } from './backup.ts';

/** In the status line: long work that goes on, or that the planned backup is late. Nothing else. */
export function BackupStatus({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const state = useStore(backups);
  const going = useStore(work);
  const late = state?.overdue || state?.failed;
  if (!going && !late) return null;
  const percent = going && going.total > 0 ? Math.floor((100 * going.done) / going.total) : 0;
  return (
    <button type="button" className={className} onClick={() => run('backup.open')}>
      <HardDrive size={14} aria-hidden="true" />
      {going ? t(`backup.working.${going.kind}`, { percent }) : t('backup.late')}
    </button>
  );
}
