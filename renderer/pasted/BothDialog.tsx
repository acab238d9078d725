import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './pasted.module.css';
import { cleanedView, originalView } from './views.ts';

type Props = { html: string | null; onClose: () => void };

/** A clipboard as it was, made harmless, beside what the story takes of it. */
export function BothDialog({ html, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={html !== null} onClose={onClose} title={t('pasted.bothTitle')} size="wide">
      <div className={styles.both}>
        <View label={t('pasted.original')} content={html === null ? null : () => originalView(html)} />
        <View label={t('pasted.taken')} content={html === null ? null : () => cleanedView(html)} />
      </div>
    </Dialog>
  );
}

function View({ label, content }: { label: string; content: (() => DocumentFragment) | null }) {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog shows one clipboard
  useEffect(() => {
    if (!ref.current || !content) return;
    // A tree of its own: nothing of it meets the window's styles or ids.
    const root = ref.current.shadowRoot ?? ref.current.attachShadow({ mode: 'open' });
    root.replaceChildren(content());
  }, []);
  return (
    <section className={styles.view} aria-label={label}>
      <p className={styles.viewTitle}>{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <div ref={ref} className={styles.viewBody} tabIndex={0} data-paste-view />
    </section>
  );
}
