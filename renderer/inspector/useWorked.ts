import { useEffect, useState } from 'react';
import type { Worked } from '../../preload/contract.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { useNow } from '../useNow.ts';

/** The time worked on a story, read again every minute; null: not read yet. */
export function useWorked(session: StorySession): Worked | null {
  const minute = useNow();
  const [worked, setWorked] = useState<Worked | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute is why it is read again
  useEffect(() => {
    let isOver = false;
    void call('history.worked', { id: session.storyId }).then((found) => {
      if (!isOver && found.ok) setWorked(found.value);
    });
    return () => {
      isOver = true;
    };
  }, [session.storyId, minute]);
  return worked;
}
