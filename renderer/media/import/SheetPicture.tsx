import { Check, ImageOff } from 'lucide-react';
import { type MouseEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../preload/contract.ts';
import styles from './sheet.module.css';

type Props = {
  sheet: Sheet;
  index: number;
  isChosen: boolean;
  isCurrent: boolean;
  isKnown: boolean;
  onPress: (index: number, event: MouseEvent) => void;
};

/** One picture of a contact sheet. Its small picture comes when it is in sight. */
export const SheetPicture = memo(function SheetPicture({ sheet, index, isChosen, isCurrent, isKnown, onPress }: Props) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const name = sheet.entries[index]?.name ?? '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the current option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div
      id={`sheet-${index}`}
      role="option"
      aria-selected={isChosen}
      aria-label={isKnown ? t('photos.import.namedKnown', { name }) : name}
      className={styles.picture}
      data-current={isCurrent || undefined}
      onClick={(event) => onPress(index, event)}
    >
      {isBroken ? (
        <span className={styles.broken}>
          <ImageOff size={20} aria-hidden="true" />
        </span>
      ) : (
        <img src={`./sheet/${sheet.id}/${index}`} alt="" loading="lazy" onError={() => setBroken(true)} />
      )}
      <span className={styles.name}>{name}</span>
      {isKnown ? <span className={styles.known}>{t('photos.import.isKnown')}</span> : null}
      {isChosen ? (
        <span className={styles.tick}>
          <Check size={16} aria-hidden="true" />
        </span>
      ) : null}
    </div>
  );
});
