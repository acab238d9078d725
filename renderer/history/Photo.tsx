import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../story/model.ts';
import styles from './reading.module.css';

/** A photo of an older version: what any version refers to is still there. */
export function Photo({ figure, className }: { figure: Omit<Figure, 'unchecked'>; className?: string | undefined }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const { photo, alt, width, height } = figure;
  if (broken)
    return (
      <p className={styles.broken}>
        <ImageOff size={20} aria-hidden="true" /> {t('history.photoMissing')}
      </p>
    );
  return (
    <img
      className={className}
      src={`media/${photo}`}
      alt={alt}
      width={width}
      height={height}
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}
