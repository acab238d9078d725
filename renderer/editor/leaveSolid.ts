import { $getNodeByKey, HISTORY_MERGE_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import { $paragraphBehind } from '../../story/schema/insert.ts';
import { $isSolidNode } from '../../story/schema/solid.ts';
import { $selectSolid } from './solidSelection.ts';

/** From a block's own fields back to the body: the block selected, or the caret above or below it. */
export function leaveSolid(editor: LexicalEditor, key: NodeKey, to: 'above' | 'below' | 'select'): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isSolidNode(node)) return;
      if (to === 'select') $selectSolid(key);
      else if (to === 'above') node.selectPrevious();
      else if (node.getNextSibling() === null) $paragraphBehind(node).select();
      else node.selectNext(0, 0);
    },
    { discrete: true, tag: HISTORY_MERGE_TAG },
  );
}
