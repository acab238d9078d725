import { useTranslation } from 'react-i18next';
import { useStore } from '../../store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { photoShown } from './open.ts';
import { PhotoPanel } from './PhotoPanel.tsx';

/** Everything that is known of one photo, over whatever is open. */
export function PhotoDialog() {
  const { t } = useTranslation();
  const hash = useStore(photoShown);
  return (
    <Dialog open={hash !== null} onClose={() => photoShown.set(null)} title={t('photo.title')} size="wide">
      {hash ? <PhotoPanel key={hash} hash={hash} /> : null}
    </Dialog>
  );
}
