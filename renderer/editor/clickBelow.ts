import { $createParagraphNode, $getRoot, $isDecoratorNode, type LexicalEditor } from 'lexical';

/**
 * A press on the blank of the page below the last block puts the caret at the end of the story; behind a photo, into a
 * new paragraph. `page` is all of the story's page. Returns its own undo.
 */
export function registerClickBelow(editor: LexicalEditor, page: HTMLElement): () => void {
  const press = (event: MouseEvent) => {
    const body = editor.getRootElement();
    const blank = event.target === page || event.target === body || event.target === body?.parentElement;
    if (!blank || event.button !== 0 || event.shiftKey || !editor.isEditable()) return;
    const last = editor.read(() => $getRoot().getLastChild()?.getKey());
    const bottom = last === undefined ? undefined : editor.getElementByKey(last)?.getBoundingClientRect().bottom;
    if (!body || bottom === undefined || event.clientY <= bottom) return;
    event.preventDefault(); // of itself the browser puts its caret into the nearest line
    body.focus({ preventScroll: true });
    editor.update($caretToEnd, { discrete: true });
  };
  page.addEventListener('mousedown', press);
  return () => page.removeEventListener('mousedown', press);
}

function $caretToEnd(): void {
  const last = $getRoot().getLastChild();
  if ($isDecoratorNode(last)) last.insertAfter($createParagraphNode());
  $getRoot().selectEnd();
}
