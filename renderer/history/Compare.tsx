import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import { compareStories } from '../../story/review/compare/compare.ts';
import type { Comparable, Counts } from '../../story/review/compare/model.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import styles from './compare.module.css';
import { entriesOf, signOf, type Taken, takenOf } from './entries.ts';
import { EntryRow, type Layout } from './Rows.tsx';

type Props = {
  before: Comparable;
  after: Comparable & { language: Language };
  /** What the two are called, above their columns. */
  names: { before: string; after: string };
  layout: Layout;
  /** Takes a text of `before` back into the story; none where `after` is not the story as it stands. */
  onTake?: ((taken: Taken) => void) | undefined;
};

/** Two versions compared word by word: counts on top, then what differs, with long unchanged stretches folded. */
export function Compare({ before, after, names, layout, onTake }: Props) {
  const { t } = useTranslation();
  const comparison = useMemo(() => compareStories(before, after), [before, after]);
  const entries = useMemo(() => entriesOf(comparison), [comparison]);
  const row = (index: number, place: string) => {
    const entry = entries[index];
    if (!entry) return null;
    const taken = onTake ? takenOf(entry, comparison.rows) : null;
    return (
      <EntryRow
        key={entry.key}
        entry={entry}
        layout={layout}
        name={`${place}: ${t(`history.kind.${signOf(entry)}`)}`}
        onTake={taken && onTake ? () => onTake(taken) : undefined}
      />
    );
  };
  return (
    <ChangeFrame
      title={t('compare.titleTwo', names)}
      counts={comparison.isSame ? t('history.same') : <CountsText counts={comparison.counts} />}
      legend={
        layout === 'side' ? (
          <div className={styles.names}>
            <span />
            <span>{names.before}</span>
            <span>{names.after}</span>
          </div>
        ) : null
      }
      isChanged={entries.map((entry) => entry.isChanged)}
      row={row}
      layout={layout}
      lang={after.language}
    />
  );
}

const COUNTED = ['fieldsChanged', 'blocksAdded', 'blocksRemoved', 'blocksChanged', 'blocksMoved'] as const;

function CountsText({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  const words = [
    counts.wordsAdded > 0 ? t('history.wordsAdded', { words: number(counts.wordsAdded, language()) }) : '',
    counts.wordsRemoved > 0 ? t('history.wordsRemoved', { words: number(counts.wordsRemoved, language()) }) : '',
  ];
  const others = COUNTED.map((name) => (counts[name] > 0 ? t(`history.counts.${name}`, { count: counts[name] }) : ''));
  return [...words, ...others].filter(Boolean).join(' · ');
}
