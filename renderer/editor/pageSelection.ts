import {
  $createRangeSelectionFromDom,
  $isNodeSelection,
  $setSelection,
  defineExtension,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $selectedSolid } from './solidSelection.ts';

/**
 * While a figure is selected, the page's own selection is around it. Lexical takes it off the page, where the browser then
 * puts a caret at the start of the story; input methods, the clipboard and screen readers go by it. What the browser then
 * selects of itself (the menu's "Select all") is the editor's selection again.
 */
export const PageSelectionExtension = defineExtension({
  name: 'copydesk/page-selection',
  register: (editor) => {
    const follow = () => placeAround(editor);
    const moved = () => takeOver(editor);
    return mergeRegister(
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        if ($isNodeSelection(editorState._selection) || $isNodeSelection(prevEditorState._selection)) follow();
      }),
      editor.registerRootListener((root) => {
        if (root === null) return;
        const { ownerDocument } = root;
        root.addEventListener('focus', follow);
        ownerDocument.addEventListener('selectionchange', moved);
        return () => {
          root.removeEventListener('focus', follow);
          ownerDocument.removeEventListener('selectionchange', moved);
        };
      }),
    );
  },
});

type Place = { parent: HTMLElement; at: number };

/** Where the selected figure stands on the page; null where none is selected. */
function placeOf(editor: LexicalEditor): Place | null {
  const key = editor.read('latest', () => $selectedSolid()?.getKey());
  const element = key === undefined ? null : editor.getElementByKey(key);
  const parent = element?.parentElement;
  return element && parent ? { parent, at: [...parent.childNodes].indexOf(element) } : null;
}

const isAround = (selection: Selection | null, { parent, at }: Place): boolean =>
  selection?.anchorNode === parent &&
  selection.focusNode === parent &&
  selection.anchorOffset === at &&
  selection.focusOffset === at + 1;

function placeAround(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  const place = placeOf(editor);
  root?.toggleAttribute('data-solid-selected', place !== null);
  if (!place || document.activeElement !== root) return;
  const selection = getSelection();
  if (!isAround(selection, place)) selection?.setBaseAndExtent(place.parent, place.at, place.parent, place.at + 1);
}

function takeOver(editor: LexicalEditor): void {
  if (!$isNodeSelection(editor.getEditorState()._selection) || document.activeElement !== editor.getRootElement())
    return;
  const place = placeOf(editor);
  const selection = getSelection();
  if (!place || isAround(selection, place)) return;
  // A mere caret is what is left of a copy, for which Lexical borrows the page's selection.
  if (selection?.type !== 'Range') placeAround(editor);
  else
    editor.update(() => {
      const range = $createRangeSelectionFromDom(selection, editor);
      if (range !== null) $setSelection(range);
    });
}
