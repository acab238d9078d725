import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { SessionEvent, StorySession } from './editor/types.ts';

/**
 * A value read from the session, read again `delay` milliseconds after the first of the named events, so that nothing
 * renders on the typing path. Without a delay it is on the screen before the browser does anything else: a status line
 * that renders a moment later would call a key saved that is not. Give the component the story's id as its key: the
 * session must not change under it.
 */
export function useSession<T>(
  session: StorySession,
  events: readonly SessionEvent[],
  read: (session: StorySession) => T,
  delay = 0,
): T {
  const wanted = useRef(events);
  wanted.current = events;
  const changes = useMemo(() => {
    let count = 0;
    const subscribe = (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const announce = () => {
        timer = undefined;
        count += 1;
        listener();
      };
      const stop = session.subscribe((event) => {
        if (!wanted.current.includes(event)) return;
        if (delay === 0) announce();
        else timer ??= setTimeout(announce, delay);
      });
      return () => {
        stop();
        clearTimeout(timer);
      };
    };
    return { subscribe, count: () => count };
  }, [session, delay]);
  useSyncExternalStore(changes.subscribe, changes.count);
  return read(session);
}
