import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Fold.module.css';
import ui from './ui.module.css';

type Props = {
  title: string;
  open: boolean;
  onToggle: (open: boolean) => void;
  /** What stands in it, in a few words, while it is folded. */
  summary?: ReactNode;
  children: ReactNode;
};

/** A titled part of a panel that folds away. What is folded is not there at all. */
export function Fold({ title, open, onToggle, summary, children }: Props) {
  const id = useId();
  return (
    <section className={`${ui.section} ${styles.fold}`} aria-labelledby={id}>
      <h3 className={`${ui.sectionTitle} ${styles.title}`}>
        <button
          type="button"
          id={id}
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? `${id}-content` : undefined}
          onClick={() => onToggle(!open)}
        >
          <ChevronRight size={14} aria-hidden="true" className={styles.sign} />
          {title}
        </button>
        {open || !summary ? null : <span className={styles.summary}>{summary}</span>}
      </h3>
      {open ? (
        <div id={`${id}-content`} className={styles.content}>
          {children}
        </div>
      ) : null}
    </section>
  );
}
