import { $isRangeSelection, $setSelection, defineExtension, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';

/**
 * Where the body gets the focus back from a dialog, another pane or the library over it, the browser puts the caret at the
 * start of the story. It goes back to where it was, and nothing scrolls. A press of the mouse places the caret itself.
 */
export const CaretBackExtension = defineExtension({
  name: 'copydesk/caret-back',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (root === null) return;
      const { ownerDocument: page } = root;
      let isPressed = false;
      // The focus that a press brings comes in the same turn.
      const press = () => {
        isPressed = true;
        setTimeout(() => {
          isPressed = false;
        });
      };
      const back = () => {
        const before = editor.getEditorState()._selection;
        if (isPressed || !$isRangeSelection(before)) return;
        // Words that are selected on the page bring the focus with them, and stand selected only after it.
        queueMicrotask(() => {
          const chosen = page.getSelection();
          if (chosen && !chosen.isCollapsed && root.contains(chosen.anchorNode)) return;
          if (editor.getEditorState()._selection !== before) return;
          // A new selection is written to the page, also where Lexical holds nothing else.
          editor.update(() => $setSelection(before.clone()), { tag: SKIP_SCROLL_INTO_VIEW_TAG });
        });
      };
      page.addEventListener('pointerdown', press, true);
      root.addEventListener('focus', back);
      return () => {
        page.removeEventListener('pointerdown', press, true);
        root.removeEventListener('focus', back);
      };
    }),
});
