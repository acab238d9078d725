import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getRoot,
  HISTORY_PUSH_TAG,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Recipe } from '../../../story/photo/recipe.ts';
import { $blocksUnder } from '../../../story/schema/blocks.ts';
import { $figureData, $isFigureNode, $setRecipe, type FigureData } from '../../../story/schema/figure/node.ts';
import { coreOf } from '../core.ts';
import { $selectedSolid } from '../solidSelection.ts';
import type { StorySession } from '../types.ts';

/** Sent to the document: the figure with that node key is to be edited. */
export const EDIT_PHOTO = 'copydesk:photo';

/** Opens the photo editor on a figure. */
export const openPhotoEditor = (key: NodeKey): void =>
  void document.dispatchEvent(new CustomEvent<NodeKey>(EDIT_PHOTO, { detail: key }));

/** Opens it on the figure the person is at: the selected one, the one in whose texts they are, or the only one. Whether there is one. */
export function editPhotoHere(session: StorySession): boolean {
  const core = coreOf(session);
  const control = core.lastPlace === null ? null : (core.controls.get(core.lastPlace)?.element ?? null);
  const key = core.editor.read('latest', () => {
    const selected = $selectedSolid();
    if ($isFigureNode(selected)) return selected.getKey();
    const around = control && core.lastPlace !== 'body' ? $getNearestNodeFromDOMNode(control) : null;
    if ($isFigureNode(around)) return around.getKey();
    const figures = $blocksUnder($getRoot()).filter($isFigureNode);
    return figures.length === 1 ? figures[0]!.getKey() : null;
  });
  if (key !== null) openPhotoEditor(key);
  return key !== null;
}

/** A figure as it stands; null where it is no longer there. */
export const figureAt = (session: StorySession, key: NodeKey): FigureData | null =>
  coreOf(session).editor.read('latest', () => {
    const node = $getNodeByKey(key);
    return $isFigureNode(node) ? $figureData(node) : null;
  });

/** Gives a figure another recipe, in one step of undo. The original stays. */
export function applyRecipe(session: StorySession, key: NodeKey, recipe: Recipe | null): void {
  coreOf(session).editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isFigureNode(node)) $setRecipe(node, recipe);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}
