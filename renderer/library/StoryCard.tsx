import { Ellipsis, Pin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { ago, dateTime, number } from '../format.ts';
import { language } from '../i18n.ts';
import buttons from '../ui/Button.module.css';
import { StateChip } from '../ui/StateChip.tsx';
import ui from '../ui/ui.module.css';
import { DeadlineNote } from '../workflow/DeadlineNote.tsx';
import styles from './card.module.css';
import { Headline, HitLine } from './Headline.tsx';
import type { FoundRow } from './pages.ts';

type Props = {
  /** null: not read yet. */
  row: FoundRow | null;
  index: number;
  /** The one card that Tab leads to. */
  isActive: boolean;
  now: number;
  /** The session, when this story is the open one. */
  session: StorySession | null;
  /** On the board the column says the status. */
  hideStatus?: boolean;
};

/** A story in the library. Memoised: typing in one story redraws no other card. */
export const StoryCard = memo(function StoryCard({ row, index, isActive, now, session, hideStatus }: Props) {
  const { t } = useTranslation();
  const tabIndex = isActive ? 0 : -1;
  if (!row)
    return (
      <button type="button" className={styles.card} data-row={index} tabIndex={tabIndex} aria-disabled="true">
        <span className={styles.waiting}>{t('library.loading')}</span>
      </button>
    );
  const current = session ? 'true' : undefined;
  return (
    <>
      <button type="button" className={styles.card} data-row={index} tabIndex={tabIndex} aria-current={current}>
        {row.pinned || row.kicker ? (
          <span className={styles.kicker}>
            {row.pinned ? <Pinned /> : null}
            {row.kicker}
          </span>
        ) : null}
        <span className={styles.headline} {...paintTimed(index)}>
          <Headline row={row} session={session} />
        </span>
        <Meta row={row} now={now} hideStatus={hideStatus ?? false} />
        {row.hit && row.hit.where !== 'headline' ? (
          <span className={styles.hit}>
            <HitLine hit={row.hit} />
          </span>
        ) : null}
      </button>
      <MoreButton tabIndex={tabIndex} />
    </>
  );
});

/** The browser keeps when the first story was painted (Element Timing): see tests/bench/list-figures.ts. */
export const paintTimed = (index: number) => (index === 0 ? { elementtiming: 'first-story' } : {});

export function Pinned() {
  const { t } = useTranslation();
  return (
    <>
      <Pin size={11} aria-hidden="true" className={styles.pin} />
      <span className={ui.hidden}>{t('library.pinned')}. </span>
    </>
  );
}

/** Opens the row's menu; whoever has no right button and no menu key finds it here. */
export function MoreButton({ tabIndex }: { tabIndex: number }) {
  const { t } = useTranslation();
  const name = t('library.action.menu');
  return (
    <button
      type="button"
      data-more
      className={`${buttons.icon} ${styles.more}`}
      tabIndex={tabIndex}
      aria-label={name}
      aria-haspopup="menu"
      title={name}
    >
      <Ellipsis size={15} aria-hidden="true" />
    </button>
  );
}

function Meta({ row, now, hideStatus }: { row: FoundRow; now: number; hideStatus: boolean }) {
  const { t } = useTranslation();
  const lang = language();
  const at = row.trashedAt ?? row.updatedAt;
  const when = ago(at, now, lang);
  return (
    <span className={styles.meta}>
      {hideStatus ? null : <StateChip status={row.status} changedSince={row.changedSince} />}
      <DeadlineNote row={row} now={now} />
      <time dateTime={at} title={dateTime(at, lang)}>
        {row.trashedAt ? t('library.trashed', { when }) : when}
      </time>
      {hideStatus && row.changedSince ? <span className={styles.changed}>{t('state.changedSince')}</span> : null}
      {row.assignee ? <span>{row.assignee.name}</span> : null}
      <span>{t('library.words', { words: number(row.words, lang) })}</span>
    </span>
  );
}
