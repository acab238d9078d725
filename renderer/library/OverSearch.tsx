import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './library.module.css';
import { SearchHelp } from './SearchHelp.tsx';

type Props = {
  id: string;
  label: string;
  text: string;
  of: 'photos' | 'receipts';
  /** Where Down and Enter lead, within the pane. */
  into: string;
  onType: (text: string) => void;
  /** Escape in an empty field. */
  onLeave: () => void;
};

/** The search of what stands over the story: searches as one types, Escape clears, then leaves. */
export function OverSearch({ id, label, text, of, into, onType, onLeave }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const set = (typed: string) => onType(typed.slice(0, 2_000));
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter')
      field.closest('[data-pane]')?.querySelector<HTMLElement>(into)?.focus();
    else if (event.key === 'Escape' && field.value !== '') {
      field.value = '';
      set('');
    } else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.searchRow}>
      <input
        ref={input}
        id={id}
        data-pane-start
        type="search"
        className={styles.search}
        aria-label={label}
        placeholder={label}
        defaultValue={text}
        maxLength={2_000}
        onInput={(event) => set(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <SearchHelp of={of} />
    </div>
  );
}
