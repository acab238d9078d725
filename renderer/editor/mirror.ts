import { $getNodeByKey, $getRoot, type LexicalEditor, type UpdateListenerPayload } from 'lexical';
import { nothingTouched, type Touched } from '../../story/changes.ts';
import { $blockOf, $lexicalToBlocks } from '../../story/document.ts';
import type { Block } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blocksUnder, $isBlockNode } from '../../story/schema/blocks.ts';
import { type Dirty, noteUpdate, nothingDirty } from './pending.ts';

/** The body as plain data, kept in step with the editor by reading only the blocks that changed. */
export type Mirror = {
  note(update: UpdateListenerPayload): void;
  /** Reads what changed since the last reading; what may differ now from before. Not within an update. */
  refresh(): Touched;
  /** The body as last read. */
  body(): Block[];
};

export function createMirror(editor: LexicalEditor): Mirror {
  const first = editor.read($lexicalToBlocks);
  let blocks = new Map(first.map((block) => [block.id, block]));
  let body: Block[] = first;
  let dirty: Dirty = nothingDirty();

  const $refresh = (noted: Dirty): Touched => {
    const touched = nothingTouched();
    const composing = editor.isComposing();
    for (const [id, key] of noted.blocks) {
      const node = $getNodeByKey(key);
      if (!$isBlockNode(node) || !node.isAttached() || $getBlockId(node) !== id) continue;
      blocks.set(id, $blockOf(node, composing));
      touched.blocks.add(id);
    }
    touched.order = noted.order;
    if (noted.order) {
      const nodes = $blocksUnder($getRoot());
      body = nodes.map((node) => {
        const id = $getBlockId(node);
        const known = blocks.get(id);
        if (known !== undefined) return known;
        touched.blocks.add(id);
        return $blockOf(node, composing);
      });
      blocks = new Map(body.map((block) => [block.id, block]));
    } else if (touched.blocks.size > 0) {
      body = body.map((block) => (touched.blocks.has(block.id) ? (blocks.get(block.id) as Block) : block));
    }
    return touched;
  };

  return {
    note: (update) => noteUpdate(dirty, update),
    refresh: () => {
      editor.read(() => {}); // commits what is pending, so that it is noted
      if (!dirty.order && dirty.blocks.size === 0) return nothingTouched();
      const noted = dirty;
      dirty = nothingDirty();
      return editor.read('latest', () => $refresh(noted));
    },
    body: () => body,
  };
}
