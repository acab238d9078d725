import { useEffect, useState } from 'react';
import type { Counts } from '../../story/text/counts.ts';
import type { StorySession } from '../editor/types.ts';

/** A selection that stands still for so long is counted, in milliseconds. */
const QUIET = 250;

/** The words and characters that are selected in the body or in a field, or null. It renders where they differ. */
export function useSelected(session: StorySession): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () =>
      setCounts((before) => {
        const now = session.selectedCounts();
        return now?.words === before?.words && now?.characters === before?.characters ? before : now;
      });
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, QUIET);
    };
    // Also of a field's own selection, of which the session hears nothing.
    document.addEventListener('selectionchange', soon);
    return () => {
      document.removeEventListener('selectionchange', soon);
      clearTimeout(timer);
    };
  }, [session]);
  return counts;
}
