import { $getRoot } from 'lexical';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import type { Core } from '../core.ts';
import { $pointAt } from '../points.ts';
import { scrollerOf } from '../view/typewriter.ts';
import { bodyRanges, controlOf } from './paint.ts';
import type { Found } from './searcher.ts';

/** Scrolls to what was found. False where its text is not on the page. */
export function revealFound(core: Core, match: Found): boolean {
  const control = controlOf(core, match.passage.place);
  const [range] = bodyRanges(core, [match]);
  if (range) {
    const { startContainer, startOffset, endContainer, endOffset } = range[1];
    (startContainer.parentElement as HTMLElement).scrollIntoView({ block: 'center' });
    const live = document.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    toMiddle(live);
  } else if (control) control.scrollIntoView({ block: 'center' });
  return Boolean(range ?? control);
}

/** Selects what was found, where its text is on the page, and gives that the focus. */
export function selectFound(core: Core, { passage, start, end }: Found): void {
  const { place } = passage;
  const control = controlOf(core, place);
  if (control) {
    control.focus();
    control.setSelectionRange(start, end);
    return;
  }
  if (!('block' in place)) return;
  const { editor } = core;
  editor.update(
    () => {
      const node = $blocksUnder($getRoot()).find((one) => $getBlockId(one) === place.block);
      if (!$isTextBlockNode(node)) return;
      const selection = node.select();
      $pointAt(selection.anchor, node, start);
      $pointAt(selection.focus, node, end);
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
}

/** Scrolls until a range that is near the edge, or out of sight in a long paragraph, stands in the middle. */
function toMiddle(range: Range): void {
  const scroller = scrollerOf(range.startContainer as Text);
  if (!scroller) return;
  const [place, frame] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (place.top < frame.top + frame.height / 5 || place.bottom > frame.bottom - frame.height / 5)
    scroller.scrollBy(0, (place.top + place.bottom) / 2 - (frame.top + frame.bottom) / 2);
}
