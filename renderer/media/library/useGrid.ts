import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PhotoRow } from '../../../preload/contract.ts';
import { indexOf, rowAt } from '../../library/pages.ts';
import { useMeasured } from '../../library/useMeasured.ts';
import { placeOfKey, scrolledTo } from '../../library/windowing.ts';
import { useStore } from '../../store.ts';
import { columnsIn, photosIn, ROW_HEIGHT } from './grid.ts';
import { choose, photoPages } from './state.ts';

/** The photo that the keyboard is at: by its hash where that is known, so that it stays with it when the order changes. */
type Active = { question: number; index: number; id: string | null };

/** A scrolling grid of which only the rows near the screen are rendered: which photos, and which of them the keyboard is at. */
export function useGrid() {
  const pages = photoPages();
  const listing = useStore(pages.listing);
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, width: 800, height: 600 });
  const [active, setActive] = useState<Active>({ question: -1, index: 0, id: null });
  /** Where a range of chosen photos begins. */
  const anchor = useRef(0);
  const count = listing.total ?? 0;
  const columns = columnsIn(seen.width);
  const span = photosIn(seen.top, seen.height, columns, count);
  const isOld = active.question !== listing.question;
  const known = isOld || active.id === null ? -1 : indexOf(listing, active.id);
  const at = known >= 0 ? known : Math.max(0, Math.min(isOld ? 0 : active.index, count - 1));

  const measure = () => {
    const box = scroller.current;
    if (!box) return;
    const style = getComputedStyle(box);
    const width = box.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    // Whole rows: not every pixel scrolled renders.
    const top = Math.floor(box.scrollTop / ROW_HEIGHT) * ROW_HEIGHT;
    setSeen((now) =>
      now.top === top && now.width === width && now.height === box.clientHeight
        ? now
        : { top, width, height: box.clientHeight },
    );
  };
  const measureNow = useMeasured(scroller, measure);
  const question = listing.question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    anchor.current = 0;
    measureNow();
  }, [question]);
  useEffect(() => pages.show(span.from, span.to), [pages, span.from, span.to]);

  const goTo = (index: number) => {
    const box = scroller.current;
    const row = Math.floor(index / columns);
    if (box) box.scrollTop = scrolledTo(row, box.scrollTop, box.clientHeight, ROW_HEIGHT);
    setActive({ question, index, id: rowAt(listing, index)?.id ?? null });
  };
  const rowsBetween = (a: number, b: number): PhotoRow[] => {
    const rows: PhotoRow[] = [];
    for (let index = Math.min(a, b); index <= Math.max(a, b); index++) {
      const row = rowAt(listing, index);
      if (row) rows.push(row);
    }
    return rows;
  };
  const toggle = (index: number) => {
    anchor.current = index;
    choose(rowsBetween(index, index), (_, was) => !was);
  };
  const extendTo = (index: number) => choose(rowsBetween(anchor.current, index), () => true);

  const shown: { index: number; row: PhotoRow | null }[] = [];
  for (let index = span.from; index < span.to; index++) shown.push({ index, row: rowAt(listing, index) });
  return {
    listing,
    shown,
    at,
    columns,
    current: rowAt(listing, at),
    scroller,
    /** Of all rows together, and of what lies above those rendered, in pixels. */
    height: Math.ceil(count / columns) * ROW_HEIGHT,
    above: (span.from / columns) * ROW_HEIGHT,
    onScroll: measure,
    rowAt: (index: number) => rowAt(listing, index),
    press: (index: number, isRange: boolean) => {
      goTo(index);
      if (isRange) extendTo(index);
      else toggle(index);
    },
    /** True where the key was one of the grid. */
    onKey: (event: KeyboardEvent): boolean => {
      const box = scroller.current;
      if (!box || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === ' ') toggle(at);
      else {
        const to = placeOfKey(event.key, at, columns, Math.floor(box.clientHeight / ROW_HEIGHT), count);
        if (to === null) return false;
        if (!event.shiftKey) anchor.current = to;
        goTo(to);
        if (event.shiftKey) extendTo(to);
      }
      event.preventDefault();
      return true;
    },
  };
}
