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

/** Where a key leads from photo `at`; null: it is no key of the grid. `rows`: how many are seen. */
export function photoOfKey(key: string, at: number, columns: number, rows: number, count: number): number | null {
  const page = Math.max(1, rows - 1) * columns;
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
