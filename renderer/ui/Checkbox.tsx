import type { ComponentProps } from 'react';
import styles from './Field.module.css';

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string };

export function Checkbox({ label, ...rest }: Props) {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
