import { $getSelection, $isNodeSelection, $isRangeSelection, type LexicalEditor } from 'lexical';

/**
 * Marks the element of the body in which the caret is: `data-current`. An attribute alone, which neither Lexical nor an
 * input method minds; written where the caret came to another block, not on a key. Returns its own undo.
 */
export function markCurrentBlock(editor: LexicalEditor): () => void {
  let marked: HTMLElement | null = null;
  const mark = () => {
    const key = editor.read('latest', $topKey);
    const element = key === null ? null : editor.getElementByKey(key);
    // A block that was retyped has a new element.
    if (element === marked && element?.dataset.current !== undefined) return;
    if (marked) delete marked.dataset.current;
    if (element) element.dataset.current = '';
    marked = element;
  };
  const stop = editor.registerUpdateListener(mark);
  mark();
  return () => {
    stop();
    if (marked) delete marked.dataset.current;
  };
}

function $topKey(): string | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection)
    ? selection.anchor.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes()[0]
      : undefined;
  return node?.getTopLevelElement()?.getKey() ?? null;
}
