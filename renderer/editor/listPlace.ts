import { boundsInView } from './inView.ts';

/** Puts a list below a line of the page, or where there is more room above it; within what can be seen. */
export function placeList(line: DOMRect | undefined, box: HTMLElement): void {
  const frame = box.offsetParent?.getBoundingClientRect();
  if (!line || !frame) return;
  const view = boundsInView(box);
  const [above, below] = [line.top - view.top, view.bottom - line.bottom];
  const isBelow = below >= Math.min(HEIGHT, box.scrollHeight + 2 * GAP) || below >= above;
  box.style.left = `${Math.max(0, line.left - frame.left)}px`;
  box.style.top = isBelow ? `${line.bottom - frame.top + GAP}px` : '';
  box.style.bottom = isBelow ? '' : `${frame.bottom - line.top + GAP}px`;
  box.style.maxHeight = `${Math.min(HEIGHT, (isBelow ? below : above) - 2 * GAP)}px`;
}

/** In pixels. */
const [HEIGHT, GAP] = [400, 4];
