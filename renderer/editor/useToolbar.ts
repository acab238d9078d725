import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { useEffect, useState } from 'react';
import type { SelectionState } from './commands.ts';
import { coreOf } from './core.ts';
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

/** Between two readings, in milliseconds: keys come faster. */
const APART = 120;

/** What the toolbar shows: read in the next frame, while somebody types on not at every key, and rendered only where it differs. */
export function useToolbar(session: StorySession): ToolbarState {
  const [state, setState] = useState(() => read(session));
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsked = false;
    const next = () => {
      timer = undefined;
      if (isAsked) frame ||= requestAnimationFrame(refresh);
    };
    const refresh = () => {
      frame = 0;
      isAsked = false;
      timer ??= setTimeout(next, APART);
      setState((before) => {
        const now = read(session);
        return JSON.stringify(before) === JSON.stringify(now) ? before : now;
      });
    };
    const stop = session.subscribe((event) => {
      if (event !== 'selection' && event !== 'body' && event !== 'save') return;
      isAsked = true;
      if (timer === undefined) next();
    });
    refresh();
    return () => {
      stop();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [session]);
  return state;
}
