import { $getRoot, $getSelection, $isNodeSelection, type LexicalEditor } from 'lexical';
import { $lexicalToBlocks } from '../../../story/document.ts';
import { orderChange } from '../../../story/journal.ts';
import type { Block } from '../../../story/model.ts';
import { duplicateBlocks, stepBlocks } from '../../../story/move.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blockAround, $blocksUnder } from '../../../story/schema/blocks.ts';
import { $isSolidNode } from '../../../story/schema/solid.ts';
import { applyToEditor } from '../apply.ts';
import { $selectSolid } from '../solidSelection.ts';

/** The blocks that the selection touches. */
export const selectedIds = (editor: LexicalEditor): Set<string> => editor.read('latest', $selectedIds);

function $selectedIds(): Set<string> {
  const blocks = ($getSelection()?.getNodes() ?? []).map($blockAround);
  return new Set(blocks.flatMap((block) => (block === null ? [] : [$getBlockId(block)])));
}

/**
 * Changes the body as a whole, in one step of undo: blocks that stay keep their nodes, the caret its place, a selected block
 * is selected again. Whether anything changed (`next` gives null where nothing does).
 */
export function changeBody(editor: LexicalEditor, next: (body: readonly Block[]) => Block[] | null): boolean {
  const { body, solid } = editor.read('latest', () => ({ body: $lexicalToBlocks(), solid: $selectedSolidId() }));
  const after = next(body);
  if (!after) return false;
  const before = new Map(body.map((block) => [block.id, JSON.stringify(block)]));
  const blocks = after.filter((block) => before.get(block.id) !== JSON.stringify(block));
  const order = orderChange(
    body.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  applyToEditor(editor, { ...order, ...(blocks.length > 0 && { blocks }) }, after);
  if (solid !== null) editor.update(() => $select(solid), { discrete: true, tag: 'history-merge' });
  return true;
}

function $selectedSolidId(): string | null {
  const selection = $getSelection();
  const node = $isNodeSelection(selection) ? selection.getNodes()[0] : null;
  return $isSolidNode(node) ? $getBlockId(node) : null;
}

function $select(id: string): void {
  const node = $blocksUnder($getRoot()).find((one) => $getBlockId(one) === id);
  if ($isSolidNode(node)) $selectSolid(node.getKey());
}

/** Moves what is selected past what stands above or below it, and keeps it in sight. */
export function moveSelected(editor: LexicalEditor, to: 'up' | 'down'): void {
  const ids = selectedIds(editor);
  if (!changeBody(editor, (body) => stepBlocks(body, ids, to))) return;
  const key = editor.read('latest', () => $getSelection()?.getNodes()[0]?.getTopLevelElement()?.getKey());
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' });
}

export function duplicateSelected(editor: LexicalEditor): void {
  const ids = selectedIds(editor);
  changeBody(editor, (body) => duplicateBlocks(body, ids));
}
