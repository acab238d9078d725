import { getExtensionDependencyFromEditor, type Signal } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $isListNode } from '@lexical/list';
import {
  $isRootNode,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type NodeMap,
  type UpdateListenerPayload,
} from 'lexical';

/**
 * Blocks that come or go are a step of undo. Lexical's history takes an update for none that leaves the only text it touches
 * as it was: a paragraph that is all link, joined to the one above, could not be brought back. Such a step is added here.
 */
export const BlockHistoryExtension = defineExtension({
  name: 'copydesk/block-history',
  dependencies: [HistoryExtension],
  register: (editor) =>
    editor.registerUpdateListener((update) => {
      if (update.dirtyLeaves.size !== 1 || !isStep(update)) return;
      const { historyState, canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
      const { current, undoStack, redoStack } = historyState.peek();
      const isPushed = undoStack.at(-1)?.editorState === update.prevEditorState;
      if (isPushed || current?.editorState !== update.editorState) return;
      undoStack.push({ editor, editorState: update.prevEditorState });
      redoStack.length = 0;
      // What the history says of itself after its own steps; the buttons go by it.
      (canUndo as Signal<boolean>).value = true;
      (canRedo as Signal<boolean>).value = false;
    }),
});

function isStep({ tags, dirtyElements, prevEditorState, editorState }: UpdateListenerPayload): boolean {
  if (tags.has(HISTORIC_TAG) || tags.has(HISTORY_MERGE_TAG)) return false;
  const [before, after] = [prevEditorState._nodeMap, editorState._nodeMap];
  for (const [key, isMeant] of dirtyElements) if (isMeant && sizeOf(before, key) !== sizeOf(after, key)) return true;
  return sizeOf(before, 'root') !== sizeOf(after, 'root');
}

/** How many children the root or a list has; of anything else nothing. */
function sizeOf(nodes: NodeMap, key: string): number | null {
  const node = nodes.get(key);
  return node && ($isRootNode(node) || $isListNode(node)) ? node.__size : null;
}
