import { Sparkles } from 'lucide-react';
import { useTexts } from '../texts.ts';
import styles from './draft.module.css';

/** Says that a model wrote a text, and that a person has accepted it. */
export function DraftedMark({ id }: { id: string }) {
  const t = useTexts();
  return (
    <span id={id} className={styles.mark}>
      <Sparkles size={13} aria-hidden="true" /> {t('draft.accepted')}
    </span>
  );
}
