import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { ariaShortcut, type CommandId, isMac, keysOf, shortcuts, shortcutText } from '../commands.ts';
import { useStore } from '../store.ts';
import buttons from './Button.module.css';
import styles from './IconButton.module.css';

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Its name, for screen readers and the tooltip. */
  label: string;
  /** What it does, whose shortcut stands in the tooltip; or keys that are no command's. */
  command?: CommandId;
  keys?: string;
};

/** A button of one icon; its name and shortcut stand in a tooltip. */
export function IconButton({ icon: Icon, label, command, keys: own = '', className, disabled, ...rest }: Props) {
  const chosen = useStore(shortcuts);
  const keys = command ? keysOf(command, chosen, isMac()) : own;
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
