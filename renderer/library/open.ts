import type { KeyboardEvent } from 'react';
import type { LibraryRow } from '../../preload/contract.ts';
import { openStory } from '../actions.ts';
import { withLibrary } from '../desk/layout.ts';
import { focusPane } from '../desk/panes.ts';
import { layout } from '../state.ts';
import { isWide, list, query } from './library.ts';
import { EVERYTHING } from './query.ts';

/** The library over the story goes; the caret is back in the story. */
export function closeWide(): void {
  isWide.set(false);
  requestAnimationFrame(() => focusPane('editor'));
}

/** Whether Escape was pressed in the library itself, not in a menu, a list or a panel that it closes. */
export const isEscape = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.defaultPrevented &&
  !(event.target as Element).closest('[role="menu"], [role="listbox"], [role="dialog"]');

/** Shows what waits for this person, and stands on the first of it. */
export function openInbox(): void {
  if (!isWide.get()) layout.set((now) => withLibrary(now, true, window.innerWidth));
  query.set({ ...EVERYTHING, shelf: 'inbox' });
  void list()
    .first()
    .then(() =>
      requestAnimationFrame(() => {
        const pane = document.querySelector('[data-stories]');
        const row = pane?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
        (row ?? document.getElementById('library-search'))?.focus();
      }),
    );
}

/** Opens a story of the library. Where it cannot be opened, the library stays. */
export async function openRow({ id }: LibraryRow): Promise<void> {
  if ((await openStory(id)) && isWide.get()) closeWide();
}
