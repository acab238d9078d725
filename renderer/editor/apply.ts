import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { $nodeOfBlock, $topNodes } from '../../story/document.ts';
import type { Change } from '../../story/journal.ts';
import type { Block } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround, $blocksUnder, $isTextBlockNode, type BlockNode } from '../../story/schema/blocks.ts';
import { $pointAt } from './points.ts';

/**
 * Brings the editor's body to `next`, where `change` says how it differs. Blocks that do not differ keep their nodes, and
 * the caret stays by its place in its block. `tags` go with the update. It is one step of undo of its own: undoing it gives the text before it.
 */
export function applyToEditor(
  editor: LexicalEditor,
  change: Change,
  next: readonly Block[],
  tags: readonly string[] = [],
): void {
  if (!change.blocks && !change.placed && !change.removed) return;
  editor.update(
    () => {
      const $restore = $saveCaret();
      $applyBody(change, next);
      $restore();
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_SELECTION_FOCUS_TAG, ...tags] },
  );
}

function $applyBody(change: Change, next: readonly Block[]): void {
  const nodes = new Map<string, BlockNode>($blocksUnder($getRoot()).map((node) => [$getBlockId(node), node]));
  const written = new Map((change.blocks ?? []).map((block) => [block.id, block]));
  const sameShape = [...written.values()].every((block) => {
    const node = nodes.get(block.id);
    return node !== undefined && node.getType() === NODE_TYPES[block.type] && block.type !== 'listItem';
  });
  if (!change.placed && !change.removed && sameShape) {
    for (const block of written.values()) (nodes.get(block.id) as BlockNode).replace($nodeOfBlock(block));
    return;
  }
  // Blocks came, went, moved or changed their kind: the root is laid anew around the nodes that stay.
  const top = $topNodes(next, (block) => {
    const node = nodes.get(block.id);
    return node === undefined || written.has(block.id) ? $nodeOfBlock(block) : node;
  });
  $getRoot()
    .clear()
    .append(...(top.length > 0 ? top : [$createParagraphNode()]));
}

const NODE_TYPES: Record<Block['type'], string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  quote: 'quote',
  pullquote: 'pullquote',
  attribution: 'attribution',
  listItem: 'listitem',
  figure: 'figure',
  divider: 'divider',
  table: 'table',
  embed: 'embed',
};

/** Remembers the selection by block and offset, and takes it off the nodes that are about to change. */
export function $saveCaret(): () => void {
  const selection = $getSelection();
  $setSelection(null);
  if (!$isRangeSelection(selection)) return () => {};
  const [from, to] = [selection.anchor, selection.focus].map((point) => $placeOf(point.getNode(), point.offset));
  return () => {
    const blocks = new Map($blocksUnder($getRoot()).map((node) => [$getBlockId(node), node]));
    const [start, end] = [from, to].map((place) => place && blocks.get(place.block));
    if (!from || !to || !$isTextBlockNode(start) || !$isTextBlockNode(end)) return;
    const restored = start.select();
    $pointAt(restored.anchor, start, from.offset);
    $pointAt(restored.focus, end, to.offset);
  };
}

/** A point as its block's id and the number of characters before it there (a line break is one). */
export function $placeOf(node: LexicalNode, offset: number): { block: string; offset: number } | null {
  const block = $blockAround(node);
  if (!$isTextBlockNode(block)) return null;
  let before = $isTextNode(node) ? offset : $textBefore(node, offset);
  for (let at = node; !at.is(block); at = at.getParentOrThrow())
    for (const sibling of at.getPreviousSiblings()) before += sibling.getTextContentSize();
  return { block: $getBlockId(block), offset: before };
}

const $textBefore = (node: LexicalNode, children: number): number =>
  $isElementNode(node) ? lengthOf(node, children) : 0;

const lengthOf = (element: ElementNode, children: number): number =>
  element
    .getChildren()
    .slice(0, children)
    .reduce((length, child) => length + child.getTextContentSize(), 0);
