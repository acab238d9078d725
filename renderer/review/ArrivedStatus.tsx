import { FolderSymlink, FolderX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { run } from '../run.ts';
import { useStore } from '../store.ts';
import { channel } from './channel.ts';

/** In the status line: stories wait in the shared folder, or it is not there. */
export function ArrivedStatus({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const now = useStore(channel);
  if (!now || (!now.gone && now.arrivals.length === 0)) return null;
  const Icon = now.gone ? FolderX : FolderSymlink;
  return (
    <button type="button" className={className} onClick={() => run('review.arrived')}>
      <Icon size={14} aria-hidden="true" />
      {now.gone ? t('handoff.shared.gone') : t('handoff.shared.status', { count: now.arrivals.length })}
    </button>
  );
}
