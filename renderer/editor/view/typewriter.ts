import type { LexicalEditor } from 'lexical';

/** So many frames in a row it is put right at most. */
const TRIES = 4;

/**
 * Keeps the caret's line in the middle of the page's window, at most once a frame. Not while an input method composes,
 * whose window stands at the caret; nor while the mouse is pressed, which would select. Returns its own undo.
 */
export function keepCaretInMiddle(editor: LexicalEditor, scroller: HTMLElement): () => void {
  let frame = 0;
  let tries = 0;
  let isPressed = false;
  const center = () => {
    frame = 0;
    const root = editor.getRootElement();
    if (isPressed || editor.isComposing() || !root || document.activeElement !== root) return;
    const place = caretRect(root);
    if (!place) return;
    const window = scroller.getBoundingClientRect();
    const off = (place.top + place.bottom) / 2 - (window.top + window.bottom) / 2;
    if (Math.abs(off) <= 2 || tries === 0) return;
    scroller.scrollBy(0, off);
    // Paragraphs that come into sight only now take their true height.
    tries -= 1;
    frame = requestAnimationFrame(center);
  };
  const soon = () => {
    tries = TRIES;
    frame ||= requestAnimationFrame(center);
  };
  const press = () => {
    isPressed = true;
  };
  const release = () => {
    isPressed = false;
  };
  const stop = editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    if (editorState._selection !== prevEditorState._selection) soon();
  });
  document.addEventListener('pointerdown', press, true);
  document.addEventListener('pointerup', release, true);
  document.addEventListener('pointercancel', release, true);
  scroller.addEventListener('compositionend', soon);
  soon();
  return () => {
    stop();
    cancelAnimationFrame(frame);
    document.removeEventListener('pointerdown', press, true);
    document.removeEventListener('pointerup', release, true);
    document.removeEventListener('pointercancel', release, true);
    scroller.removeEventListener('compositionend', soon);
  };
}

/** Where the caret is, or, on an empty line, which has no rectangle of its own, the line. */
function caretRect(root: HTMLElement): DOMRect | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !selection.isCollapsed || !root.contains(selection.anchorNode))
    return null;
  const rect = selection.getRangeAt(0).getBoundingClientRect();
  if (rect.height > 0) return rect;
  const { anchorNode: node, anchorOffset } = selection;
  const line = node instanceof HTMLElement ? (node.children[anchorOffset] ?? node) : node?.parentElement;
  return line && line !== root ? line.getBoundingClientRect() : null;
}

/** The element in which a part of the page scrolls. */
export function scrollerOf(element: Node): HTMLElement | null {
  let at = element.parentElement;
  while (at && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
  return at;
}
