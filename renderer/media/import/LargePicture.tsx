import { Check, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../preload/contract.ts';
import styles from './sheet.module.css';

type Props = { sheet: Sheet; index: number; isChosen: boolean; onClose: () => void };

/** One picture over its contact sheet; the list keeps the focus and the keys. */
export function LargePicture({ sheet, index, isChosen, onClose }: Props) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const name = sheet.entries[index]?.name ?? '';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.large}
      title={t('photos.import.back')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClose}
    >
      {isBroken ? (
        <span className={styles.broken}>
          <ImageOff size={28} aria-hidden="true" />
        </span>
      ) : (
        <img src={`./sheet/${sheet.id}/${index}?large`} alt="" onError={() => setBroken(true)} />
      )}
      <span className={styles.largeName}>
        {name}
        {isChosen ? (
          <span className={styles.largeChosen}>
            <Check size={16} aria-hidden="true" /> {t('photos.import.chosen')}
          </span>
        ) : null}
      </span>
    </button>
  );
}
