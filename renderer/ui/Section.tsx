import { type ReactNode, useId } from 'react';
import ui from './ui.module.css';

type Props = { title: string; children: ReactNode };

/** A titled part of a panel. */
export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section className={ui.section} aria-labelledby={id}>
      <h3 id={id} className={ui.sectionTitle}>
        {title}
      </h3>
      {children}
    </section>
  );
}
