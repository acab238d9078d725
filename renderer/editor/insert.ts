import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $blockAround, $blocksUnder } from '../../story/schema/blocks.ts';
import { $createDividerNode } from '../../story/schema/divider/node.ts';
import { $createEmbedNode } from '../../story/schema/embed/node.ts';
import { $insertSolid, $paragraphBehind } from '../../story/schema/insert.ts';
import type { SolidNode } from '../../story/schema/solid.ts';
import { emptyTable } from '../../story/schema/table/data.ts';
import { $createTableNode } from '../../story/schema/table/node.ts';
import { $selectSolid } from './solidSelection.ts';
import type { InsertableBlock } from './types.ts';

/**
 * Puts a new block behind the caret's block (at the end without a caret), or in the place of the empty paragraph the caret
 * is in. Typing goes on behind a divider; anything else is selected. Returns its node.
 */
export function insertBlock(editor: LexicalEditor, block: InsertableBlock): NodeKey {
  let key = '';
  editor.update(
    () => {
      key = $insertBlock(block);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return key;
}

/** The same, within an update. */
export function $insertBlock(block: InsertableBlock): NodeKey {
  const node = $place($newBlock(block));
  const key = node.getKey();
  if (block === 'divider') $paragraphBehind(node).select();
  else $selectSolid(key);
  return key;
}

/** Puts a card of what is at an address where the caret is, and goes on behind it. */
export function insertEmbed(editor: LexicalEditor, url: string): void {
  editor.update(() => void $paragraphBehind($place($createEmbedNode({ url, caption: '' }))).select(), {
    discrete: true,
    tag: HISTORY_PUSH_TAG,
  });
}

function $newBlock(block: InsertableBlock): SolidNode {
  switch (block) {
    case 'divider':
      return $createDividerNode();
    case 'table':
      return $createTableNode(emptyTable());
  }
}

/** Puts a block that is no text where the selection is. */
export function $place<N extends SolidNode>(node: N): N {
  const selection = $getSelection();
  const at = selection === null ? null : $blockAround(selection.getNodes().at(-1) ?? null);
  const isInstead = $isParagraphNode(at) && at.isEmpty();
  // The paragraph under the caret is taken away below: the caret must not be in it then.
  if (isInstead) $setSelection(null);
  $insertSolid(node, at ?? $blocksUnder($getRoot()).at(-1) ?? null);
  if (isInstead) at.remove();
  return node;
}
