import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { placeList } from './listPlace.ts';
import styles from './optionList.module.css';

type Props = {
  label: string;
  /** What has the focus and the keys, and says which option is marked. */
  owner: HTMLElement | null;
  /** What the list opens under. */
  under: Element | null;
  options: readonly { name: string; content: ReactNode }[];
  /** The marked one. */
  at: number;
  onMark: (at: number) => void;
  onTake: (at: number) => void;
};

/** A list that opens where somebody writes, and takes neither the focus nor the caret. */
export function OptionList({ label, owner, under, options, at, onMark, onTake }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const marked = `${id}-${at}`;
  useLayoutEffect(() => {
    if (box.current) placeList(under?.getBoundingClientRect(), box.current);
  });
  useLayoutEffect(() => {
    if (!owner) return;
    owner.setAttribute('aria-controls', id);
    owner.setAttribute('aria-activedescendant', marked);
    document.getElementById(marked)?.scrollIntoView({ block: 'nearest' });
    return () => {
      owner.removeAttribute('aria-controls');
      owner.removeAttribute('aria-activedescendant');
    };
  }, [owner, id, marked]);
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      className={styles.list}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map(({ name, content }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which has the keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.option}
          onMouseMove={() => index !== at && onMark(index)}
          onClick={() => onTake(index)}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
