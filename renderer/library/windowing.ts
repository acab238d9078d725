/** Rows [from, to). */
export type Span = { from: number; to: number };

/** Rows rendered beyond what is seen, on either side; and the step in which the span moves, so that not every row scrolled renders. */
const AHEAD = 8;
const STEP = 4;

/** The rows to render of `count` rows of one height (pixels), where the list is scrolled to `top` and `height` is seen. */
export function spanOf(top: number, height: number, rowHeight: number, count: number): Span {
  const first = Math.min(count, Math.floor(Math.max(0, top) / rowHeight / STEP) * STEP);
  const seen = Math.ceil(height / rowHeight);
  return { from: Math.max(0, first - AHEAD), to: Math.min(count, first + STEP + seen + AHEAD) };
}

/** Where a key leads from row `at`; null: it is no key of a list. A page is what is seen, less one row. */
export function rowOfKey(key: string, at: number, count: number, seen: number): number | null {
  return key === 'ArrowLeft' || key === 'ArrowRight' ? null : placeOfKey(key, at, 1, seen, count);
}

/** Where a key leads from place `at` of a grid; null: it is no key of a grid. `rows`: how many are seen. */
export function placeOfKey(key: string, at: number, columns: number, rows: number, count: number): number | null {
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

/** Where to scroll so that a row is seen whole; `top` itself where it is already. */
export function scrolledTo(index: number, top: number, height: number, rowHeight: number): number {
  const start = index * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}
