import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type LineBreakNode,
  type TextNode,
} from 'lexical';

/** The texts and line breaks under a node, in their order. */
export function $leaves(node: LexicalNode): (TextNode | LineBreakNode)[] {
  if ($isElementNode(node)) return node.getChildren().flatMap($leaves);
  return $isTextNode(node) || $isLineBreakNode(node) ? [node] : [];
}
