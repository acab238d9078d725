import type { Hit } from '../../preload/contract.ts';
import styles from './card.module.css';

/** A text with the places in it that a search has found. */
export function Marked({ text, marks }: Pick<Hit, 'text' | 'marks'>) {
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return (
      <span key={from}>
        {before}
        <mark className={styles.mark}>{text.slice(from, to)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
