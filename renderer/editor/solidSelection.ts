import {
  $createNodeSelection,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import { $paragraphBehind } from '../../story/schema/insert.ts';
import { $isSolidNode, type SolidNode } from '../../story/schema/solid.ts';

/** Selects a block that is no text as one thing. Within an update. */
export function $selectSolid(key: NodeKey): void {
  const selection = $createNodeSelection();
  selection.add(key);
  $setSelection(selection);
}

/** The block that is selected as one thing. */
export function $selectedSolid(): SolidNode | null {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? (selection.getNodes().find($isSolidNode) ?? null) : null;
}

/** Where words go that come now: to the caret; behind a selected block, never in its place. */
export function $placeForWords(selection: BaseSelection): RangeSelection | null {
  if ($isRangeSelection(selection)) return selection;
  const solid = $selectedSolid();
  return solid && $paragraphBehind(solid).select();
}

/** The block that is no text which a caret at the very start (or end) of its block stands behind (or before). */
export function $solidAtCaret(back: boolean): SolidNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const at = anchor.getNode();
  const beside = $isElementNode(at) ? at.getChildAtIndex(back ? anchor.offset - 1 : anchor.offset) : null;
  if (beside !== null) return $isSolidNode(beside) ? beside : null;
  if (!$isElementNode(at) && anchor.offset !== (back ? 0 : at.getTextContentSize())) return null;
  for (let node: LexicalNode | null = at; node !== null; node = node.getParent()) {
    const sibling = back ? node.getPreviousSibling() : node.getNextSibling();
    if (sibling !== null) return $isSolidNode(sibling) ? sibling : null;
  }
  return null;
}

/** Whether the caret is in an empty paragraph, which a deletion takes away. */
export function $inEmptyParagraph(): boolean {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  return $isParagraphNode(node) && node.isEmpty();
}
