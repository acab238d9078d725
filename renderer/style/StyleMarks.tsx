import { useEffect, useRef, useState } from 'react';
import findStyles from '../editor/find/find.module.css';
import { onResize } from '../editor/find/onResize.ts';
import type { StorySession } from '../editor/types.ts';
import { useStore } from '../store.ts';
import { styleMarks } from './house.ts';
import { createMarking, type Marking } from './marking.ts';
import { StyleMenu } from './StyleMenu.tsx';

/** Underlines of the house style, while they are switched on. They lie in the page, whose texts they mark. */
export function StyleMarks({ session }: { session: StorySession }) {
  return useStore(styleMarks) ? <Marked session={session} /> : null;
}

function Marked({ session }: { session: StorySession }) {
  const layer = useRef<HTMLDivElement>(null);
  const [marking, setMarking] = useState<Marking | null>(null);
  useEffect(() => {
    const page = layer.current?.parentElement;
    if (!page) return;
    const made = createMarking(session, () => layer.current);
    const stopResizes = onResize(page, made.repaint);
    // Behind the page's own: what is spelt wrong comes first.
    const wanted = (event: MouseEvent) => {
      const at = event.target as Element;
      if (event.defaultPrevented || !(page.contains(at) || at.closest('[data-texts]'))) return;
      const byMouse = event.button === 2;
      const isThere = made.openAt({ x: event.clientX, y: event.clientY }) || (!byMouse && made.openAt(null));
      if (isThere) event.preventDefault();
    };
    document.addEventListener('contextmenu', wanted);
    setMarking(made);
    return () => {
      document.removeEventListener('contextmenu', wanted);
      stopResizes();
      made.stop();
    };
  }, [session]);
  return (
    <>
      <div ref={layer} className={findStyles.layer} aria-hidden="true" />
      {marking ? (
        <StyleMenu
          session={session}
          marking={marking}
          around={layer.current?.closest('article')?.parentElement ?? null}
        />
      ) : null}
    </>
  );
}
