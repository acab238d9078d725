import { Menu } from '@base-ui/react/menu';
import { Fragment, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryRow } from '../../preload/contract.ts';
import styles from '../ui/Menu.module.css';
import { actionsFor, type StoryAction } from './storyActions.ts';

/** Which story's menu is asked for, where it opens, and what has the focus again after it. */
export type MenuRequest = {
  row: LibraryRow;
  /** An element, or the place of a right click. */
  anchor: Element | { getBoundingClientRect(): DOMRect };
  back: HTMLElement | null;
  /** Asked for by the keyboard: the first item has it. */
  byKey: boolean;
};

type Props = { request: MenuRequest | null; onClose: () => void };

/** What can be done with one story: by right click, by the menu key, by the button on its card. One menu for the whole list. */
export function StoryMenu({ request, onClose }: Props) {
  const { t } = useTranslation();
  // What is chosen runs when the menu is gone and the focus is back: it may open a dialog, or move the focus itself.
  const chosen = useRef<(() => unknown) | null>(null);
  // Kept for the closing menu, so that it does not empty under the eye.
  const last = useRef(request);
  if (request) last.current = request;
  const shown = last.current;
  // The menu opens inside the landmark that its list is in.
  const place = useRef<HTMLDivElement>(null);
  const focusFirst = useCallback((popup: HTMLElement | null) => {
    if (popup && last.current?.byKey)
      requestAnimationFrame(() => popup.querySelector<HTMLElement>('[role="menuitem"]')?.focus());
  }, []);
  const item = (action: StoryAction, row: LibraryRow) => (
    <Menu.Item
      key={action.id}
      className={`${styles.item} ${action.danger ? styles.danger : ''}`}
      onClick={() => {
        chosen.current = () => action.run(row);
      }}
    >
      <action.icon size={15} strokeWidth={1.9} aria-hidden="true" />
      {t(action.label)}
    </Menu.Item>
  );
  return (
    <Menu.Root
      open={request !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      onOpenChangeComplete={(open) => {
        if (open) return;
        const work = chosen.current;
        chosen.current = null;
        work?.();
      }}
    >
      <div ref={place} />
      <Menu.Portal container={place}>
        <Menu.Positioner className={styles.positioner} anchor={shown?.anchor} align="start" positionMethod="fixed">
          <Menu.Popup
            ref={focusFirst}
            className={styles.popup}
            aria-label={t('library.action.menu')}
            finalFocus={() => shown?.back ?? false}
          >
            {shown
              ? actionsFor(shown.row).map((actions, at) => (
                  <Fragment key={actions[0]?.group}>
                    {at > 0 ? <Menu.Separator className={styles.line} /> : null}
                    {actions.map((action) => item(action, shown.row))}
                  </Fragment>
                ))
              : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
