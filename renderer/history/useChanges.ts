import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Walks through the changes inside an element, which have `data-change`: by F7 and Shift+F7, or Alt with an arrow. */
export function useChanges(frame: RefObject<HTMLElement | null>, total: number) {
  const [at, setAt] = useState<number | null>(null);
  const go = useCallback(
    (step: 1 | -1) => {
      const all = [...(frame.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
      if (all.length === 0) return;
      const held = all.findIndex((one) => one.contains(document.activeElement));
      const from = held >= 0 ? held : (at ?? (step > 0 ? -1 : 0));
      const next = (from + step + all.length) % all.length;
      setAt(next);
      all[next]?.focus({ preventScroll: true });
      all[next]?.scrollIntoView({ block: 'center' });
    },
    [frame, at],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || document.querySelector('[data-modal]')) return;
      const arrow = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
      if (!arrow && (event.key !== 'F7' || event.altKey)) return;
      event.preventDefault();
      go(event.key === 'ArrowUp' || (event.key === 'F7' && event.shiftKey) ? -1 : 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [go]);
  return { at: at !== null && at < total ? at : null, next: () => go(1), last: () => go(-1) };
}
