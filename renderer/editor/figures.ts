import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { PhotoInfo } from '../../preload/contract.ts';
import { FIGURE_FIELDS, type FigureField } from '../../story/model.ts';
import { $blockAround, $blocksUnder } from '../../story/schema/blocks.ts';
import {
  $confirmFigureText,
  $createFigureNode,
  $isFigureNode,
  $setFigureText,
  type FigureNode,
} from '../../story/schema/figure/node.ts';
import { $insertSolid } from '../../story/schema/insert.ts';
import { $isSolidNode } from '../../story/schema/solid.ts';
import { $selectSolid } from './solidSelection.ts';

/** Puts a photo behind the caret's block (at the end without a caret), its texts marked as from the file, and selects it. */
export function insertPhotoInto(editor: LexicalEditor, photo: PhotoInfo): void {
  const { hash, width, height, caption, credit, copyright, alt } = photo;
  const texts = { caption, credit, copyright, alt };
  const unchecked = FIGURE_FIELDS.filter((field) => texts[field] !== '');
  editor.update(
    () => {
      const selection = $getSelection();
      const at = selection === null ? null : $blockAround(selection.getNodes().at(-1) ?? null);
      const figure = $createFigureNode({ photo: hash, width, height, ...texts, unchecked });
      $insertSolid(figure, at ?? $blocksUnder($getRoot()).at(-1) ?? null);
      $selectSolid(figure.getKey());
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Typing in one text of one figure is one step of undo until a second passes without a key. */
const ONE_STEP = 1000;

export type CaptionWriter = {
  /** `apart`: a step of undo of its own, from what was typed before and what comes next. */
  type(key: NodeKey, field: FigureField, value: string, apart?: boolean): void;
  confirm(key: NodeKey, field: FigureField): void;
};

/** Writes the texts of figures as they are typed. */
export function createCaptionWriter(editor: LexicalEditor): CaptionWriter {
  let last: { what: string; at: number } | null = null;
  const write = (key: NodeKey, tag: string, $change: (node: FigureNode) => void) =>
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if ($isFigureNode(node)) $change(node);
      },
      { discrete: true, tag: [tag, SKIP_DOM_SELECTION_TAG] },
    );
  return {
    type(key, field, value, apart = false) {
      const what = `${key}/${field}`;
      const now = Date.now();
      const goesOn = !apart && last?.what === what && now - last.at < ONE_STEP;
      last = apart ? null : { what, at: now };
      write(key, goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG, (node) => $setFigureText(node, field, value));
    },
    confirm(key, field) {
      last = null;
      write(key, HISTORY_PUSH_TAG, (node) => $confirmFigureText(node, field));
    },
  };
}

/** Takes a block that is no text out of the story; undo brings it back. A photo itself stays in the library. */
export function removeSolid(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isSolidNode(node)) return;
      node.selectNext(0, 0);
      node.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
