import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, emptyStory } from '../../story/model.ts';
import { compareStories } from '../../story/review/compare/compare.ts';
import ui from '../ui/ui.module.css';
import compare from './compare.module.css';
import { entriesOf } from './entries.ts';
import { EntryRow } from './Rows.tsx';

type Props = {
  /** The state that is looked at; null: it was taken out there. */
  block: Block | null;
  /** How the block reads now; null: it is not in the story. */
  now: Block | null;
};

const NO_FIELDS = emptyStory('vi', new Date(0).toISOString()).fields;

/** One state of a paragraph, compared with how it reads now: what has come in since is underlined, what went struck through. */
export function PastText({ block, now }: Props) {
  const { t } = useTranslation();
  const comparison = useMemo(() => {
    const body = (one: Block | null) => ({ fields: NO_FIELDS, body: one ? [one] : [] });
    return compareStories(body(block), body(now ?? block));
  }, [block, now]);
  if (!block) return <p className={ui.muted}>{t('history.pastGone')}</p>;
  const text =
    now === null ? t('history.pastAlone') : t(comparison.isSame ? 'history.pastSame' : 'history.pastCompared');
  return (
    <>
      <p className={ui.muted}>{text}</p>
      <div className={compare.rows} data-layout="inline">
        {entriesOf(comparison).map((entry) => (
          <EntryRow key={entry.key} entry={entry} layout="inline" name={text} />
        ))}
      </div>
    </>
  );
}
