import {
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../story/schema/blocks.ts';
import { $isSolidNode } from '../../story/schema/solid.ts';
import { $getSuggested } from '../../story/schema/suggested.ts';
import { suggestionsState } from '../../story/schema/text/marks.ts';
import { $placeOf } from './apply.ts';
import type { Core, Place } from './core.ts';
import { $selectSolid } from './solidSelection.ts';

/** Where the person is: in a text control, or in the body, from and to as block and characters. */
export type Here =
  | { control: Place }
  | { from: { block: string; offset: number }; to: { block: string; offset: number } };

/** null: nowhere yet. */
export function hereOf(core: Core): Here | null {
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace);
  if (control) return { control: control.place };
  return core.editor.read('latest', () => {
    const selection = $getSelection();
    if ($isNodeSelection(selection)) {
      const solid = selection.getNodes().find($isSolidNode);
      const at = solid && { block: $getBlockId(solid), offset: 0 };
      return at ? { from: at, to: at } : null;
    }
    if (!$isRangeSelection(selection)) return null;
    const points = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
    const [from, to] = points.map((point) => $placeOf(point.getNode(), point.offset));
    return from && to ? { from, to } : null;
  });
}

/** Selects what a suggestion marks and scrolls to it: its words, or else its block. Whether there is such. */
export function revealMarked(core: Core, ids: readonly string[]): boolean {
  let shown: string | null = null;
  const isMarked = (list: readonly string[]) => list.some((id) => ids.includes(id));
  core.editor.update(
    () => {
      const blocks = $blocksUnder($getRoot());
      const texts = blocks.flatMap((block) => ($isTextBlockNode(block) ? $textsOf(block) : []));
      const marked = texts.filter((node) => isMarked($getState(node, suggestionsState)));
      const [first, last] = [marked[0], marked.at(-1)];
      if (first && last) {
        const selection = first.select(0, 0);
        selection.focus.set(last.getKey(), last.getTextContentSize(), 'text');
        shown = first.getKey();
        return;
      }
      const block = blocks.find((one) => isMarked($getSuggested(one)));
      if (!block) return;
      shown = block.getKey();
      if ($isTextBlockNode(block)) block.selectStart();
      else $selectSolid(shown);
    },
    { discrete: true },
  );
  if (shown === null) return false;
  core.editor.getRootElement()?.focus();
  core.editor.getElementByKey(shown)?.scrollIntoView({ block: 'center' });
  return true;
}

function $textsOf(node: LexicalNode): TextNode[] {
  if ($isTextNode(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($textsOf) : [];
}
