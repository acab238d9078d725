import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from '../store.ts';
import { indexOf, type Listing, type Pages, type Question, rowAt } from './pages.ts';
import { useMeasured } from './useMeasured.ts';
import { rowOfKey, type Span, scrolledTo, spanOf } from './windowing.ts';

/** The row that the keyboard is at: by its story (or receipt) where that is known, so that it stays with it when the order changes. */
type Active = { question: number; index: number; id: string | null };

const indexNow = (
  listing: Pick<Listing<{ id: string }>, 'question' | 'total' | 'pages'>,
  { question, index, id }: Active,
  openId: string | null,
): number => {
  const isOld = question !== listing.question;
  const wanted = isOld ? openId : id;
  const at = wanted === null ? -1 : indexOf(listing, wanted);
  return at >= 0 ? at : Math.max(0, Math.min(isOld ? 0 : index, (listing.total ?? 0) - 1));
};

const focusable = (root: HTMLElement | null, index: number) =>
  root?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
/** The row an element belongs to, or null. */
export const rowOf = (target: EventTarget | null): number | null => {
  const index = (target as Element | null)?.closest('[data-place]')?.getAttribute('data-place');
  return index == null ? null : Number(index);
};

/**
 * A scrolling list of rows of one height, of which only those near the screen are rendered: which ones, which of them the
 * keyboard is at (its element has `data-row`, and stands in one with `data-place`), and what the scrolling element needs.
 * `head`: pixels of what stands above the first row inside it and stays in sight.
 */
export function useRows<Q extends Question, R extends { id: string }, F>(
  pages: Pages<Q, R, F>,
  rowHeight: number,
  openId: string | null,
  head = 0,
) {
  const listing = useStore(pages.listing);
  const scroller = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span>({ from: 0, to: 24 });
  const [active, setActive] = useState<Active>({ question: -1, index: 0, id: null });
  const count = listing.total ?? 0;
  const at = indexNow(listing, active, openId);
  /** Whether the focus was in the list before this rendering took its element away. */
  const hadFocus = useRef(false);
  hadFocus.current = scroller.current?.contains(document.activeElement) ?? false;
  /** The first row seen: what the eye holds on to when rows come or go above it. */
  const anchor = useRef({ question: -1, index: 0, id: null as string | null });

  const measure = () => {
    const box = scroller.current;
    if (!box) return;
    const next = spanOf(box.scrollTop, box.clientHeight - head, rowHeight, count);
    setSpan((now) => (now.from === next.from && now.to === next.to ? now : next));
    const index = Math.floor(box.scrollTop / rowHeight);
    anchor.current = { question: listing.question, index, id: rowAt(listing, index)?.id ?? null };
  };
  const measureNow = useMeasured(scroller, measure);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { question, index, id } = anchor.current;
    if (question !== listing.question) box.scrollTop = 0;
    else if (box.scrollTop > 0 && id !== null) {
      const now = indexOf(listing, id);
      if (now >= 0 && now !== index) box.scrollTop += (now - index) * rowHeight;
    }
    measureNow();
  }, [listing, rowHeight, measureNow]);
  useEffect(() => pages.show(span.from, span.to), [pages, span]);
  useLayoutEffect(() => {
    if (!hadFocus.current || rowOf(document.activeElement) === at) return;
    focusable(scroller.current, at)?.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const box = scroller.current;
    if (box) box.scrollTop = scrolledTo(index, box.scrollTop, box.clientHeight - head, rowHeight);
    setActive({ question: listing.question, index, id: rowAt(listing, index)?.id ?? null });
  };
  const rows: { index: number; row: R | null }[] = [];
  for (let index = span.from; index < Math.min(span.to, count); index++)
    rows.push({ index, row: rowAt(listing, index) });
  // The row that has the focus is never taken away from under it.
  if (at < Math.min(span.from, count)) rows.unshift({ index: at, row: rowAt(listing, at) });
  else if (at >= span.to && at < count) rows.push({ index: at, row: rowAt(listing, at) });

  return {
    listing,
    rows,
    at,
    scroller,
    /** Of all rows together, in pixels. */
    height: count * rowHeight,
    onScroll: measure,
    onFocus: (event: FocusEvent) => {
      const index = rowOf(event.target);
      if (index !== null && index !== at)
        setActive({ question: listing.question, index, id: rowAt(listing, index)?.id ?? null });
    },
    /** True where the key was one of the list. */
    onKey: (event: KeyboardEvent): boolean => {
      const box = scroller.current;
      if (!box || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      const to = rowOfKey(event.key, at, count, Math.floor((box.clientHeight - head) / rowHeight));
      if (to === null) return false;
      event.preventDefault();
      goTo(to);
      return true;
    },
  };
}
