import { $getNodeByKey, $getRoot, type EditorState, type LexicalEditor } from 'lexical';
import { $blockOf, $lexicalToBlocks } from '../../../story/document.ts';
import type { Block } from '../../../story/model.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isBlockNode } from '../../../story/schema/blocks.ts';
import { noteDifferences, nothingDirty } from '../pending.ts';

/** A state of the editor and the body it holds. */
export type Known = { state: EditorState; body: readonly Block[] };

export const knownOf = (state: EditorState): Known => ({ state, body: state.read($lexicalToBlocks) });

/** The body as the running update has it, by reading only what differs from a state that is known. */
export function $bodyNow(editor: LexicalEditor, { state, body }: Known): readonly Block[] {
  const now = editor._pendingEditorState ?? editor.getEditorState();
  const dirty = nothingDirty();
  noteDifferences(dirty, state._nodeMap, now._nodeMap);
  if (!dirty.order && dirty.blocks.size === 0) return body;
  const changed = new Map<string, Block>();
  for (const [id, key] of dirty.blocks) {
    const node = $getNodeByKey(key);
    if ($isBlockNode(node) && node.isAttached() && $getBlockId(node) === id) changed.set(id, $blockOf(node));
  }
  if (!dirty.order) return body.map((block) => changed.get(block.id) ?? block);
  const known = new Map(body.map((block) => [block.id, block]));
  return $blocksUnder($getRoot()).map((node) => {
    const id = $getBlockId(node);
    return changed.get(id) ?? known.get(id) ?? $blockOf(node);
  });
}

/** Where two bodies differ: the whole blocks between, and one that is the same on each side. Null: nowhere. */
export type Stretch = { before: readonly Block[]; after: readonly Block[]; from: number; behind: number };

export function stretchOf(before: readonly Block[], after: readonly Block[]): Stretch | null {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && isSame(before[from], after[from])) from++;
  if (from === before.length && from === after.length) return null;
  let behind = 0;
  while (behind < shorter - from && isSame(before.at(-1 - behind), after.at(-1 - behind))) behind++;
  from = Math.max(0, from - 1);
  behind = Math.max(0, behind - 1);
  return {
    before: before.slice(from, before.length - behind),
    after: after.slice(from, after.length - behind),
    from,
    behind,
  };
}

const isSame = (a: Block | undefined, b: Block | undefined): boolean =>
  a === b || (a?.id === b?.id && JSON.stringify(a) === JSON.stringify(b));
