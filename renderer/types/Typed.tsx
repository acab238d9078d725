import { type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../story/model.ts';
import { isHidden, ruleOf } from '../../story/types/rules.ts';
import type { StorySession } from '../editor/types.ts';
import { storyTypes, typeOfStory } from './known.ts';
import styles from './types.module.css';

type Props = { session: StorySession; name: FieldName; children: ReactNode };

/** A field as the story's type has it: with its help, or not at all. A field that the type hides shows as long as something stands in it. */
export function Typed({ session, name, children }: Props) {
  const { t } = useTranslation();
  const use = useUse(session, name);
  if (use === 'hidden') return null;
  const { help } = ruleOf(typeOfStory(session), name);
  return (
    <>
      {children}
      {use === 'stray' ? <p className={styles.note}>{t('types.stray')}</p> : null}
      {help ? <p className={styles.note}>{help}</p> : null}
    </>
  );
}

/** Renders only when the answer changes, never on a key. What was shown stays until the type changes: nobody's caret goes. */
function useUse(session: StorySession, name: FieldName): 'shown' | 'stray' | 'hidden' {
  const stray = useRef<object | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [session.subscribe((event) => event === 'fields' && listener()), storyTypes.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [session],
  );
  const read = () => {
    const type = typeOfStory(session);
    if (!isHidden(type, name)) return `shown ${type.id}`;
    if (session.story().fields[name].trim() !== '') stray.current = type;
    return stray.current === type ? `stray ${type.id}` : 'hidden';
  };
  // The type's id is in it: another type's help is another one.
  return useSyncExternalStore(subscribe, read).split(' ')[0] as 'shown' | 'stray' | 'hidden';
}
