import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { openRow } from './open.ts';
import { type Listing, rowAt } from './pages.ts';
import type { MenuRequest } from './StoryMenu.tsx';
import { rowOf } from './useRows.ts';

/** What a click or a key does with a row, for all rows of a list in one place; and the menu that is asked for. */
export function useRowEvents({ listing, onKey }: { listing: Listing; onKey: (event: KeyboardEvent) => boolean }) {
  const [request, setRequest] = useState<MenuRequest | null>(null);
  const rowAround = (target: EventTarget) => {
    const index = rowOf(target);
    return index === null ? null : rowAt(listing, index);
  };
  const askMenu = (target: Element, anchor: MenuRequest['anchor'] | null): boolean => {
    const row = rowAround(target);
    const place = target.closest('[data-place]');
    if (!row || !place) return false;
    const back = place.querySelector<HTMLElement>('[data-row]') ?? (place as HTMLElement);
    setRequest({ row, anchor: anchor ?? back, back, byKey: anchor === null });
    return true;
  };
  return {
    request,
    closeMenu: () => setRequest(null),
    handlers: {
      onClick: (event: MouseEvent) => {
        const target = event.target as Element;
        const more = target.closest('[data-more]');
        if (more) return void askMenu(target, more);
        const row = rowAround(target);
        if (row) void openRow(row);
      },
      onContextMenu: (event: MouseEvent) => {
        // A right click has a place; the menu key has the row.
        const at = event.button === 2 ? new DOMRect(event.clientX, event.clientY, 0, 0) : null;
        if (askMenu(event.target as Element, at && { getBoundingClientRect: () => at })) event.preventDefault();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (onKey(event)) return;
        const target = event.target as Element;
        const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
        if (isMenuKey && askMenu(target, null)) event.preventDefault();
        // A row that is no button of its own.
        const row = event.key === 'Enter' && target.matches('tr') ? rowAround(target) : null;
        if (row) void openRow(row);
      },
    },
  };
}
