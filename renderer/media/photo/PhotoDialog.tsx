import { useTranslation } from 'react-i18next';
import { useStore } from '../../store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { photoShown } from './open.ts';
import { PhotoPanel } from './PhotoPanel.tsx';

/** The dialog itself: what it is about is still being read, and its closing button would show its name and take Escape for that. */
const topmost = () => [...document.querySelectorAll<HTMLElement>('[data-modal]')].at(-1) ?? null;

/** Everything that is known of one photo, over whatever is open. */
export function PhotoDialog() {
  const { t } = useTranslation();
  const shown = useStore(photoShown);
  return (
    <Dialog
      open={shown !== null}
      onClose={() => photoShown.set(null)}
      title={t('photo.title')}
      size="wide"
      startAt={topmost}
    >
      {shown ? <PhotoPanel key={shown.hash} hash={shown.hash} field={shown.field} /> : null}
    </Dialog>
  );
}
