import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { placeOfKey } from '../../library/windowing.ts';

/** Which of `count` pictures are chosen, which one is current, and the keys and presses that change it. */
export function useChoice(count: number, grid: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const [large, setLarge] = useState(false);
  /** Where a range began. */
  const anchor = useRef(0);

  const go = useCallback(
    (to: number) => {
      setAt(to);
      grid.current?.querySelector(`#sheet-${to}`)?.scrollIntoView({ block: 'nearest' });
    },
    [grid],
  );
  const toggle = useCallback((index: number) => {
    anchor.current = index;
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  }, []);
  const extend = useCallback((to: number) => {
    const [from, end] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    setChosen((now) => new Set([...now, ...Array.from({ length: end - from + 1 }, (_, step) => from + step)]));
  }, []);

  const press = useCallback(
    (index: number, event: MouseEvent) => {
      go(index);
      if (event.detail === 2) return setLarge(true);
      if (event.shiftKey) extend(index);
      else toggle(index);
    },
    [go, extend, toggle],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const to = placeOfKey(event.key, at, perRow(grid.current), ROWS, count);
    if (to !== null) {
      if (event.shiftKey && !chosen.has(at)) anchor.current = at;
      go(to);
      if (event.shiftKey) extend(to);
    } else if (event.key === ' ') toggle(at);
    else if (event.key === 'Enter') setLarge((now) => !now);
    else if (event.key === 'Escape' && large) {
      // Otherwise the dialog would close.
      event.stopPropagation();
      setLarge(false);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      setChosen((now) =>
        now.size === count ? new Set() : new Set(Array.from({ length: count }, (_, index) => index)),
      );
    else return;
    event.preventDefault();
  };

  return {
    chosen,
    at,
    large,
    closeLarge: () => setLarge(false),
    choose: (indexes: readonly number[]) => setChosen(new Set(indexes)),
    press,
    onKeyDown,
  };
}

/** Rows that a page has, for the keys. */
const ROWS = 5;

/** Pictures in a row as they stand now. */
function perRow(grid: HTMLElement | null): number {
  const [first] = grid?.querySelectorAll<HTMLElement>('[role="option"]') ?? [];
  const width = first ? first.offsetWidth + 8 : 1;
  return Math.max(1, Math.floor(((grid?.clientWidth ?? 0) + 8) / width));
}
