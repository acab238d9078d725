import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { useEffect, useState } from 'react';
import type { SelectionState } from './commands.ts';
import { coreOf } from './core.ts';
import { inTime } from './inTime.ts';
import type { StorySession } from './types.ts';

export type ToolbarState = SelectionState & { canUndo: boolean; canRedo: boolean; inBody: boolean; readOnly: boolean };

function read(session: StorySession): ToolbarState {
  const { editor, lastPlace } = coreOf(session);
  const { canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
  return {
    ...session.selectionState(),
    canUndo: canUndo.peek(),
    canRedo: canRedo.peek(),
    inBody: lastPlace === null || lastPlace === 'body',
    readOnly: session.readOnly,
  };
}

/** What the toolbar shows: read in time, and rendered only where it differs. */
export function useToolbar(session: StorySession): ToolbarState {
  const [state, setState] = useState(() => read(session));
  useEffect(() => {
    let shown: string | null = null;
    // Compared here: React would plan a render to find that there is nothing to do.
    const look = () => {
      const now = read(session);
      const text = JSON.stringify(now);
      if (text !== shown) setState(now);
      shown = text;
    };
    const refresh = inTime(look);
    const stop = session.subscribe((event) => {
      if (event === 'selection' || event === 'body' || event === 'save' || event === 'mode') refresh.ask();
    });
    look();
    return () => {
      stop();
      refresh.stop();
    };
  }, [session]);
  return state;
}
