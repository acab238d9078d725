import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { PhotoInfo } from '../../preload/contract.ts';
import { type FigureField, type Language, PHOTO_TEXTS, type PhotoText } from '../../story/model.ts';
import { photoText } from '../../story/photo/facts.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround, $blocksUnder } from '../../story/schema/blocks.ts';
import { $leaveGallery, $setGalleryColumns, $toggleGallery } from '../../story/schema/figure/gallery.ts';
import { $createFigureNode, $isFigureNode, $setFigureText, type FigureNode } from '../../story/schema/figure/node.ts';
import { $insertSolid } from '../../story/schema/insert.ts';
import { $isSolidNode } from '../../story/schema/solid.ts';
import { creditFor } from '../media/captionHouse.ts';
import { type Core, coreOf } from './core.ts';
import { $selectSolid } from './solidSelection.ts';
import type { StorySession } from './types.ts';

/**
 * Puts photos behind a block, or the caret's (at the end without a caret), one behind the other, as one step of undo; their
 * texts are marked as from the file, and the last one is selected. `alt`: for those that have none.
 */
export function insertPhotosInto(
  { editor, language }: Core,
  photos: readonly PhotoInfo[],
  behind: NodeKey | null = null,
  alt = '',
): void {
  editor.update(
    () => {
      let at = behind;
      for (const photo of photos) at = $insertPhoto(photo, language(), at, alt);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** The same for a story that may be read-only, which then stays as it is. */
export function insertPhotos(session: StorySession, photos: readonly PhotoInfo[], behind: NodeKey | null): void {
  if (!session.readOnly) insertPhotosInto(coreOf(session), photos, behind);
}

/** Its texts in force, for want of a credit what the house's template makes; those that nobody has written or checked are marked. */
function $insertPhoto(photo: PhotoInfo, language: Language, behind: NodeKey | null, alt: string): NodeKey {
  const { hash, width, height } = photo;
  const texts = Object.fromEntries(PHOTO_TEXTS.map((field) => [field, photoText(photo, field)])) as Record<
    PhotoText,
    string
  >;
  texts.alt ||= alt;
  const credit = creditFor(photo, language);
  if (credit) texts.credit = credit;
  const unchecked = PHOTO_TEXTS.filter(
    (field) => texts[field] !== '' && (!photo.edits?.[field] || (field === 'credit' && credit !== '')),
  );
  const selection = $getSelection();
  const named = behind === null ? null : $blockAround($getNodeByKey(behind));
  const at = named ?? (selection === null ? null : $blockAround(selection.getNodes().at(-1) ?? null));
  const figure = $createFigureNode({ photo: hash, width, height, ...texts, unchecked });
  $insertSolid(figure, at ?? $blocksUnder($getRoot()).at(-1) ?? null);
  $selectSolid(figure.getKey());
  return figure.getKey();
}

/** The block that the caret is in or the selection ends with, by its key: what is put in later goes behind it. */
export const caretBlock = (session: StorySession): NodeKey | null =>
  coreOf(session).editor.read(() => {
    const selection = $getSelection();
    return selection === null ? null : ($blockAround(selection.getNodes().at(-1) ?? null)?.getKey() ?? null);
  });

/** Takes a block that is no text out of the story; undo brings it back. A photo itself stays in the library. */
export function removeSolid(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isSolidNode(node)) return;
      node.selectNext(0, 0);
      if ($isFigureNode(node)) $leaveGallery(node);
      node.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Makes a gallery of a figure and those beside it; out of a gallery, takes this one alone. */
export function toggleGallery(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isFigureNode(node)) $toggleGallery(node);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

/** How many photos of its gallery stand side by side; null: as many as fit. */
export function setGalleryColumns(editor: LexicalEditor, key: NodeKey, columns: 1 | 2 | 3 | null): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isFigureNode(node)) $setGalleryColumns(node, columns);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

/** The figure of a block's id, for `texts` of the core; null: it is not there any more. */
export function figureKey(session: StorySession, id: string): NodeKey | null {
  return coreOf(session).editor.read(() => {
    const node = $blocksUnder($getRoot()).find((one) => $getBlockId(one) === id);
    return $isFigureNode(node) ? node.getKey() : null;
  });
}

/** Changes figures, by their blocks' ids, as one step of undo. */
export function changeFigures(
  session: StorySession,
  ids: readonly string[],
  $change: (node: FigureNode) => void,
): void {
  if (session.readOnly || ids.length === 0) return;
  coreOf(session).editor.update(
    () => {
      for (const node of $blocksUnder($getRoot()))
        if ($isFigureNode(node) && ids.includes($getBlockId(node))) $change(node);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

/** The figures' nodes by their blocks' ids. */
export const figureKeys = (session: StorySession): ReadonlyMap<string, NodeKey> =>
  coreOf(session).editor.read(
    () =>
      new Map(
        $blocksUnder($getRoot()).flatMap((node) => ($isFigureNode(node) ? [[$getBlockId(node), node.getKey()]] : [])),
      ),
  );

/** Writes a text of a figure as one step of undo. */
export function setFigureText(session: StorySession, id: string, field: FigureField, text: string): void {
  const key = figureKey(session, id);
  if (key === null) return;
  coreOf(session).texts.change(key, (node) => {
    if ($isFigureNode(node)) $setFigureText(node, field, text);
  });
}
