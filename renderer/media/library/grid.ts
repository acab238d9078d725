import type { Span } from '../../library/windowing.ts';

/** Pixels: photoLibrary.module.css keeps to them. */
export const ROW_HEIGHT = 214;
const NARROWEST = 168;
const GAP = 8;
/** Rows rendered beyond what is seen, on either side: their pictures are there when they come. */
const AHEAD = 2;

/** How many photos stand side by side in so many pixels. */
export const columnsIn = (width: number): number => Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));

/** The photos to render of `count`, where the grid is scrolled to `top` and `height` is seen: whole rows. */
export function photosIn(top: number, height: number, columns: number, count: number): Span {
  const first = Math.floor(Math.max(0, top) / ROW_HEIGHT);
  const end = first + Math.ceil(height / ROW_HEIGHT) + 1;
  return {
    from: Math.min(count, Math.max(0, first - AHEAD) * columns),
    to: Math.min(count, (end + AHEAD) * columns),
  };
}
