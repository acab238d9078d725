import { $isListItemNode } from '@lexical/list';
import { $createParagraphNode, $getRoot, $isParagraphNode, type ParagraphNode } from 'lexical';
import type { BlockNode } from './blocks.ts';
import { $setBox, $standsInBox } from './box/box.ts';
import { $outermostList } from './list/nest.ts';
import type { SolidNode } from './solid.ts';

/**
 * Puts a block that is no text behind another (null: at the end). In a list it stands behind the item, which splits the list, or behind
 * the whole list for an item that is indented. After the last block an empty paragraph follows, to type on in.
 */
export function $insertSolid<N extends SolidNode>(solid: N, after: BlockNode | null): N {
  if (after === null) $getRoot().append(solid);
  else if ($isListItemNode(after) && after.getIndent() > 0) ($outermostList(after) ?? after).insertAfter(solid);
  else after.insertAfter(solid);
  if ($standsInBox(solid)) $setBox(solid, true);
  if (solid.getNextSibling() === null) solid.insertAfter($createParagraphNode());
  return solid;
}

/** Where to type on behind such a block: the empty paragraph that follows it, or a new one. */
export function $paragraphBehind(solid: SolidNode): ParagraphNode {
  const next = solid.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) return next;
  const paragraph = $createParagraphNode();
  solid.insertAfter(paragraph);
  return paragraph;
}
