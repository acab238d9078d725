import { $isListItemNode } from '@lexical/list';
import { $createLineBreakNode, $isLineBreakNode, $isRootNode, type ElementNode, type LexicalNode } from 'lexical';

/** Takes off what a story does not store of a block: alignment, direction, style, indent (a list's is its nesting). */
export function $plainElement(node: ElementNode): void {
  if (node.getFormatType() !== '') node.setFormat('');
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getDirection() !== null) node.setDirection(null);
  if (!$isListItemNode(node) && node.getIndent() !== 0) node.setIndent(0);
}

/**
 * A story's blocks stand in the body, not in each other. A block found in another text block (a paste, an odd import)
 * gives it its words, on a line of their own.
 */
export function $asTopBlock(node: ElementNode): void {
  const parent = node.getParent();
  if (parent === null || $isRootNode(parent)) return;
  const words = node.getChildren();
  if (words.length > 0) $breakBefore(node);
  for (const word of words) node.insertBefore(word);
  const next = node.getNextSibling();
  node.remove();
  if (next !== null) $breakBefore(next);
}

function $breakBefore(node: LexicalNode): void {
  const before = node.getPreviousSibling();
  if (before !== null && !$isLineBreakNode(before) && !$isLineBreakNode(node))
    node.insertBefore($createLineBreakNode());
}
