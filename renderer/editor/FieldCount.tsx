import { useEffect, useRef } from 'react';
import { type Limits, lengthOf } from '../../story/limits.ts';
import type { FieldName } from '../../story/model.ts';
import { storyTypes } from '../types/known.ts';
import ui from '../ui/ui.module.css';
import styles from './count.module.css';
import { limitsFor } from './limits.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Props = { session: StorySession; name: FieldName; className?: string | undefined };

/**
 * How long a field is, against its limit. It is written past React, so that no key press renders anything; a screen reader
 * hears only that the limit is passed, and that it is kept again.
 */
export function FieldCount({ session, name, className }: Props) {
  const t = useTexts();
  const shown = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  const say = useRef(t);
  say.current = t;

  useEffect(() => {
    let text: string | null = null;
    let limits: Limits | null = null;
    let isOver: boolean | null = null;
    const follow = () => {
      const now = session.story().fields[name];
      const lasts = limitsFor(session);
      if ((now === text && lasts === limits) || !shown.current || !spoken.current) return;
      text = now;
      limits = lasts;
      const { count, limit } = lengthOf(name, now, limits);
      shown.current.textContent = limit === null ? String(count) : `${count}/${limit}`;
      const over = limit !== null && count > limit;
      shown.current.dataset.over = String(over);
      shown.current.dataset.empty = String(count === 0);
      if (over !== isOver) {
        const field = say.current(`field.${name}`);
        const values = { field, limit: String(limit) };
        // Nothing is said of what is as it should be when the story opens.
        spoken.current.textContent = over
          ? say.current('limit.over', values)
          : isOver === null
            ? ''
            : say.current('limit.kept', values);
      }
      isOver = over;
    };
    follow();
    const stops = [session.subscribe((event) => event === 'fields' && follow()), storyTypes.subscribe(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, name]);

  return (
    <>
      <span
        ref={shown}
        data-count={name}
        className={[styles.count, className].filter(Boolean).join(' ')}
        aria-hidden="true"
      />
      <span ref={spoken} role="status" className={ui.hidden} />
    </>
  );
}
