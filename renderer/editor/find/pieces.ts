import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
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
  const threads = [...new Set([first, ...others].flatMap(({ node }) => $getState(node, threadsState)))];
  for (const { node, from, to } of others) {
    if ($isTextNode(node) && to > end) node.spliceText(0, end - from, '');
    else node.remove();
  }
  const lines = text.split('\n');
  let { node } = first;
  let at = start - first.from;
  if (!$isTextNode(node)) {
    const words = $setMarks($createTextNode(lines.join('')), $getMarks(node));
    node.replace(words);
    node = words;
    at = 0;
  } else node.spliceText(at, Math.min(end, first.to) - start, lines.join(''));
  if (node.getTextContentSize() === 0) {
    node.remove();
    return;
  }
  if (text === '') return;
  if (threads.length > $getState(node, threadsState).length)
    node = $setState($cutOut(node, at, lines.join('').length), threadsState, threads.sort());
  else if (lines.length > 1) node = $cutOut(node, at, lines.join('').length);
  if (lines.length > 1) $breakLines(node, lines);
}

/** The part of a text node as a node of its own. */
function $cutOut(node: TextNode, at: number, length: number): TextNode {
  const parts = node.splitText(...[at, at + length].filter((cut) => cut > 0 && cut < node.getTextContentSize()));
  return (at === 0 ? parts[0] : parts[1]) ?? node;
}

function $breakLines(node: TextNode, lines: readonly string[]): void {
  const marks = $getMarks(node);
  const leaves = lines.flatMap((line, index) => [
    ...(index > 0 ? [$setMarks($createLineBreakNode(), marks)] : []),
    ...(line === '' ? [] : [$setMarks($createTextNode(line), marks)]),
  ]);
  for (const leaf of leaves) node.insertBefore(leaf);
  node.remove();
}
