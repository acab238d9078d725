import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../story/model.ts';
import { drawnSize } from '../../story/photo/recipe.ts';
import { photoAddress } from '../media/address.ts';
import styles from './reading.module.css';

/** A photo of an older version: what any version refers to is still there. */
export function Photo({ figure, className }: { figure: Omit<Figure, 'unchecked'>; className?: string | undefined }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState('');
  const address = photoAddress(figure);
  const { width, height } = drawnSize(figure);
  if (broken === address)
    return (
      <p className={styles.broken}>
        <ImageOff size={20} aria-hidden="true" /> {t('history.photoMissing')}
      </p>
    );
  return (
    <img
      className={className}
      src={address}
      alt={figure.alt}
      width={width}
      height={height}
      draggable={false}
      onError={() => setBroken(address)}
    />
  );
}
