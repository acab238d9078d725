import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: OctagonAlert } as const;

type Props = {
  tone: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Spoken when it appears: at once (alert) or when the reader pauses (status). */
  live?: 'alert' | 'status';
};

/** Something that stays true until somebody acts. */
export function Banner({ tone, title, children, actions, live }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={live}>
      <Icon size={17} aria-hidden="true" className={styles.bannerIcon} />
      <div className={styles.bannerText}>
        {title ? <p className={styles.bannerTitle}>{title}</p> : null}
        {children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
