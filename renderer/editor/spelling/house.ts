import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder } from '../../../story/schema/blocks.ts';
import { isLearnt } from '../../../story/text/spelling.ts';
import { houseRewritings } from '../../../story/text/vietnamese/house.ts';
import { $placeOf } from '../apply.ts';
import { type Core, coreOf } from '../core.ts';
import { type Replaced, replaceFound } from '../find/replace.ts';
import type { Passage } from '../find/texts.ts';
import type { StorySession } from '../types.ts';
import { hereOf, keyOf } from './place.ts';
import { proseOf } from './prose.ts';
import { learnt, spelling } from './settings.ts';

/**
 * Places tone marks and writes i and y as the house does, in what is selected, else in the whole story: one step of undo in
 * the body with its captions, one in each field. null: not now (a composition runs, or the story cannot be edited).
 */
export function writeAsHouse(session: StorySession): Replaced | null {
  const core = coreOf(session);
  if (session.readOnly || core.composing || core.editor.isComposing()) return null;
  const isWithin = selectionOf(core) ?? (() => true);
  const house = spelling.get();
  const found = proseOf(session.story()).flatMap((passage) =>
    houseRewritings(passage.read ?? passage.text, house, (word) => isLearnt(learnt.get(), word))
      .filter(({ start, end }) => isWithin(passage, start, end))
      .map((one) => ({ ...one, passage })),
  );
  return replaceFound(session, core, found, ({ text }) => text);
}

export type Within = (passage: Passage, start: number, end: number) => boolean;

/** Whether words lie in what is selected, at least in part; null where nothing is. */
export function selectionOf(core: Core): Within | null {
  const here = hereOf(core);
  if (here && 'block' in here.place && keyOf(here.place).endsWith('/'))
    return core.editor.read('latest', $selectedBlocks);
  if (!here || here.start === here.end) return null;
  const key = keyOf(here.place);
  return ({ place }, start, end) => keyOf(place) === key && start < here.end && end > here.start;
}

function $selectedBlocks(): Within | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const points = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const [first, last] = points.map((point) => $placeOf(point.getNode(), point.offset));
  if (!first || !last) return null;
  const order = $blocksUnder($getRoot()).map((block) => $getBlockId(block));
  const [from, to] = [order.indexOf(first.block), order.indexOf(last.block)];
  return ({ place }, start, end) => {
    const at = 'block' in place ? order.indexOf(place.block) : -1;
    if (at < 0 || at < from || at > to) return false;
    return (at > from || end > first.offset) && (at < to || start < last.offset);
  };
}
