import { useEffect, useRef } from 'react';
import type { StorySession } from '../editor/types.ts';
import { backToText } from './open.ts';

/** Escape closes what stands over the desk, unless something in front of it is open; then the caret is where it was. */
export function useLeave(session: StorySession, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('[data-modal], [role="listbox"][data-open], [data-popup-open]')) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      // The text is on the screen again by then.
      requestAnimationFrame(() => backToText(session));
    };
  }, [session]);
}
