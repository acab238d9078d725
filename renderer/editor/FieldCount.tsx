import { useEffect, useRef } from 'react';
import { lengthOf } from '../../story/limits.ts';
import type { FieldName } from '../../story/model.ts';
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
    let isOver: boolean | null = null;
    const follow = () => {
      const now = session.story().fields[name];
      if (now === text || !shown.current || !spoken.current) return;
      text = now;
      const { count, limit } = lengthOf(name, now, limitsFor(session));
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
    return session.subscribe((event) => event === 'fields' && follow());
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
