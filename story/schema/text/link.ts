import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $copyNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { safeLink } from '../../text/link.ts';

/** The link a node is in. */
export const $linkAround = (node: LexicalNode): LinkNode | null => $findMatchingParent(node, $isLinkNode);

/**
 * Links the selected words to an address (null: takes their links off). With only a caret it is about the link the
 * caret is in; where there is none, the address itself is written as its words. An unsafe address does nothing.
 */
export function $setLink(address: string | null): void {
  const url = address === null ? null : safeLink(address);
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || (address !== null && url === null)) return;
  if (selection.isCollapsed()) {
    const link = $linkAround(selection.anchor.getNode());
    if (link !== null) url === null ? $unlink(link) : link.setURL(url);
    else if (url !== null) selection.insertNodes([$createLinkNode(url).append($createTextNode(url))]);
    return;
  }
  for (const leaf of selection.extract()) {
    if (!$isTextNode(leaf) && !$isLineBreakNode(leaf)) continue;
    $takeOut(leaf);
    if (url === null) continue;
    const link = $createLinkNode(url);
    leaf.insertBefore(link);
    link.append(leaf);
  }
}

/** Puts a link's content in its place. */
export function $unlink(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}

/** Takes one leaf out of its link; what stands before and behind it stays linked. */
function $takeOut(leaf: LexicalNode): void {
  const link = leaf.getParent();
  if (!$isLinkNode(link)) return;
  const behind = leaf.getNextSiblings();
  link.insertAfter(leaf);
  if (behind.length > 0) {
    const rest = $copyNode(link);
    leaf.insertAfter(rest);
    rest.append(...behind);
  }
  if (link.isEmpty()) link.remove();
}
