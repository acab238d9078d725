import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { SessionEvent, StorySession } from './editor/types.ts';

/** Values are plain data. */
const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

/** These follow the typing in the body. */
const TYPED: readonly SessionEvent[] = ['body', 'save'];

/**
 * A value read from the session, read again `delay` milliseconds after the first of the named events, and rendered only
 * where it differs. What follows from the body waits for a pause in the typing, which renders nothing; `{ every }` does
 * not wait: for what the person watches while typing, at most once a second. Without a delay it is on the screen before the browser
 * does anything else: a status line that renders a moment later would call a key saved that is not. Give the component the
 * story's id as its key: the session must not change under it.
 */
export function useSession<T>(
  session: StorySession,
  events: readonly SessionEvent[],
  read: (session: StorySession) => T,
  delay: number | { every: number } = 0,
): T {
  const wanted = useRef(events);
  wanted.current = events;
  const reading = useRef(read);
  reading.current = read;
  const shown = useRef<T>(undefined);
  const waits = typeof delay === 'number';
  const wait = waits ? delay : delay.every;
  const changes = useMemo(() => {
    let count = 0;
    const subscribe = (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      /** All that has happened since the last reading came of typing in the body. */
      let isTyped = true;
      const announce = () => {
        timer = undefined;
        if (isTyped && waits && wait > 0 && session.saveState().kind === 'saving') {
          timer = setTimeout(announce, wait);
          return;
        }
        isTyped = true;
        if (same(reading.current(session), shown.current)) return;
        count += 1;
        listener();
      };
      const stop = session.subscribe((event) => {
        if (!wanted.current.includes(event)) return;
        if (!TYPED.includes(event)) isTyped = false;
        if (wait === 0) announce();
        else timer ??= setTimeout(announce, wait);
      });
      return () => {
        stop();
        clearTimeout(timer);
      };
    };
    return { subscribe, count: () => count };
  }, [session, wait, waits]);
  useSyncExternalStore(changes.subscribe, changes.count);
  const value = read(session);
  shown.current = value;
  return value;
}
