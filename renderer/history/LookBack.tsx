import { useEffect } from 'react';
import type { StorySession } from '../editor/types.ts';
import { useStore } from '../store.ts';
import { HistoryScreen } from './HistoryScreen.tsx';
import { MergeScreen } from './MergeScreen.tsx';
import { ParagraphPast } from './ParagraphPast.tsx';
import { lookBack, versionsOf } from './state.ts';

const close = (): void => lookBack.set(null);

/** What stands over the desk while somebody looks back: a story's versions, what was merged last, or one paragraph's past. Key it by the story's id. */
export function LookBack({ session }: { session: StorySession }) {
  const now = useStore(lookBack);
  // Another story was opened: what was looked at is none of its own.
  useEffect(() => close, []);
  return (
    <>
      {versionsOf(now, session.storyId) ? <HistoryScreen session={session} onClose={close} /> : null}
      {now?.kind === 'merge' && now.storyId === session.storyId ? (
        <MergeScreen session={session} merge={now.merge} onClose={close} />
      ) : null}
      <ParagraphPast
        session={session}
        blockId={now?.kind === 'paragraph' && now.storyId === session.storyId ? now.blockId : null}
        onClose={close}
      />
    </>
  );
}
