import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { SessionEvent, StorySession } from './editor/types.ts';

/** Values are plain data. */
const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

/**
 * A value read from the session, read again `delay` milliseconds after the first of the named events, so that nothing
 * renders on the typing path, and rendered only where it differs. Without a delay it is on the screen before the browser
 * does anything else: a status line that renders a moment later would call a key saved that is not. Give the component the
 * story's id as its key: the session must not change under it.
 */
export function useSession<T>(
  session: StorySession,
  events: readonly SessionEvent[],
  read: (session: StorySession) => T,
  delay = 0,
): T {
  const wanted = useRef(events);
  wanted.current = events;
  const reading = useRef(read);
  reading.current = read;
  const shown = useRef<T>(undefined);
  const changes = useMemo(() => {
    let count = 0;
    const subscribe = (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const announce = () => {
        timer = undefined;
        if (same(reading.current(session), shown.current)) return;
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
  const value = read(session);
  shown.current = value;
  return value;
}
