import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { ariaShortcut, isMac, shortcutText } from '../commands.ts';
import buttons from './Button.module.css';
import styles from './IconButton.module.css';

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Its name, for screen readers and the tooltip. */
  label: string;
  /** Its shortcut as in COMMAND_INFO, shown in the tooltip. */
  keys?: string;
};

/** A button of one icon; its name and shortcut stand in a tooltip. */
export function IconButton({ icon: Icon, label, keys = '', className, disabled, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        {...rest}
        disabled={disabled}
        aria-label={label}
        aria-keyshortcuts={keys ? ariaShortcut(keys, isMac()) : undefined}
        className={[buttons.icon, className].filter(Boolean).join(' ')}
      >
        <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        {/* The button's own name says the same to a screen reader. */}
        <Tooltip.Positioner sideOffset={6} className={styles.positioner} aria-hidden="true">
          <Tooltip.Popup className={styles.tip}>
            {label}
            {keys ? <kbd className={styles.keys}>{shortcutText(keys, isMac())}</kbd> : null}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
