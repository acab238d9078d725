import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../store.ts';
import findStyles from '../find/find.module.css';
import { onResize } from '../find/onResize.ts';
import type { StorySession } from '../types.ts';
import { keepCheck } from './checks.ts';
import { type SpellCheck as Check, createSpellCheck } from './controller.ts';
import { SpellingMenu } from './SpellingMenu.tsx';
import { spelling } from './settings.ts';

type Props = { session: StorySession };

/** Spelling of the story on the page, while its check is switched on. It lies in the page, whose texts it marks. */
export function SpellCheck({ session }: Props) {
  const { on } = useStore(spelling);
  return on ? <Checked session={session} /> : null;
}

function Checked({ session }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    const page = layer.current?.parentElement;
    if (!page) return;
    const made = createSpellCheck(session, () => layer.current);
    const forget = keepCheck(session, made);
    const stopResizes = onResize(page, made.repaint);
    const wanted = (event: MouseEvent) => {
      const at = event.target as Element;
      if (!page.contains(at) && !at.closest('[data-texts]')) return;
      const byMouse = event.button === 2;
      const isThere = made.openAt({ x: event.clientX, y: event.clientY }) || (!byMouse && made.openAt(null));
      if (isThere) event.preventDefault();
    };
    document.addEventListener('contextmenu', wanted, true);
    setCheck(made);
    return () => {
      document.removeEventListener('contextmenu', wanted, true);
      stopResizes();
      forget();
      made.stop();
    };
  }, [session]);
  return (
    <>
      <div ref={layer} className={findStyles.layer} aria-hidden="true" />
      {check ? (
        <SpellingMenu
          check={check}
          around={layer.current?.closest('article')?.parentElement ?? null}
          readOnly={session.readOnly}
        />
      ) : null}
    </>
  );
}
