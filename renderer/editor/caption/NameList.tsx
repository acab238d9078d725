import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createStore, useStore } from '../../store.ts';
import { coreOf } from '../core.ts';
import { placeList } from '../listPlace.ts';
import slash from '../slash/slash.module.css';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { type OpenList, registerCompletion, takeName } from './completing.ts';

/** Names of the story under the photo's text that is being written; the focus stays in the text. `scope`: a selector of where. */
export function NameList({ session, scope }: { session: StorySession; scope: string }) {
  const t = useTexts();
  const core = coreOf(session);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [list] = useState(() => createStore<OpenList | null>(null));
  const open = useStore(list);
  useEffect(() => registerCompletion(core, scope, list), [core, scope, list]);

  const element = open?.element;
  const marked = open ? `${id}-${open.at}` : null;
  useLayoutEffect(() => {
    if (element && box.current) placeList(element.getBoundingClientRect(), box.current);
  });
  useLayoutEffect(() => {
    if (!element || marked === null) return;
    element.setAttribute('aria-autocomplete', 'list');
    element.setAttribute('aria-controls', id);
    element.setAttribute('aria-activedescendant', marked);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) element.removeAttribute(name);
    };
  }, [element, id, marked]);

  if (!open) return null;
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={t('names')}
      className={slash.list}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {open.names.map((name, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which has the keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          key={name}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === open.at}
          className={slash.option}
          onMouseMove={() => at !== open.at && list.set({ ...open, at })}
          onClick={() => takeName(core, list, at)}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
