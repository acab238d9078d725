import { createDOMRange } from '@lexical/selection';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { boundsInView } from '../inView.ts';

/** Between the bar and the selected lines, in pixels. */
const GAP = 8;

/**
 * Puts the bar above the selected lines, or below them where there is no room above, within the column. Where neither can
 * be seen, or nothing with any width is selected, it hides the bar: it never covers what is selected.
 */
export function placeBar(editor: LexicalEditor, bar: HTMLElement): void {
  bar.hidden = false;
  const lines = linesOf(editor);
  const frame = bar.offsetParent?.getBoundingClientRect();
  const view = boundsInView(bar);
  if (!lines || !frame) {
    bar.hidden = true;
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = bar;
  const [above, below] = [lines.top - GAP - height, lines.bottom + GAP];
  const isAbove = above >= view.top && lines.top <= view.bottom;
  const isBelow = below + height <= view.bottom && lines.bottom >= view.top;
  bar.hidden = !isAbove && !isBelow;
  const left = (lines.left + lines.right - width) / 2 - frame.left;
  bar.style.left = `${Math.round(Math.max(0, Math.min(left, frame.width - width)))}px`;
  bar.style.top = `${Math.round((isAbove ? above : below) - frame.top)}px`;
}

/** Where the selected words stand in the window. */
function linesOf(editor: LexicalEditor): DOMRect | null {
  const range = editor.read('latest', () => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const { anchor, focus } = selection;
    return createDOMRange(editor, anchor.getNode(), anchor.offset, focus.getNode(), focus.offset);
  });
  const box = range?.getBoundingClientRect();
  return box && box.width > 0 && box.height > 0 ? box : null;
}
