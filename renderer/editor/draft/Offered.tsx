import { Check, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ONE_LINE } from '../controls.ts';
import { useTexts } from '../texts.ts';
import styles from './draft.module.css';

type Props = {
  /** Of what says whose draft it is, and for which field. */
  titleId: string;
  text: string;
  /** Whether nothing is written in the field. */
  empty: boolean;
  /** Whether the person waits for it: who writes elsewhere is not torn away. */
  focus: boolean;
  onTake(text: string, how: 'instead' | 'behind'): void;
  onLeave(): void;
};

/**
 * A model's draft beside its field: to be changed, taken or left. Enter takes it, but never puts it in the place of what a
 * person wrote: that has a button of its own.
 */
export function Offered({ titleId, text, empty, focus, onTake, onLeave }: Props) {
  const t = useTexts();
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!focus || !ref.current) return;
    ref.current.focus();
    ref.current.setSelectionRange(ref.current.value.length, ref.current.value.length);
  }, [focus]);

  const take = (how: 'instead' | 'behind') => {
    const changed = (ref.current?.value ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
    if (changed === '') onLeave();
    else onTake(changed, how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
    const held = event.ctrlKey || event.metaKey || event.altKey;
    // What is around would undo the story.
    if (held && /^[zy]$/i.test(event.key)) event.stopPropagation();
    if (event.key === 'Enter' && !held && event.target === ref.current) {
      event.preventDefault();
      take(empty ? 'instead' : 'behind');
    }
  };
  return (
    <fieldset aria-labelledby={titleId} className={styles.offered} data-own-undo onKeyDown={onKeyDown}>
      <textarea
        ref={ref}
        rows={2}
        aria-labelledby={titleId}
        defaultValue={text}
        maxLength={2000}
        spellCheck={false}
        onPaste={ONE_LINE.onPaste}
      />
      <div className={styles.decide}>
        {empty ? (
          <Button kind="primary" icon={Check} className={styles.small} onClick={() => take('instead')}>
            {t('draft.take')}
          </Button>
        ) : (
          <>
            <Button kind="primary" icon={Plus} className={styles.small} onClick={() => take('behind')}>
              {t('draft.behind')}
            </Button>
            <Button icon={Check} className={styles.small} onClick={() => take('instead')}>
              {t('draft.instead')}
            </Button>
          </>
        )}
        <Button kind="quiet" icon={X} className={styles.small} onClick={onLeave}>
          {t('draft.leave')}
        </Button>
      </div>
    </fieldset>
  );
}
