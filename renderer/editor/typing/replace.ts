import { $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';
import type { TextBlockNode } from '../../../story/schema/blocks.ts';
import { $leaves } from '../../../story/schema/text/leaves.ts';
import { $pointAt } from '../points.ts';

/** Puts `insert` in the place of `[from, to)` (UTF-16) of a block's text, in the format of its first letter. */
export function $replaceText(block: TextBlockNode, from: number, to: number, insert: string): void {
  let at = 0;
  let rest: string | null = insert;
  const emptied: TextNode[] = [];
  for (const leaf of $leaves(block)) {
    const [start, end] = [at, at + leaf.getTextContentSize()];
    at = end;
    if (!$isTextNode(leaf) || end < from || start > to) continue;
    const [a, b] = [Math.max(from, start), Math.min(to, end)];
    // Nothing of it goes, and what comes in belongs to a neighbour.
    if (a === b && (rest === null || from !== to)) continue;
    leaf.spliceText(a - start, b - a, rest ?? '');
    rest = null;
    if (leaf.getTextContentSize() === 0) emptied.push(leaf);
  }
  for (const leaf of emptied) leaf.remove();
}

/** Puts the caret at a character of a block. */
export function $caretAt(block: TextBlockNode, offset: number): void {
  $selectText(block, offset, offset);
}

/** Selects `[from, to)` of a block's text. */
export function $selectText(block: TextBlockNode, from: number, to: number): void {
  const selection = $getSelection();
  const range = $isRangeSelection(selection) ? selection : block.selectStart();
  $pointAt(range.anchor, block, from);
  $pointAt(range.focus, block, to);
}
