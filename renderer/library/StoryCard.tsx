import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryRow } from '../../preload/contract.ts';
import { openStory } from '../actions.ts';
import type { StorySession } from '../editor/types.ts';
import { ago, dateTime, number } from '../format.ts';
import { language } from '../i18n.ts';
import { StateChip } from '../ui/StateChip.tsx';
import { useSession } from '../useSession.ts';
import styles from './library.module.css';

type Props = {
  row: StoryRow;
  now: number;
  /** The session, when this story is the open one. */
  session: StorySession | null;
};

/** A story in the library. Memoised: typing in one story redraws no other card. */
export const StoryCard = memo(function StoryCard({ row, now, session }: Props) {
  const { t } = useTranslation();
  const lang = language();
  return (
    <button
      type="button"
      className={styles.card}
      aria-current={session ? 'true' : undefined}
      onClick={() => void openStory(row.id)}
    >
      {row.kicker ? <span className={styles.kicker}>{row.kicker}</span> : null}
      <span className={styles.headline}>
        {session ? <LiveHeadline session={session} /> : row.headline || t('library.untitled')}
      </span>
      <span className={styles.meta}>
        <StateChip status={row.status} changedSince={row.changedSince} />
        <span>{t('library.words', { words: number(row.words, lang) })}</span>
        <time dateTime={row.updatedAt} title={dateTime(row.updatedAt, lang)}>
          {ago(row.updatedAt, now, lang)}
        </time>
      </span>
    </button>
  );
});

/** The open story's headline as it is being typed; its row follows only at the next snapshot. */
function LiveHeadline({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const headline = useSession(session, ['fields'], (now) => now.story().fields.headline, 300);
  return headline || t('library.untitled');
}
