import { $isListItemNode } from '@lexical/list';
import {
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_LOW,
  createState,
  defineExtension,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalNode,
  mergeRegister,
  NODE_STATE_DIRECT,
} from 'lexical';
import { $getBlockId } from '../blockId.ts';
import { $blockAround, $blockBeside, type BlockNode, TEXT_CLASSES } from '../blocks.ts';

const boxState = createState('box', { parse: (value) => value === true });

/** Whether a block stands in a fact box. */
export const $isInBox = (node: BlockNode): boolean => $getState(node, boxState);

/** The same, read outside an update. */
export const isInBox = (node: LexicalNode): boolean => $getState(node, boxState, NODE_STATE_DIRECT);

/** Puts a block in a box, or takes it out. */
export function $setBox<N extends BlockNode>(node: N, isIn: boolean): N {
  if ($isInBox(node) !== isIn) $setState(node, boxState, isIn);
  return node;
}

/** Puts every selected block in a box; where all are in one already, takes them out. */
export function $toggleBox(): void {
  const isIn = !$isSelectionInBox();
  for (const block of $selection()) $setBox(block, isIn);
}

/** Whether all that is selected is in a box. */
export function $isSelectionInBox(): boolean {
  const blocks = $selection();
  return blocks.length > 0 && blocks.every($isInBox);
}

function $selection(): BlockNode[] {
  const blocks = new Map<string, BlockNode>();
  for (const node of $getSelection()?.getNodes() ?? []) {
    const block = $blockAround(node);
    if (block !== null) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

/**
 * A fact box is a mark on blocks, not an element around them, so that they split, join, move and merge like others. Words
 * that were in one stay in it when their block is retyped or split; what is typed on below stays in it, until Enter in an
 * empty paragraph at its end.
 */
export const BoxExtension = defineExtension({
  name: 'copydesk/box',
  register: (editor) =>
    mergeRegister(
      ...TEXT_CLASSES.map((kind) => editor.registerNodeTransform(kind, $keepInBox)),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveBox, COMMAND_PRIORITY_LOW),
    ),
});

/** Given to a new block: what its words had, or what it stands in. */
function $keepInBox(node: ElementNode): void {
  if ($getEditor().getEditorState()._nodeMap.has(node.getKey()) || !node.isAttached()) return;
  const block = $blockAround(node);
  if (!block?.is(node) || $isInBox(block)) return;
  const leaf = node.getFirstDescendant();
  const isIn = (leaf !== null && $wasInBox(leaf)) || ($getBlockId(node) === '' && $standsInBox(block));
  if (isIn) $setBox(block, true);
}

const $wasInBox = (leaf: LexicalNode): boolean =>
  $getEditor()
    .getEditorState()
    .read(() => {
      const block = $blockAround($getNodeByKey(leaf.getKey()));
      return block !== null && $isInBox(block);
    });

/** Whether what is put in here goes on in a box. */
export function $standsInBox(block: BlockNode): boolean {
  const above = $blockBeside(block, 'above');
  return above !== null && $isInBox(above);
}

function $leaveBox(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockAround(selection.anchor.getNode());
  if (block === null || !$isInBox(block) || $isListItemNode(block) || !('isEmpty' in block && block.isEmpty()))
    return false;
  const below = $blockBeside(block, 'below');
  if (below !== null && $isInBox(below)) return false;
  $setBox(block, false);
  return true;
}
