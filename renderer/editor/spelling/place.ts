import { $getSelection, $isRangeSelection } from 'lexical';
import type { Anchor } from '../../../story/model.ts';
import { $placeOf } from '../apply.ts';
import type { Core } from '../core.ts';

/** Where the person is: a text, and what is selected of it (a caret: nothing). */
export type Here = { place: Anchor; start: number; end: number };

/** In a control, or in the body; a selection over several blocks counts from its start. null: nowhere yet. */
export function hereOf(core: Core): Here | null {
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace);
  if (control) {
    const { selectionStart, selectionEnd } = control.element;
    return { place: control.place as Anchor, start: selectionStart ?? 0, end: selectionEnd ?? 0 };
  }
  return core.editor.read('latest', () => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const [first, last] = selection.isBackward()
      ? [selection.focus, selection.anchor]
      : [selection.anchor, selection.focus];
    const start = $placeOf(first.getNode(), first.offset);
    const end = $placeOf(last.getNode(), last.offset);
    if (!start) return null;
    return {
      place: { block: start.block },
      start: start.offset,
      end: end?.block === start.block ? end.offset : start.offset,
    };
  });
}

/** The same place in whatever order its parts were put down. */
export const keyOf = (place: Anchor): string =>
  'field' in place ? place.field : `${place.block}/${place.part ?? place.cell?.join(':') ?? ''}`;
