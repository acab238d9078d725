import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type LineBreakNode,
  type TextNode,
} from 'lexical';
import type { TextBlockNode } from '../../../story/schema/blocks.ts';
import { $getMarks, $setMarks, threadsState } from '../../../story/schema/text/marks.ts';

/** A leaf of a text block and the characters of the block's text that it is, [from, to). */
export type Piece = { node: TextNode | LineBreakNode; from: number; to: number };

export function $piecesOf(block: TextBlockNode): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const walk = (node: LexicalNode) => {
    if ($isElementNode(node)) for (const child of node.getChildren()) walk(child);
    else {
      const from = at;
      at += node.getTextContentSize();
      if ($isTextNode(node) || $isLineBreakNode(node)) pieces.push({ node, from, to: at });
    }
  };
  walk(block);
  return pieces;
}

/** `text` in the place of [start, end) of a block's text. */
export type Edit = { start: number; end: number; text: string };

/**
 * Replaces words of a block, which may lie across formats, links and lines. What comes has the formats of the first
 * character it stands for, and belongs to every thread that one of them belonged to. The edits are in order.
 */
export function $editBlock(block: TextBlockNode, edits: readonly Edit[]): void {
  for (const edit of edits.toReversed()) $edit(block, edit);
}

function $edit(block: TextBlockNode, { start, end, text }: Edit): void {
  const [first, ...others] = $piecesOf(block).filter(({ from, to }) => to > start && from < end);
  if (!first) return;
  const threads = new Set([first, ...others].flatMap(({ node }) => $getState(node, threadsState)));
  for (const { node, from, to } of others) {
    if ($isTextNode(node) && to > end) node.spliceText(0, end - from, '');
    else node.remove();
  }
  const { node, from, to } = first;
  const gone = $isTextNode(node) ? $cutOut(node, start - from, Math.min(end, to) - from) : node;
  const marks = { ...$getMarks(gone), ...(threads.size > 0 && { threads: [...threads].sort() }) };
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) gone.insertBefore($setMarks($createLineBreakNode(), marks));
    if (line !== '') gone.insertBefore($setMarks($createTextNode(line), marks));
  }
  gone.remove();
}

/** The part [from, to) of a text node as a node of its own. */
function $cutOut(node: TextNode, from: number, to: number): TextNode {
  const parts = node.splitText(...[from, to].filter((cut) => cut > 0 && cut < node.getTextContentSize()));
  return parts[from > 0 ? 1 : 0] ?? node;
}
