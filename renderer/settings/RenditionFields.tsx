import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../preload/contract.ts';
import {
  RENDITION_FORMATS,
  type Renditions,
  renditionsOf,
  SIDES,
  sideMost,
  TARGETS,
} from '../../story/photo/renditions.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import ui from '../ui/ui.module.css';
import type { DestinationType } from './kinds.ts';
import styles from './settings.module.css';

const NAMES: Readonly<Record<Renditions['format'], string>> = { jpeg: 'JPEG', webp: 'WebP', avif: 'AVIF' };

type Props = { type: DestinationType; destination: DestinationView | null };

/** What is made of each photo for the destination, as fields of its form. */
export function RenditionFields({ type, destination }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [wanted, setWanted] = useState(() => renditionsOf(destination?.config ?? { type }));
  const change = (part: Partial<Renditions>) => setWanted((now) => ({ ...now, ...part }));
  return (
    <fieldset className={styles.renditions} aria-describedby={id}>
      <legend>{t('settings.renditions')}</legend>
      <div className={styles.three}>
        <NumberField
          label={t('settings.maxSide')}
          unit="px"
          value={wanted.maxSide}
          min={SIDES.least}
          max={sideMost(type)}
          step={160}
          onChange={(maxSide) => change({ maxSide: Math.round(maxSide) })}
        />
        <Select
          label={t('settings.format')}
          value={wanted.format}
          items={RENDITION_FORMATS.map((format) => ({ value: format, label: NAMES[format] }))}
          onChange={(format) => change({ format })}
        />
        <NumberField
          label={t('settings.targetKb')}
          unit="KB"
          value={wanted.targetKb}
          min={TARGETS.least}
          max={TARGETS.most}
          step={50}
          onChange={(targetKb) => change({ targetKb: Math.round(targetKb) })}
        />
      </div>
      <p id={id} className={`${ui.muted} ${ui.small}`}>
        {t(`settings.renditionsHint.${type}`)}
      </p>
      {(['maxSide', 'format', 'targetKb'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={wanted[name]} />
      ))}
    </fieldset>
  );
}
