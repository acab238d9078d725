import { $getSelection, $getState, $isRangeSelection, type LexicalNode, type RangeSelection } from 'lexical';
import type { Story, Suggestion } from '../../../story/model.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blockAround, $blockBeside, $isTextBlockNode, type TextBlockNode } from '../../../story/schema/blocks.ts';
import { $getSuggested } from '../../../story/schema/suggested.ts';
import { $leaves } from '../../../story/schema/text/leaves.ts';
import { suggestionsState } from '../../../story/schema/text/marks.ts';
import { $placeOf } from '../apply.ts';
import { $pointAt } from '../points.ts';

type Suggestions = Story['suggestions'];

/**
 * Before something is deleted: the caret goes past all that is to be taken out already, as if it were not there. Whether
 * that was all there is to do: two paragraphs with only such blocks between them are joined here.
 */
export function $stepOver(isBackward: boolean, known: Suggestions): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const start = $blockAround(selection.anchor.getNode());
  if (!$isTextBlockNode(start)) return false;
  const isOut = (ids: readonly string[]) => ids.some((id) => known[id]?.kind === 'deletion');
  let block = start;
  let offset = $placeOf(selection.anchor.getNode(), selection.anchor.offset)?.offset ?? 0;
  const first = offset;
  for (;;) {
    offset = $past(block, offset, isBackward, isOut);
    if (offset !== (isBackward ? 0 : block.getTextContentSize())) break;
    const { next, between } = $beyond(block, isBackward, isOut, known);
    if (!next) break;
    if (!isOut($getSuggested(isBackward ? block : next))) {
      if (between.length === 0) break;
      $join(selection, isBackward ? next : block, isBackward ? block : next, between);
      return true;
    }
    block = next;
    offset = isBackward ? next.getTextContentSize() : 0;
  }
  if (!block.is(start) || offset !== first) {
    $pointAt(selection.anchor, block, offset);
    $pointAt(selection.focus, block, offset);
  }
  return false;
}

/** The place behind all that is to be taken out beside a place in a block. */
function $past(
  block: TextBlockNode,
  from: number,
  isBackward: boolean,
  isOut: (ids: readonly string[]) => boolean,
): number {
  let [start, place] = [0, from];
  const leaves = $leaves(block).map((leaf) => {
    const end = start + leaf.getTextContentSize();
    const one = { start, end, out: isOut($getState(leaf, suggestionsState)) };
    start = end;
    return one;
  });
  for (const leaf of isBackward ? leaves.reverse() : leaves) {
    const touches = isBackward ? leaf.start < place && place <= leaf.end : leaf.start <= place && place < leaf.end;
    if (!touches) continue;
    if (!leaf.out) break;
    place = isBackward ? leaf.start : leaf.end;
  }
  return place;
}

/** The next text block on a side, and what stands between and does not count: blocks to be taken out, places of moved ones. */
function $beyond(
  block: TextBlockNode,
  isBackward: boolean,
  isOut: (ids: readonly string[]) => boolean,
  known: Suggestions,
) {
  const between: LexicalNode[] = [];
  let next = $blockBeside(block, isBackward ? 'above' : 'below');
  while (next !== null) {
    const ids = $getSuggested(next);
    const isGhost = ids.some((id) => isPlaceOf(known[id], next));
    if ($isTextBlockNode(next) && !isGhost) return { next, between };
    if (!isGhost && !isOut(ids)) break;
    between.push(next);
    next = $blockBeside(next, isBackward ? 'above' : 'below');
  }
  return { next: null, between };
}

const isPlaceOf = (one: Suggestion | undefined, node: LexicalNode | null): boolean =>
  one?.kind === 'move' && node !== null && one.ghost === $getBlockId(node);

/** What stands between comes back where the edit is tracked. */
function $join(
  selection: RangeSelection,
  upper: TextBlockNode,
  lower: TextBlockNode,
  between: readonly LexicalNode[],
): void {
  const end = upper.getTextContentSize();
  upper.append(...lower.getChildren());
  $pointAt(selection.anchor, upper, end);
  $pointAt(selection.focus, upper, end);
  for (const node of [...between, lower]) node.remove();
}
