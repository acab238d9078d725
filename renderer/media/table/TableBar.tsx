import { Copy, Maximize2, ScanText, TextCursorInput } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { TableAct } from './keys.ts';
import styles from './table.module.css';

type Props = {
  done: number;
  total: number;
  chosen: number;
  lacking: boolean;
  readOnly: boolean;
  /** What was just done. */
  said: string;
  act: (what: TableAct) => void;
  fill: (field: 'caption' | 'credit') => void;
};

/** The caret stays in the text that a button is about. */
const stay = (event: MouseEvent) => event.preventDefault();

/** How far the captions are, and what can be done with many at once. */
export function TableBar({ done, total, chosen, lacking, readOnly, said, act, fill }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <div className={styles.progress}>
        <ProgressBar label={t('photos.table.progress', { done, total })} done={done} total={total} />
      </div>
      <Checkbox label={t('photos.table.lacking')} checked={lacking} onChange={() => act('lacking')} />
      <span className={styles.acts}>
        <Button icon={Copy} disabled={readOnly} onMouseDown={stay} onClick={() => act('copy')}>
          {chosen > 0 ? t('photos.table.copyChosen', { count: chosen }) : t('photos.table.copyEmpty')}
        </Button>
        <Button icon={TextCursorInput} disabled={readOnly} onMouseDown={stay} onClick={() => fill('credit')}>
          {t('photos.table.fillCredit')}
        </Button>
        <Button icon={ScanText} disabled={readOnly} onMouseDown={stay} onClick={() => fill('caption')}>
          {t('photos.table.fillCaption')}
        </Button>
        <Button icon={Maximize2} kind="quiet" onMouseDown={stay} onClick={() => act('big')}>
          {t('photos.table.big')}
        </Button>
      </span>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
