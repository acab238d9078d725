import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { language, t } from '../i18n.ts';
import field from './Field.module.css';
import styles from './NumberField.module.css';

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Stands behind the number: mm, pt. */
  unit?: string;
  onChange: (value: number) => void;
};

/** A number within bounds, typed as the language writes it, or stepped by its buttons and the arrow keys. */
export function NumberField({ label, value, min, max, step, unit, onChange }: Props) {
  return (
    <Base.Root
      className={field.field}
      value={value}
      min={min}
      max={max}
      step={step}
      locale={language() === 'vi' ? 'vi-VN' : 'en-GB'}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <span className={field.label} aria-hidden="true">
        {unit ? `${label} (${unit})` : label}
      </span>
      <Base.Group className={styles.group}>
        <Base.Decrement className={styles.step} aria-label={t('ui.less', { name: label })}>
          <Minus size={13} aria-hidden="true" />
        </Base.Decrement>
        <Base.Input className={styles.input} aria-label={unit ? `${label} (${unit})` : label} />
        <Base.Increment className={styles.step} aria-label={t('ui.more', { name: label })}>
          <Plus size={13} aria-hidden="true" />
        </Base.Increment>
      </Base.Group>
    </Base.Root>
  );
}
