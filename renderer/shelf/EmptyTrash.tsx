import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { list, query } from '../library/library.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { askToEmptyTrash } from './deletion.ts';

/** Stands beside the trash's count while there is something in it. */
export function EmptyTrash() {
  const { t } = useTranslation();
  const { shelf } = useStore(query);
  const { total } = useStore(list().listing);
  if (shelf !== 'trash' || !total) return null;
  return (
    <Button kind="quiet" icon={Trash2} onClick={() => void askToEmptyTrash()}>
      {t('shelf.empty')}
    </Button>
  );
}
