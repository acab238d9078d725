import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $getSelection, $isRangeSelection, type ElementNode, type PointType } from 'lexical';
import type { SolidBlock } from '../model.ts';
import { $createAttributionNode, $isAttributionNode } from './attribution/node.ts';
import { $getBlockId, $retypeBlock, $setBlockId } from './blockId.ts';
import { $blockAround, $isTextBlockNode, type BlockNode, type TextBlockNode } from './blocks.ts';
import { $newItem, $newList, DEEPEST } from './list/list.ts';
import { $createPullQuoteNode, $isPullQuoteNode } from './pullquote/node.ts';
import { $getSuggested, $setSuggested } from './suggested.ts';

/** What a text block can be. */
export type BlockKind =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'quote'
  | 'pullquote'
  | 'attribution'
  | 'bullet'
  | 'number';

/** The kind of a block; of one that is no text, its type. */
export function $kindOf(node: BlockNode): BlockKind | SolidBlock['type'] {
  if ($isHeadingNode(node)) return node.getTag() === 'h3' ? 'heading3' : 'heading2';
  if ($isQuoteNode(node)) return 'quote';
  if ($isPullQuoteNode(node)) return 'pullquote';
  if ($isAttributionNode(node)) return 'attribution';
  if ($isListItemNode(node)) {
    const list = node.getParent();
    return $isListNode(list) && list.getListType() === 'number' ? 'number' : 'bullet';
  }
  return $isTextBlockNode(node) ? 'paragraph' : (node.getType() as SolidBlock['type']);
}

/** The text blocks the selection touches, in the order of the page. */
export function $selectedBlocks(): TextBlockNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Map<string, TextBlockNode>();
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $blockAround(node);
    if ($isTextBlockNode(block)) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()].sort((a, b) => (a.is(b) ? 0 : a.isBefore(b) ? -1 : 1));
}

/** Makes the selected text blocks one kind; where they all are that kind already, paragraphs. Each keeps its id. */
export function $setSelectedKind(kind: BlockKind): void {
  const blocks = $selectedBlocks();
  const target = blocks.every((block) => $kindOf(block) === kind) ? 'paragraph' : kind;
  const lists = new Set<string>();
  for (const block of blocks) {
    if ($kindOf(block) === target) continue;
    const list = block.getParent();
    if ((target === 'bullet' || target === 'number') && $isListNode(list)) {
      if (!lists.has(list.getKey())) list.setListType(target);
      lists.add(list.getKey());
    } else $setKind(block, target);
  }
}

function $setKind(block: TextBlockNode, kind: BlockKind): void {
  switch (kind) {
    case 'paragraph':
      $retypeBlock(block, $createParagraphNode());
      return;
    case 'heading2':
      $retypeBlock(block, $createHeadingNode('h2'));
      return;
    case 'heading3':
      $retypeBlock(block, $createHeadingNode('h3'));
      return;
    case 'quote':
      $retypeBlock(block, $createQuoteNode());
      return;
    case 'pullquote':
      $retypeBlock(block, $createPullQuoteNode());
      return;
    case 'attribution':
      $retypeBlock(block, $createAttributionNode());
      return;
    case 'bullet':
    case 'number':
      $makeListItem(block, $newList(kind));
  }
}

function $makeListItem(block: ElementNode, list: ListNode): void {
  const item = $setSuggested($setBlockId($newItem(), $getBlockId(block)), $getSuggested(block));
  const selection = $getSelection();
  const points: PointType[] = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].filter((point) => point.key === block.getKey())
    : [];
  item.append(...block.getChildren());
  block.insertBefore(list.append(item));
  for (const point of points) point.set(item.getKey(), point.offset, 'element');
  block.remove();
}

/** Moves the selected list items one level in (1) or out (-1), within what a story stores. Whether any moved. */
export function $indentSelected(step: 1 | -1): boolean {
  const items = $selectedBlocks().filter($isListItemNode);
  const moving = items.filter((item) => item.getIndent() + step >= 0 && item.getIndent() + step <= DEEPEST);
  for (const item of moving) item.setIndent(item.getIndent() + step);
  return moving.length > 0;
}
