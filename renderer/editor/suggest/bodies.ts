import { $getNodeByKey, $getRoot, type EditorState, type LexicalEditor } from 'lexical';
import { $blockOf, $lexicalToBlocks } from '../../../story/document.ts';
import { type Block, isTextBlock } from '../../../story/model.ts';
import { same } from '../../../story/review/same.ts';
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

/** Where two bodies differ: the whole blocks between, and (but for one that was only written in) one that is the same on each side. Null: nowhere. */
export type Stretch = { before: readonly Block[]; after: readonly Block[]; from: number; behind: number };

export function stretchOf(before: readonly Block[], after: readonly Block[]): Stretch | null {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && isSame(before[from], after[from])) from++;
  if (from === before.length && from === after.length) return null;
  let behind = 0;
  while (behind < shorter - from && isSame(before.at(-1 - behind), after.at(-1 - behind))) behind++;
  const [size, isInside] = [before.length - behind - from, before.length === after.length];
  // What is put in between blocks may belong to its neighbours; what is written in one block does not.
  if (size !== 1 || !isInside || before[from]?.id !== after[from]?.id) {
    from = Math.max(0, from - 1);
    behind = Math.max(0, behind - 1);
  }
  return {
    before: before.slice(from, before.length - behind),
    after: after.slice(from, after.length - behind),
    from,
    behind,
  };
}

const isSame = (a: Block | undefined, b: Block | undefined): boolean =>
  a === b || (a?.id === b?.id && JSON.stringify(a) === JSON.stringify(b));

/** Whether all that was done is typing on in words that the same person had put in: they are as they would be tracked. */
export function isTypingOn({ before, after }: Stretch, isOwn: (id: string) => boolean): boolean {
  const [old, now] = [before[0], after[0]];
  if (before.length !== 1 || after.length !== 1 || !old || !now || !isTextBlock(old) || !isTextBlock(now)) return false;
  if (old.runs.length !== now.runs.length || !same({ ...old, runs: [] }, { ...now, runs: [] })) return false;
  return now.runs.every((run, at) => {
    const was = old.runs[at];
    if (!was || same(was, run)) return was !== undefined;
    const [mark, another] = run.suggestions ?? [];
    return (
      mark !== undefined && another === undefined && isOwn(mark) && same({ ...was, text: '' }, { ...run, text: '' })
    );
  });
}
