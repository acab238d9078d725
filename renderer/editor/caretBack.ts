import { $getSelection, $isRangeSelection, $setSelection, defineExtension, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';

/**
 * Where the body gets the focus back from a dialog, another pane or the library over it, the browser puts the caret at the
 * start of the story. It goes back to where it was, and nothing scrolls. (A press of the mouse places it after that.)
 */
export const CaretBackExtension = defineExtension({
  name: 'copydesk/caret-back',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (root === null) return;
      const back = () => {
        if (!$isRangeSelection(editor.getEditorState()._selection)) return;
        editor.update(
          () => {
            const selection = $getSelection();
            // A new selection is written to the page, also where Lexical holds nothing else.
            if ($isRangeSelection(selection)) $setSelection(selection.clone());
          },
          { tag: SKIP_SCROLL_INTO_VIEW_TAG },
        );
      };
      root.addEventListener('focus', back);
      return () => root.removeEventListener('focus', back);
    }),
});
