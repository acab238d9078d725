import type { View } from '../../../preload/contract.ts';
import { createStore } from '../../store.ts';

export const PLAIN: View = { zoom: 1, focus: false, typewriter: false, outline: false };

/** How the page is shown in this window. The preferences write it. */
export const view = createStore<View>(PLAIN);

/** The sizes of the page's text that the zoom goes through. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.25, 2.5] as const;

/** The next size, up or down; the last one stays. 0: as it is of itself. */
export function zoomed(zoom: number, by: 1 | -1 | 0): number {
  if (by === 0) return 1;
  // Whatever stands in the preferences.
  const next = by > 0 ? SIZES.find((size) => size > zoom + 0.001) : SIZES.findLast((size) => size < zoom - 0.001);
  return next ?? (by > 0 ? 2.5 : 0.5);
}
