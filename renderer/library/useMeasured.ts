import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Runs `measure`, as the newest rendering has it, whenever an element's size changes. What it returns
 * measures at another moment, and is the same function always.
 */
export function useMeasured(element: RefObject<Element | null>, measure: () => void): () => void {
  const now = useRef(measure);
  now.current = measure;
  const measureNow = useCallback(() => now.current(), []);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(measureNow);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, measureNow]);
  return measureNow;
}
