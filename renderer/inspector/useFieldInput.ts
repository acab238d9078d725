import { type RefObject, useEffect, useRef } from 'react';
import type { FieldName } from '../../story/model.ts';
import { coreOf, registerControl, type TextControl } from '../editor/core.ts';
import type { StorySession } from '../editor/types.ts';

/**
 * An input that shows a field in another form than it is kept in. It follows the story while nobody is in it, and is never
 * written to while somebody types. `show` gives what stands in it.
 */
export function useFieldInput(
  session: StorySession,
  name: FieldName,
  show: (session: StorySession) => string,
): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const follow = () => {
      const text = latest.current(session);
      if (document.activeElement !== element && element.value !== text) element.value = text;
    };
    const stops = [
      registerControl(coreOf(session), { field: name }, element as TextControl),
      session.subscribe((event) => event === 'fields' && follow()),
    ];
    element.addEventListener('blur', follow);
    follow();
    return () => {
      for (const stop of stops) stop();
      element.removeEventListener('blur', follow);
    };
  }, [session, name]);
  return ref;
}
