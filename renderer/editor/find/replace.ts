import {
  $getRoot,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { withTexts } from '../../../story/content.ts';
import { $blockOf, $nodeOfBlock } from '../../../story/document.ts';
import { isTextBlock } from '../../../story/model.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import { replaceAll } from '../../../story/text/replace.ts';
import { $saveCaret } from '../apply.ts';
import { type Core, placeKey } from '../core.ts';
import type { StorySession } from '../types.ts';
import { $editBlock } from './pieces.ts';
import type { Found } from './searcher.ts';

/** How many were replaced; of them in fields, which undo by themselves. */
export type Replaced = { all: number; inFields: number };

/**
 * Puts what `write` says in the place of what was found, where it still stands as it was found. In the body with its captions it is one step of undo, in
 * each field one of that field's.
 */
export function replaceFound<F extends Found>(
  session: StorySession,
  core: Core,
  found: readonly F[],
  write: (match: F) => string,
): Replaced {
  const byPassage = Map.groupBy(found, ({ passage }) => passage);
  const done: Replaced = { all: 0, inFields: 0 };
  const inBody = new Map<string, F[][]>();
  for (const [{ place, text }, matches] of byPassage) {
    if ('block' in place) inBody.set(place.block, [...(inBody.get(place.block) ?? []), matches]);
    else if (session.story().fields[place.field] === text) {
      replaceInField(session, core, matches, write);
      done.all += matches.length;
      done.inFields += matches.length;
    }
  }
  if (inBody.size === 0) return done;
  core.editor.update(
    () => {
      const $restore = $saveCaret();
      for (const node of $blocksUnder($getRoot())) {
        const texts = inBody.get($getBlockId(node));
        if (!texts) continue;
        const block = $blockOf(node);
        if ($isTextBlockNode(node)) {
          const [matches = []] = texts;
          if (!isTextBlock(block) || block.runs.map((run) => run.text).join('') !== matches[0]?.passage.text) continue;
          $editBlock(
            node,
            matches.map((match) => ({ ...match, text: write(match) })),
          );
          done.all += matches.length;
        } else if (!isTextBlock(block)) {
          const next = withTexts(block, (text, place) => {
            const key = JSON.stringify({ block: block.id, ...place });
            const matches = texts.find(
              ([one]) => JSON.stringify(one?.passage.place) === key && one?.passage.text === text,
            );
            if (!matches) return text;
            done.all += matches.length;
            return replaceAll(text, matches, write);
          });
          node.replace($nodeOfBlock(next));
        }
      }
      $restore();
    },
    {
      discrete: true,
      tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_SELECTION_FOCUS_TAG],
    },
  );
  return done;
}

/** By the field's own control, where it is on the page, so that its own undo knows it. The focus comes back. */
function replaceInField<F extends Found>(
  session: StorySession,
  core: Core,
  matches: readonly F[],
  write: (match: F) => string,
): void {
  const [first, last] = [matches[0] as F, matches.at(-1) as F];
  const { place, text } = first.passage;
  if (!('field' in place)) return;
  const next = replaceAll(text, matches, write);
  const control = core.controls.get(placeKey(place))?.element;
  if (!control || control.value !== text) {
    session.setField(place.field, next);
    return;
  }
  const before = document.activeElement;
  control.focus({ preventScroll: true });
  control.setSelectionRange(first.start, last.end);
  document.execCommand('insertText', false, next.slice(first.start, next.length - (text.length - last.end)));
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}
