import { Field } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import styles from './Field.module.css';

type Props = Omit<ComponentProps<'input'>, 'defaultValue'> & {
  label: string;
  defaultValue?: string;
  hint?: ReactNode;
  error?: string | null;
  /** More than one line. */
  rows?: number;
};

/** A labelled text field, uncontrolled: nothing is written into it while somebody (or an input method) types. */
export function TextField({ label, hint, error, rows, name, className, ...rest }: Props) {
  return (
    <Field.Root name={name} invalid={Boolean(error)} className={[styles.field, className].filter(Boolean).join(' ')}>
      <Field.Label className={styles.label}>{label}</Field.Label>
      <Field.Control
        {...rest}
        className={styles.input}
        {...(rows ? { render: <textarea rows={rows} spellCheck={false} /> } : {})}
      />
      {hint ? <Field.Description className={styles.hint}>{hint}</Field.Description> : null}
      <Field.Error className={styles.error} match={Boolean(error)}>
        {error}
      </Field.Error>
    </Field.Root>
  );
}
