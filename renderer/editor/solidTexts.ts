import {
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $isSolidNode, type SolidNode } from '../../story/schema/solid.ts';

/** Typing in one text of one block is one step of undo until a second passes without a key. */
const ONE_STEP = 1000;

export type SolidTexts = {
  /** A text of a block as it is typed; `name` tells it from the block's others. */
  type(key: NodeKey, name: string, $write: (node: SolidNode) => void): void;
  /** Any other change of a block: a step of undo of its own. */
  change(key: NodeKey, $change: (node: SolidNode) => void): void;
};

/**
 * Writes what is typed and done in the controls of blocks that are no text. `isApart`: whether what is being typed is a step
 * of undo of its own, from what was typed before and what comes next (a correction).
 */
export function createSolidTexts(editor: LexicalEditor, isApart: () => boolean): SolidTexts {
  let last: { what: string; at: number } | null = null;
  const write = (key: NodeKey, tag: string, $change: (node: SolidNode) => void) =>
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if ($isSolidNode(node)) $change(node);
      },
      { discrete: true, tag: [tag, SKIP_DOM_SELECTION_TAG] },
    );
  return {
    type(key, name, $write) {
      const apart = isApart();
      const what = `${key}/${name}`;
      const now = Date.now();
      const goesOn = !apart && last?.what === what && now - last.at < ONE_STEP;
      last = apart ? null : { what, at: now };
      write(key, goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG, $write);
    },
    change(key, $change) {
      last = null;
      write(key, HISTORY_PUSH_TAG, $change);
    },
  };
}
