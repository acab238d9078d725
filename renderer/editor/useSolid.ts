import {
  $getSelection,
  $isNodeSelection,
  type NodeKey,
  SKIP_SCROLL_INTO_VIEW_TAG,
  stopLexicalPropagation,
} from 'lexical';
import { type RefObject, useEffect } from 'react';
import { undoIn } from './commands.ts';
import { coreOf } from './core.ts';
import { endComposition } from './leaving.ts';
import { $selectSolid } from './solidSelection.ts';
import type { StorySession } from './types.ts';

/** What happens in a block's own controls is theirs: Lexical would take a key there for one in the body. */
const OWN_EVENTS = [
  'keydown',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'paste',
  'cut',
  'copy',
  'dragstart',
  'click',
  'pointerdown',
] as const;

/**
 * The frame of a block that is one thing: a press on its `data-handle` selects it, which `data-selected` shows; undo in its
 * text fields is the body's.
 */
export function useSolid(session: StorySession, nodeKey: NodeKey, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const core = coreOf(session);
    const { editor } = core;
    const element = frame.current;
    if (!element) return;
    const undo = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
      event.preventDefault();
      undoIn(editor, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    const select = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-handle]')) return;
      if (event.target.closest('button, a, textarea, input, [role="menu"]')) return;
      endComposition(core);
      // Of itself the browser would put its caret at the start of the story.
      event.preventDefault();
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(() => $selectSolid(nodeKey), { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG });
    };
    const showSelected = () => {
      const selected = editor.read('latest', () => {
        const selection = $getSelection();
        return $isNodeSelection(selection) && selection.has(nodeKey);
      });
      element.toggleAttribute('data-selected', selected);
    };
    const stop = session.subscribe((event) => event === 'selection' && showSelected());
    showSelected();
    for (const name of OWN_EVENTS) element.addEventListener(name, stopLexicalPropagation);
    element.addEventListener('keydown', undo);
    element.addEventListener('mousedown', select);
    return () => {
      stop();
      for (const name of OWN_EVENTS) element.removeEventListener(name, stopLexicalPropagation);
      element.removeEventListener('keydown', undo);
      element.removeEventListener('mousedown', select);
    };
  }, [session, nodeKey, frame]);
}
