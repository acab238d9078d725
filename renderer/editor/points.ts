import { $isElementNode, $isTextNode, type LexicalNode, type PointType, type TextNode } from 'lexical';
import type { TextBlockNode } from '../../story/schema/blocks.ts';

/** Sets a point to a character offset in a block (a line break is one character), or to the block's end. */
export function $pointAt(point: PointType, block: TextBlockNode, offset: number): void {
  let left = offset;
  let last: TextNode | null = null;
  const find = (node: LexicalNode): boolean => {
    if ($isElementNode(node)) return node.getChildren().some(find);
    const size = node.getTextContentSize();
    if ($isTextNode(node)) {
      last = node;
      if (left <= size) {
        point.set(node.getKey(), left, 'text');
        return true;
      }
    }
    // A place between two line breaks, or before the first one, is in no text.
    if (left < size) {
      point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent(), 'element');
      return true;
    }
    left -= size;
    return false;
  };
  if (find(block)) return;
  const end = last as TextNode | null;
  if (end) point.set(end.getKey(), end.getTextContentSize(), 'text');
  else point.set(block.getKey(), 0, 'element');
}
