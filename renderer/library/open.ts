import type { KeyboardEvent } from 'react';
import type { LibraryRow } from '../../preload/contract.ts';
import { openStory } from '../actions.ts';
import { focusPane } from '../desk/panes.ts';
import { isWide } from './library.ts';

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

/** Opens a story of the library. Where it cannot be opened, the library stays. */
export async function openRow({ id }: LibraryRow): Promise<void> {
  if ((await openStory(id)) && isWide.get()) closeWide();
}
