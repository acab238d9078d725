import { $isListItemNode, $isListNode, ListItemNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $isParagraphNode,
  type ElementNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  ParagraphNode,
} from 'lexical';
import { $isAttributionNode, AttributionNode } from './attribution/node.ts';
import { $isPullQuoteNode, PullQuoteNode } from './pullquote/node.ts';
import { $isSolidNode, type SolidNode, solidClasses } from './solid.ts';

export type TextBlockNode = ParagraphNode | HeadingNode | QuoteNode | PullQuoteNode | AttributionNode | ListItemNode;
export type BlockNode = TextBlockNode | SolidNode;

/** The classes of text blocks, as `TextBlockNode` has them. */
export const TEXT_CLASSES: readonly Klass<TextBlockNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  PullQuoteNode,
  AttributionNode,
  ListItemNode,
];

/** The classes of all blocks that an editor knows. */
export const blockClasses = (editor: LexicalEditor): Klass<BlockNode>[] => [...TEXT_CLASSES, ...solidClasses(editor)];

/** A list item that only holds a deeper list: it is how Lexical nests, and no block of the story. */
export const $isListWrapper = (node: LexicalNode | null | undefined): node is ListItemNode =>
  $isListItemNode(node) && $isListNode(node.getFirstChild());

/** Whether a node is a text block of the story. */
export const $isTextBlockNode = (node: LexicalNode | null | undefined): node is TextBlockNode =>
  $isParagraphNode(node) ||
  $isHeadingNode(node) ||
  $isQuoteNode(node) ||
  $isPullQuoteNode(node) ||
  $isAttributionNode(node) ||
  ($isListItemNode(node) && !$isListNode(node.getFirstChild()));

/** Whether a node is a block of the story. */
export const $isBlockNode = (node: LexicalNode | null | undefined): node is BlockNode =>
  $isTextBlockNode(node) || $isSolidNode(node);

/** Whether a node is of a kind that stands for a block, whatever it holds (a list item may hold only a deeper list). */
export const isBlockKind = (node: LexicalNode): boolean =>
  $isParagraphNode(node) ||
  $isHeadingNode(node) ||
  $isQuoteNode(node) ||
  $isPullQuoteNode(node) ||
  $isAttributionNode(node) ||
  $isListItemNode(node) ||
  $isSolidNode(node);

/** The block a node is in, or is. */
export function $blockAround(node: LexicalNode | null): BlockNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isBlockNode(at)) return at;
  return null;
}

/** The blocks below a root or a list, in the order of the page. */
export function $blocksUnder(element: ElementNode): BlockNode[] {
  const blocks: BlockNode[] = [];
  const walk = (parent: ElementNode) => {
    for (let node = parent.getFirstChild(); node !== null; node = node.getNextSibling()) {
      if ($isListNode(node) || $isListWrapper(node)) walk(node);
      else if ($isBlockNode(node)) blocks.push(node);
    }
  };
  walk(element);
  return blocks;
}

/** The block right above or below one, whatever lists they stand in. */
export function $blockBeside(block: BlockNode, side: 'above' | 'below'): BlockNode | null {
  const next = (node: LexicalNode) => (side === 'above' ? node.getPreviousSibling() : node.getNextSibling());
  let at: LexicalNode = block;
  while (next(at) === null) {
    const up: ElementNode | null = at.getParent();
    if (up === null || (!$isListNode(up) && !$isListWrapper(up))) return null;
    at = up;
  }
  const beside = next(at);
  const blocks = $isListNode(beside) || $isListWrapper(beside) ? $blocksUnder(beside) : [beside];
  const found = blocks.at(side === 'above' ? -1 : 0);
  return $isBlockNode(found) ? found : null;
}
