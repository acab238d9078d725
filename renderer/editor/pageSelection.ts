import { $isNodeSelection, defineExtension, type LexicalEditor } from 'lexical';
import { $selectedFigure } from './figureSelection.ts';

/**
 * While a figure is selected, the page's own selection is around it. Lexical takes it off the page, where the browser
 * then puts a caret at the start of the story; input methods, the clipboard and readers of the screen go by it.
 */
export const PageSelectionExtension = defineExtension({
  name: 'copydesk/page-selection',
  register: (editor) => {
    const follow = () => placeAround(editor);
    const stops = [
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        if ($isNodeSelection(editorState._selection) || $isNodeSelection(prevEditorState._selection)) follow();
      }),
      editor.registerRootListener((root) => {
        root?.addEventListener('focus', follow);
        return () => root?.removeEventListener('focus', follow);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
});

function placeAround(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  const key = editor.read('latest', () => $selectedFigure()?.getKey());
  const element = key === undefined ? null : editor.getElementByKey(key);
  root?.toggleAttribute('data-figure-selected', element !== null);
  const parent = element?.parentElement;
  if (!root || !element || !parent || document.activeElement !== root) return;
  const at = [...parent.childNodes].indexOf(element);
  const selection = getSelection();
  const isThere =
    selection?.anchorNode === parent &&
    selection.focusNode === parent &&
    selection.anchorOffset === at &&
    selection.focusOffset === at + 1;
  if (!isThere) selection?.setBaseAndExtent(parent, at, parent, at + 1);
}
