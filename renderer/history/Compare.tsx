import { ArrowDown, ArrowUp, UnfoldVertical } from 'lucide-react';
import { Fragment, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Story } from '../../story/model.ts';
import { compareStories } from '../../story/review/compare/compare.ts';
import type { Counts } from '../../story/review/compare/model.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './compare.module.css';
import { type Entry, entriesOf, signOf, type Taken, takenOf } from './entries.ts';
import { EntryRow, type Layout } from './Rows.tsx';
import { stretchesOf } from './stretches.ts';
import { useChanges } from './useChanges.ts';

type Props = {
  before: Story;
  after: Story;
  /** What the two are called, above their columns. */
  names: { before: string; after: string };
  layout: Layout;
  /** Takes a text of `before` back into the story; none where `after` is not the story as it stands. */
  onTake?: ((taken: Taken) => void) | undefined;
};

/** Two versions compared word by word: counts on top, then what differs, with long unchanged stretches folded. */
export function Compare({ before, after, names, layout, onTake }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const comparison = useMemo(() => compareStories(before, after), [before, after]);
  const entries = useMemo(() => entriesOf(comparison), [comparison]);
  const frame = useRef<HTMLDivElement>(null);
  const total = entries.filter((entry) => entry.isChanged).length;
  const changes = useChanges(frame, total);
  const stretches = stretchesOf(
    entries.map((entry) => entry.isChanged),
    opened,
  );
  const numbers = new Map(entries.filter((entry) => entry.isChanged).map((entry, index) => [entry, index + 1]));
  const row = (entry: Entry) => {
    const taken = onTake ? takenOf(entry, comparison.rows) : null;
    const place = t('history.position', { at: numbers.get(entry) ?? 0, count: total });
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
    <div className={styles.compare}>
      <div className={styles.counts}>
        <p role="status">{comparison.isSame ? t('history.same') : <CountsText counts={comparison.counts} />}</p>
        {total > 0 ? (
          <span className={styles.steps}>
            <span aria-hidden="true">{changes.at === null ? total : `${changes.at + 1}/${total}`}</span>
            <IconButton icon={ArrowUp} label={t('history.last')} keys="Shift+F7" onClick={changes.last} />
            <IconButton icon={ArrowDown} label={t('history.next')} keys="F7" onClick={changes.next} />
          </span>
        ) : null}
      </div>
      {layout === 'side' ? (
        <div className={styles.names}>
          <span />
          <span>{names.before}</span>
          <span>{names.after}</span>
        </div>
      ) : null}
      <div ref={frame} className={styles.rows} data-layout={layout} lang={after.language}>
        {stretches.map(({ kind, from, to }) => (
          <Fragment key={from}>
            {kind === 'rows' ? (
              entries.slice(from, to).map(row)
            ) : (
              <button
                type="button"
                className={styles.fold}
                lang={language()}
                onClick={() => setOpened((now) => new Set([...now, from]))}
              >
                <UnfoldVertical size={14} aria-hidden="true" /> {t('history.unfold', { count: to - from })}
              </button>
            )}
          </Fragment>
        ))}
      </div>
    </div>
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
