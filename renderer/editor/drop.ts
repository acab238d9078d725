import { caretFromPoint } from '@lexical/clipboard';
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { hashSchema } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround, $isTextBlockNode } from '../../story/schema/blocks.ts';
import { z } from '../../story/zod.ts';

/** Whether a drag carries files from outside. */
export const hasFiles = (event: { dataTransfer: DataTransfer | null }): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** What a drag out of the library of photos carries: their hashes as JSON. */
export const PHOTOS_TYPE = 'application/x-copydesk-photos';

/** The photos of the library in a drag, by their hashes; null: it carries none. Its data can be read only when it is dropped. */
export function draggedPhotos(transfer: DataTransfer): string[] | null {
  if (!transfer.types.includes(PHOTOS_TYPE)) return null;
  try {
    return z.array(hashSchema).parse(JSON.parse(transfer.getData(PHOTOS_TYPE)));
  } catch {
    return [];
  }
}

/** Puts the caret into the block at a point of the window, so that what comes stands behind it. Returns the block's id. */
export function caretToPoint(editor: LexicalEditor, x: number, y: number): string | null {
  let id: string | null = null;
  editor.update(
    () => {
      const hit = caretFromPoint(x, y, editor.getRootElement());
      const block = $blockAround(hit ? $getNearestNodeFromDOMNode(hit.node) : null);
      if (block === null) return;
      id = $getBlockId(block);
      if ($isTextBlockNode(block)) block.selectEnd();
      else block.selectNext(0, 0);
    },
    { discrete: true },
  );
  return id;
}

/** A file dropped beside the story must not make the window leave its page. Returns its own undo. */
export function refuseOtherDrops(): () => void {
  const refuse = (event: DragEvent) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
  return () => {
    window.removeEventListener('dragover', refuse);
    window.removeEventListener('drop', refuse);
  };
}

/**
 * Text dragged into a field, which a Mac hands over decomposed, becomes NFC there; the field's own undo knows both steps. The
 * body reads what is dropped as a paste. Returns its own undo.
 */
export function composeDrops(): () => void {
  const compose = (event: Event) => {
    const { target } = event;
    if (!(event instanceof InputEvent) || event.inputType !== 'insertFromDrop') return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const dropped = target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
    const text = dropped.normalize('NFC');
    if (text !== dropped) document.execCommand('insertText', false, text);
  };
  document.addEventListener('input', compose);
  return () => document.removeEventListener('input', compose);
}
