import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getState,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  type LexicalNode,
  type LineBreakNode,
  type TextNode,
} from 'lexical';
import { $nodeOfBlock, $topNodes } from '../../../story/document.ts';
import { type Block, isTextBlock, type Run } from '../../../story/model.ts';
import { same } from '../../../story/review/same.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode, type BlockNode, type TextBlockNode } from '../../../story/schema/blocks.ts';
import { $setSuggested } from '../../../story/schema/suggested.ts';
import {
  $getMarks,
  $setMarks,
  type Marks,
  sideState,
  suggestionsState,
  threadsState,
} from '../../../story/schema/text/marks.ts';
import { $nodesFromRuns } from '../../../story/schema/text/runs.ts';

/**
 * Brings a stretch of the editor's blocks, that reads as `now`, to `wanted`, which differs from it in marks, words and
 * blocks that come back, never in what a block is. Nodes that say already what is wanted stay. `whole` gives the body as
 * it is wanted, for the rare case that the page has to be laid anew.
 */
export function $bringTo(now: readonly Block[], wanted: readonly Block[], whole: () => readonly Block[]): void {
  const nodes = new Map($blocksUnder($getRoot()).map((node) => [$getBlockId(node), node]));
  if (!$putIn(now, wanted, nodes)) $layAnew(whole(), nodes);
  const known = new Map(now.map((block) => [block.id, block]));
  for (const block of wanted) {
    const node = nodes.get(block.id);
    if (node === undefined || known.get(block.id) === block) continue;
    if (isTextBlock(block) && $isTextBlockNode(node)) $writeRuns(node, block.runs);
    $setSuggested(node, block.suggestions ?? []);
  }
}

type Nodes = Map<string, BlockNode>;

/** Puts the blocks in that are missing. Whether that could be done without touching the others. */
function $putIn(now: readonly Block[], wanted: readonly Block[], nodes: Nodes): boolean {
  const here = new Set(now.map(({ id }) => id));
  const kept = wanted.filter(({ id }) => here.has(id));
  if (kept.length !== now.length || kept.some(({ id }, at) => id !== now[at]?.id)) return false;
  for (const [at, block] of wanted.entries()) {
    if (here.has(block.id)) continue;
    const before = nodes.get(wanted[at - 1]?.id ?? '');
    const behind = nodes.get(wanted.slice(at + 1).find(({ id }) => here.has(id))?.id ?? '');
    const node = $nodeOfBlock(block);
    if (!$stand(node, block, before, behind)) return false;
    nodes.set(block.id, node);
  }
  return true;
}

function $stand(node: BlockNode, block: Block, before: BlockNode | undefined, behind: BlockNode | undefined): boolean {
  if ($isListItemNode(node)) {
    const fits = (other: BlockNode | undefined) => {
      const list = other?.getParent();
      return (
        block.type === 'listItem' &&
        $isListItemNode(other) &&
        $isListNode(list) &&
        list.getListType() === block.list &&
        other.getIndent() === block.indent
      );
    };
    if (before && fits(before)) before.insertAfter(node);
    else if (behind && fits(behind)) behind.insertBefore(node);
    else return false;
    return true;
  }
  const [above, below] = [before?.getTopLevelElement(), behind?.getTopLevelElement()];
  if (above && below?.is(above)) return false;
  if (above) above.insertAfter(node);
  else if (below) below.insertBefore(node);
  else return false;
  return true;
}

function $layAnew(body: readonly Block[], nodes: Nodes): void {
  const top = $topNodes(body, (block) => {
    const node = nodes.get(block.id) ?? $nodeOfBlock(block);
    nodes.set(block.id, node);
    return node;
  });
  $getRoot()
    .clear()
    .append(...top);
}

/** Writes words into a block; texts at its beginning and end that are so already stay. */
function $writeRuns(block: TextBlockNode, runs: readonly Run[]): void {
  const old = block.getChildren();
  if (runs.some((run) => run.link !== undefined) || old.some($isLinkNode)) {
    block.clear();
    block.append(...$nodesFromRuns(runs));
    return;
  }
  const wanted = runs.flatMap(({ text, link: _, ...marks }) =>
    text
      .split(/(\n)/)
      .filter((piece) => piece !== '')
      .map((piece) => ({ text: piece, marks })),
  );
  let start = 0;
  while (start < old.length && $says(old[start], wanted[start])) start++;
  let end = 0;
  while (end < Math.min(old.length, wanted.length) - start && $says(old.at(-1 - end), wanted.at(-1 - end))) end++;
  const spare = old.slice(start, old.length - end);
  let before: LexicalNode | undefined = old[start - 1];
  for (const piece of wanted.slice(start, wanted.length - end)) {
    const node = $take(spare, piece);
    if (!node.isAttached()) {
      const first = block.getFirstChild();
      if (before) before.insertAfter(node);
      else if (first) first.insertBefore(node);
      else block.append(node);
    }
    before = node;
  }
  for (const node of spare) node.remove();
}

type Piece = { text: string; marks: Marks };

/** A text that is there already, where the next one that is left is one; else a new one. */
function $take(spare: LexicalNode[], { text, marks }: Piece): TextNode | LineBreakNode {
  if (text === '\n') return $setMarks($createLineBreakNode(), marks);
  const next = spare[0];
  if (!$isTextNode(next)) return $setMarks($createTextNode(text), marks);
  spare.shift();
  if (next.getTextContent() !== text) next.setTextContent(text);
  if (same($getMarks(next), marks)) return next;
  for (const [state, value] of [
    [threadsState, marks.threads ?? []],
    [suggestionsState, marks.suggestions ?? []],
  ] as const)
    if ($getState(next, state).join() !== value.join()) $setState(next, state, [...value]);
  if ($getState(next, sideState) !== (marks.side ?? null)) $setState(next, sideState, marks.side ?? null);
  return $setMarks(next, marks);
}

const $says = (node: LexicalNode | undefined, piece: Piece | undefined): boolean =>
  node !== undefined &&
  piece !== undefined &&
  ($isTextNode(node) ? node.getTextContent() === piece.text : $isLineBreakNode(node) && piece.text === '\n') &&
  same($getMarks(node), piece.marks);
