import { Button as Base } from '@base-ui/react/button';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';

type Props = ComponentProps<'button'> & {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: LucideIcon;
  /** Under way: it keeps the focus and takes no second press. */
  busy?: boolean;
};

export function Button({ kind = 'plain', icon: Icon, busy = false, disabled, className, children, ...rest }: Props) {
  return (
    <Base
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}
    >
      {Icon ? <Icon size={15} strokeWidth={1.9} aria-hidden="true" /> : null}
      {children}
    </Base>
  );
}
