import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useEffect, useRef } from 'react';
import menuStyles from './Menu.module.css';

type Props = {
  /** Where it opens: under these words of the page. */
  rect: DOMRect;
  /** What it is put into: in the landmark of the page. */
  around: HTMLElement | null;
  label: string;
  describedBy?: string;
  className?: string | undefined;
  /** Which item has the focus: a selector. Where it changes, the focus follows. */
  focus: string;
  onClose: () => void;
  children: ReactNode;
};

/** A menu at words of the page, open from the start; it takes the focus, and leaves it to who closes it. */
export function MenuAt({ rect, around, label, describedBy, className, focus, onClose, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => popup.current?.querySelector<HTMLElement>(focus)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focus]);
  return (
    <Menu.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Menu.Portal container={around}>
        <Menu.Positioner
          className={menuStyles.positioner}
          anchor={{ getBoundingClientRect: () => rect }}
          sideOffset={4}
          align="start"
          positionMethod="fixed"
        >
          <Menu.Popup
            ref={popup}
            className={[menuStyles.popup, className].filter(Boolean).join(' ')}
            finalFocus={false}
            aria-label={label}
            aria-describedby={describedBy}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
