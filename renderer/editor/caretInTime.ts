import { defineExtension } from 'lexical';
import { isOneCharacter } from '../commands.ts';

/** What moves the page's caret without Lexical: keys that it leaves to the browser, and pressing on the text. */
const MOVING = ['keydown', 'mousedown', 'mouseup', 'touchend'] as const;
/** What acts on the caret's place, or leads to what does. */
const ACTING = ['keydown', 'mousedown'] as const;

/** A letter's key: what it types, Lexical hears of at once. */
const isTyping = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  isOneCharacter(event.key) &&
  !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);

/** Where the page's selection begins and ends. */
function placeOf(document: Document): readonly unknown[] {
  const selection = document.getSelection();
  return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
}

/**
 * A browser tells of a moved caret in its next frame. What follows in the same frame (the keys of a rolling hand or of a
 * text expander, everything that was pressed while the window was busy) Lexical would obey at the old place: End and Enter
 * would break the line in the middle of a word. So whatever acts on the caret first tells what is not told yet.
 */
export const CaretInTimeExtension = defineExtension({
  name: 'copydesk/caret-in-time',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (root === null) return;
      const { ownerDocument } = root;
      let untold = false;
      let known = placeOf(ownerDocument);
      const tell = () => {
        if (!untold || editor.isComposing()) return;
        untold = false;
        // A caret that stands where it stood may wait for bold words to come: told of it again, Lexical would forget them.
        const now = placeOf(ownerDocument);
        if (now.some((part, at) => part !== known[at])) ownerDocument.dispatchEvent(new Event('selectionchange'));
      };
      const moves = (event: Event) => {
        if (!isTyping(event)) untold = true;
      };
      const told = () => {
        untold = false;
        known = placeOf(ownerDocument);
      };
      for (const name of ACTING) ownerDocument.addEventListener(name, tell, true);
      for (const name of MOVING) root.addEventListener(name, moves, true);
      ownerDocument.addEventListener('selectionchange', told);
      return () => {
        for (const name of ACTING) ownerDocument.removeEventListener(name, tell, true);
        for (const name of MOVING) root.removeEventListener(name, moves, true);
        ownerDocument.removeEventListener('selectionchange', told);
      };
    }),
});
