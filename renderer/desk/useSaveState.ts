import { useMemo, useSyncExternalStore } from 'react';
import type { SaveState, StorySession } from '../editor/types.ts';

/** Longer than between two keys of somebody who types on, in milliseconds. */
const PAUSE = 200;

/**
 * The save state to show. That something is not saved is on the screen at once; that all is saved, after a pause: while
 * somebody types on it would be true only until the next key, again and again.
 */
export function useSaveState(session: StorySession): SaveState {
  const { subscribe, shown } = useMemo(() => calmly(session), [session]);
  return useSyncExternalStore(subscribe, shown);
}

function calmly(session: StorySession) {
  let now = session.saveState();
  const subscribe = (listener: () => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const next = session.saveState();
      if (JSON.stringify(next) === JSON.stringify(now)) return;
      now = next;
      listener();
    };
    const stop = session.subscribe((event) => {
      if (event !== 'save') return;
      clearTimeout(timer);
      if (session.saveState().kind === 'saved') timer = setTimeout(show, PAUSE);
      else show();
    });
    show();
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
  return { subscribe, shown: () => now };
}
