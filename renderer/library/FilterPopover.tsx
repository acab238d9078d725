import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from '../ui/Button.module.css';
import popover from '../ui/Popover.module.css';
import styles from './filters.module.css';

type Props = { title: string; on: number; icon?: ReactNode; children: ReactNode };

/** A filter behind a button, which tells how many of its values are on. */
export function FilterPopover({ title, on, icon, children }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger className={`${buttons.button} ${styles.trigger}`} data-on={on > 0 || undefined}>
        {icon}
        {title}
        {on > 0 ? <span className={styles.on}>{on}</span> : null}
        {icon ? null : <ChevronDown size={13} aria-hidden="true" />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner} sideOffset={4} align="start" positionMethod="fixed">
          <Popover.Popup className={`${popover.popup} ${styles.popup}`}>
            <Popover.Title className={popover.title}>{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
