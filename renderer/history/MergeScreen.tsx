import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastMerge } from '../../preload/contract.ts';
import type { StorySession } from '../editor/types.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CompareThree } from './CompareThree.tsx';
import styles from './history.module.css';
import { useLeave } from './useLeave.ts';

type Props = { session: StorySession; merge: LastMerge; onClose: () => void };

/** What was merged last, over the whole desk: what the two sides had made of their common version. */
export function MergeScreen({ session, merge, onClose }: Props) {
  const { t } = useTranslation();
  const page = useRef<HTMLElement>(null);
  useLeave(session, onClose);
  useEffect(() => page.current?.focus(), []);
  const { base, ours, theirs, name } = merge;
  return (
    <main className={styles.screen} data-alone aria-label={t('compare.title')} data-history>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('compare.title')}</h1>
        <span className={styles.spring} />
        <IconButton icon={X} label={t('history.close')} keys="Escape" onClick={onClose} />
      </header>
      <div className={styles.view}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section ref={page} className={styles.page} tabIndex={0} aria-label={t('compare.title')}>
          <CompareThree
            base={base}
            ours={ours}
            theirs={theirs}
            language={ours.language}
            names={{ base: t('compare.common'), ours: t('compare.here'), theirs: name || t('compare.there') }}
          />
        </section>
      </div>
    </main>
  );
}
