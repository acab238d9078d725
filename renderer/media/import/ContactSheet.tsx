import { FolderOpen, MemoryStick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import styles from './sheet.module.css';
import { contactSheet, openFolder } from './sheet.ts';

/** Pictures of a folder or a card, to choose from. */
export function ContactSheet() {
  const { t } = useTranslation();
  const open = useStore(contactSheet);
  const close = () => contactSheet.set(null);
  if (open && 'sheet' in open) return <SheetGrid key={open.sheet.id} sheet={open.sheet} onClose={close} />;
  return (
    <Dialog open={open !== null} onClose={close} title={t('photos.import.where')}>
      <div className={styles.places}>
        {(open?.cards ?? []).map(({ id, name }) => (
          <Button key={id} icon={MemoryStick} onClick={() => void openFolder(id)}>
            {t('photos.import.card', { name })}
          </Button>
        ))}
        <Button icon={FolderOpen} onClick={() => void openFolder(null)}>
          {t('photos.import.folder')}
        </Button>
      </div>
    </Dialog>
  );
}
