import { $getRoot, type LexicalEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import { $selectSolid } from '../solidSelection.ts';
import { selectedIds } from './change.ts';

/** Puts the caret into a block, or selects it; a selection that it is part of stays. */
export function selectBlock(editor: LexicalEditor, id: string): void {
  if (selectedIds(editor).has(id)) return;
  editor.update(
    () => {
      const node = $blocksUnder($getRoot()).find((one) => $getBlockId(one) === id);
      if ($isTextBlockNode(node)) node.selectEnd();
      else if (node) $selectSolid(node.getKey());
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
}
