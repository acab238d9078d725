import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

type Props = { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet, and what the next step is. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <Icon size={26} strokeWidth={1.5} aria-hidden="true" />
      <p className={styles.emptyTitle}>{title}</p>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
