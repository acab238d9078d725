import { type CSSProperties, type RefObject, useEffect } from 'react';
import { useStore } from '../../store.ts';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';
import { markCurrentBlock } from './currentBlock.ts';
import { keepCaretInMiddle, scrollerOf } from './typewriter.ts';
import { view } from './view.ts';

/** How the page is shown: the attributes and the style that its element has. It renders when a mode is changed. */
export function useView(session: StorySession, page: RefObject<HTMLElement | null>) {
  const { zoom, focus, typewriter } = useStore(view);
  const { editor } = coreOf(session);
  useEffect(() => (focus ? markCurrentBlock(editor) : undefined), [focus, editor]);
  useEffect(() => {
    const scroller = typewriter && page.current ? scrollerOf(page.current) : null;
    return scroller ? keepCaretInMiddle(editor, scroller) : undefined;
  }, [typewriter, editor, page]);
  return {
    'data-focus-mode': focus || undefined,
    'data-typewriter': typewriter || undefined,
    style: { '--zoom': zoom } as CSSProperties,
  };
}
