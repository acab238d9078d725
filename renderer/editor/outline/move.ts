import {
  $getRoot,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $lexicalToBlocks } from '../../../story/document.ts';
import { moveOf, type Target } from '../../../story/outline.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import { $selectSolid } from '../solidSelection.ts';

/** Moves a section (see story/outline.ts), its blocks with their ids, in one step of undo. Whether anything moved. */
export function moveSection(editor: LexicalEditor, id: string, before: Target): boolean {
  let moved = false;
  editor.update(
    () => {
      const move = moveOf($lexicalToBlocks(), id, before);
      if (!move) return;
      const tops = new Map(
        $blocksUnder($getRoot()).map((node) => [$getBlockId(node), node.getTopLevelElementOrThrow()] as const),
      );
      const target = move.before === null ? null : tops.get(move.before);
      const section = new Set(move.ids.map((one) => tops.get(one)));
      if (target === undefined || section.has(target ?? undefined)) return;
      for (const node of section) {
        if (!node) continue;
        if (target) target.insertBefore(node);
        else $getRoot().append(node);
      }
      moved = true;
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
  return moved;
}

/** Puts the caret at a block's start, or selects it, and brings it into sight. */
export function goToBlock(editor: LexicalEditor, id: string): void {
  let key: string | null = null;
  editor.update(
    () => {
      const node = $blocksUnder($getRoot()).find((one) => $getBlockId(one) === id);
      if (!node) return;
      key = node.getKey();
      if ($isTextBlockNode(node)) node.selectStart();
      else $selectSolid(key);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  if (key === null) return;
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
}
