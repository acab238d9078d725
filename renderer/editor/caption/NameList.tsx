import { useEffect, useLayoutEffect, useState } from 'react';
import { createStore, useStore } from '../../store.ts';
import { coreOf } from '../core.ts';
import { OptionList } from '../OptionList.tsx';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { type OpenList, registerCompletion, takeName } from './completing.ts';

/** Names of the story under the photo's text that is being written; the focus stays in the text. `scope`: a selector of where. */
export function NameList({ session, scope }: { session: StorySession; scope: string }) {
  const t = useTexts();
  const core = coreOf(session);
  const [list] = useState(() => createStore<OpenList | null>(null));
  const open = useStore(list);
  useEffect(() => registerCompletion(core, scope, list), [core, scope, list]);

  const element = open?.element;
  useLayoutEffect(() => {
    element?.setAttribute('aria-autocomplete', 'list');
    return () => element?.removeAttribute('aria-autocomplete');
  }, [element]);

  if (!open) return null;
  return (
    <OptionList
      label={t('names')}
      owner={open.element}
      under={open.element}
      at={open.at}
      onMark={(at) => list.set({ ...open, at })}
      onTake={(at) => takeName(core, list, at)}
      options={open.names.map((name) => ({ name, content: name }))}
    />
  );
}
