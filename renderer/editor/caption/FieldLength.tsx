import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { countGraphemes } from '../../../story/limits.ts';
import { ALT_LIMIT, CAPTION_LIMIT } from '../../../story/photo/template.ts';
import { countTextWords } from '../../../story/text/counts.ts';
import { captionHouse } from '../../media/captionHouse.ts';
import { useTexts } from '../texts.ts';
import styles from './caption.module.css';

type Props = { field: 'caption' | 'alt'; control: RefObject<HTMLTextAreaElement | null>; value: string };

/** From this part of the limit on the length is told. */
const NEAR = 0.8;

/**
 * How long a caption or an alt text is, against the house's limit; quiet until it is near it. It is written past React, so
 * that no key press renders anything.
 */
export function FieldLength({ field, control, value }: Props) {
  const t = useTexts();
  const shown = useRef<HTMLSpanElement>(null);
  const tell = useRef<() => void>(() => {});
  tell.current = () => {
    if (!shown.current || !control.current) return;
    const text = control.current.value.trim();
    const characters = countGraphemes(text);
    const limit = field === 'alt' ? ALT_LIMIT : (captionHouse.get().limit ?? CAPTION_LIMIT);
    const isNear = characters >= limit * NEAR;
    shown.current.hidden = !isNear;
    shown.current.dataset.over = String(characters > limit);
    const counts = { characters: String(characters), limit: String(limit), words: String(countTextWords(text)) };
    const said = isNear ? t(characters > limit ? `length.${field}Over` : 'length.near', counts) : '';
    if (shown.current.textContent !== said) shown.current.textContent = said;
  };
  useEffect(() => {
    const element = control.current;
    const now = () => tell.current();
    element?.addEventListener('input', now);
    const stop = captionHouse.subscribe(now);
    return () => {
      element?.removeEventListener('input', now);
      stop();
    };
  }, [control]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes the text from elsewhere
  useLayoutEffect(() => tell.current(), [value]);
  return <span ref={shown} className={styles.length} data-length={field} hidden />;
}
