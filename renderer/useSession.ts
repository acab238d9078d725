import { useEffect, useRef, useState } from 'react';
import type { SessionEvent, StorySession } from './editor/types.ts';

/**
 * A value read from the session, read again `delay` milliseconds after the first of the named events, so that nothing
 * renders on the typing path. Give the component the story's id as its key: the session must not change under it.
 */
export function useSession<T>(
  session: StorySession,
  events: readonly SessionEvent[],
  read: (session: StorySession) => T,
  delay = 0,
): T {
  const [value, setValue] = useState(() => read(session));
  const latest = useRef({ events, read });
  latest.current = { events, read };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      setValue(() => latest.current.read(session));
    };
    const stop = session.subscribe((event) => {
      if (!latest.current.events.includes(event)) return;
      if (delay === 0) refresh();
      else timer ??= setTimeout(refresh, delay);
    });
    refresh();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, delay]);
  return value;
}
