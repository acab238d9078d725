import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { $isListItemNode, type ListItemNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  type AnyLexicalExtensionArgument,
  type LexicalEditorWithDispose,
  type LexicalNode,
} from 'lexical';
import type { Block, ListItem, SolidBlock } from './model.ts';
import { $attributionFromNode, $nodeFromAttribution } from './schema/attribution/attribution.ts';
import { $isAttributionNode } from './schema/attribution/node.ts';
import { $getBlockId, $setBlockId } from './schema/blockId.ts';
import { $blocksUnder, type BlockNode } from './schema/blocks.ts';
import { $isInBox, $setBox } from './schema/box/box.ts';
import { $dividerFromNode, $nodeFromDivider } from './schema/divider/divider.ts';
import { $isDividerNode } from './schema/divider/node.ts';
import { $embedFromNode, $nodeFromEmbed } from './schema/embed/embed.ts';
import { $isEmbedNode } from './schema/embed/node.ts';
import { StoryExtension } from './schema/extension.ts';
import { $figureFromNode, $nodeFromFigure } from './schema/figure/figure.ts';
import { $isFigureNode } from './schema/figure/node.ts';
import { $headingFromNode, $nodeFromHeading } from './schema/heading/heading.ts';
import { $listItemFromNode, $nodeFromListItem } from './schema/list/list.ts';
import { $nestListItems } from './schema/list/nest.ts';
import { $nodeFromParagraph, $paragraphFromNode } from './schema/paragraph/paragraph.ts';
import { $isPullQuoteNode } from './schema/pullquote/node.ts';
import { $nodeFromPullQuote, $pullQuoteFromNode } from './schema/pullquote/pullquote.ts';
import { $nodeFromQuote, $quoteFromNode } from './schema/quote/quote.ts';
import { $isSolidNode, type SolidNode } from './schema/solid.ts';
import { $getSuggested, $setSuggested } from './schema/suggested.ts';
import { $isTableNode } from './schema/table/node.ts';
import { $nodeFromTable, $tableFromNode } from './schema/table/table.ts';

/** An editor of a story's body; without a page it works headless. `extensions` come on top of the schema. */
export function createStoryEditor(...extensions: AnyLexicalExtensionArgument[]): LexicalEditorWithDispose {
  return buildEditorFromExtensions(StoryExtension, ...extensions);
}

/** An editor that will never have a page (tests, conversions). */
export const createHeadlessStoryEditor = (...extensions: AnyLexicalExtensionArgument[]): LexicalEditorWithDispose =>
  createStoryEditor(HeadlessExtension, ...extensions);

/** A block's node with its id; a list item still without its list. */
export function $nodeOfBlock(block: Block): BlockNode {
  const node = $setBox($setBlockId($bareNode(block), block.id), block.box === true);
  return $setSuggested(node, block.suggestions ?? []);
}

function $bareNode(block: Block): BlockNode {
  switch (block.type) {
    case 'paragraph':
      return $nodeFromParagraph(block);
    case 'heading':
      return $nodeFromHeading(block);
    case 'quote':
      return $nodeFromQuote(block);
    case 'pullquote':
      return $nodeFromPullQuote(block);
    case 'attribution':
      return $nodeFromAttribution(block);
    case 'listItem':
      return $nodeFromListItem(block);
    case 'figure':
      return $nodeFromFigure(block);
    case 'divider':
      return $nodeFromDivider(block);
    case 'table':
      return $nodeFromTable(block);
    case 'embed':
      return $nodeFromEmbed(block);
  }
}

/** What stands directly in the root for these blocks: list items are gathered into nested lists. `nodeOf` may reuse nodes. */
export function $topNodes(body: readonly Block[], nodeOf: (block: Block) => LexicalNode = $nodeOfBlock): LexicalNode[] {
  const top: LexicalNode[] = [];
  let items: { block: ListItem; node: ListItemNode }[] = [];
  const closeList = () => {
    top.push(...$nestListItems(items));
    items = [];
  };
  for (const block of body) {
    const node = nodeOf(block);
    if (block.type === 'listItem' && $isListItemNode(node)) items.push({ block, node });
    else {
      closeList();
      top.push(node);
    }
  }
  closeList();
  return top;
}

/** Fills the empty root with a story's body (an empty one gets one empty paragraph). Within an update. */
export function $storyToLexical(body: readonly Block[]): void {
  const nodes = $topNodes(body);
  $getRoot()
    .clear()
    .append(...(nodes.length > 0 ? nodes : [$createParagraphNode()]));
}

/** The body as it stands. Canonical: runs joined. Within a read or an update. */
export const $lexicalToBlocks = (): Block[] => $blocksUnder($getRoot()).map((node) => $blockOf(node));

/** One block of the body, whole. `composing`: see $runsFromNode. */
export function $blockOf(node: BlockNode, composing = false): Block {
  const block = $bareBlock(node, composing);
  const suggestions = $getSuggested(node);
  if (suggestions.length === 0) return $isInBox(node) ? { ...block, box: true } : block;
  // In the schema's order of keys, as everything that is stored.
  const { id, ...rest } = block;
  return { id, suggestions, ...rest, ...($isInBox(node) && { box: true as const }) } as Block;
}

function $bareBlock(node: BlockNode, composing: boolean): Block {
  const id = $getBlockId(node);
  if ($isSolidNode(node)) return $solidFromNode(node, id);
  if ($isHeadingNode(node)) return $headingFromNode(node, id, composing);
  if ($isQuoteNode(node)) return $quoteFromNode(node, id, composing);
  if ($isPullQuoteNode(node)) return $pullQuoteFromNode(node, id, composing);
  if ($isAttributionNode(node)) return $attributionFromNode(node, id, composing);
  if ($isListItemNode(node)) return $listItemFromNode(node, id, composing);
  return $paragraphFromNode(node, id, composing);
}

function $solidFromNode(node: SolidNode, id: string): SolidBlock {
  if ($isFigureNode(node)) return $figureFromNode(node, id);
  if ($isDividerNode(node)) return $dividerFromNode(node, id);
  if ($isTableNode(node)) return $tableFromNode(node, id);
  if ($isEmbedNode(node)) return $embedFromNode(node, id);
  throw new Error(`story: a block of the type ${node.getType()} is not known`);
}
