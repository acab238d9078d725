import { ImageDown, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../store.ts';
import { importing } from './take.ts';

/** In the status line: photos being taken in, how far, and the way to stop it. */
export function ImportStatus({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const now = useStore(importing);
  if (!now) return null;
  return (
    <button type="button" className={className} title={now.name} onClick={now.cancel}>
      <ImageDown size={14} aria-hidden="true" />
      {t('photos.import.progress', { done: now.done, total: now.total })}
      <X size={13} aria-hidden="true" />
    </button>
  );
}
