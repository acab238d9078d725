import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { ago, dateTime, number } from '../format.ts';
import { language } from '../i18n.ts';
import { StateChip } from '../ui/StateChip.tsx';
import { DeadlineNote } from '../workflow/DeadlineNote.tsx';
import { Headline, HitLine } from './Headline.tsx';
import { useValueName } from './names.ts';
import type { FoundRow } from './pages.ts';
import { MoreButton, Pinned } from './StoryCard.tsx';
import styles from './table.module.css';

type Props = {
  /** null: not read yet. */
  row: FoundRow | null;
  isActive: boolean;
  now: number;
  session: StorySession | null;
};

/** The cells of one story. Memoised: scrolling renders only the rows that come into view. */
export const TableRow = memo(function TableRow({ row, isActive, now, session }: Props) {
  const { t } = useTranslation();
  const nameOf = useValueName();
  if (!row)
    return (
      <td className={styles.cell} data-column="headline">
        {t('library.loading')}
      </td>
    );
  const lang = language();
  const at = row.trashedAt ?? row.updatedAt;
  const when = ago(at, now, lang);
  const names = row.destinations.map((id) => nameOf('destinations', id)).join(', ');
  return (
    <>
      <td className={styles.cell} data-column="headline">
        <span className={styles.headline}>
          {row.pinned ? <Pinned /> : null}
          <Headline row={row} session={session} />
        </span>
        <span className={styles.under}>
          {row.hit && row.hit.where !== 'headline' ? <HitLine hit={row.hit} /> : row.kicker}
        </span>
      </td>
      <td className={styles.cell} data-column="section">
        {row.section}
      </td>
      <td className={styles.cell} data-column="author">
        {row.byline}
      </td>
      <td className={styles.cell} data-column="status">
        <StateChip status={row.status} changedSince={row.changedSince} />
      </td>
      <td className={styles.cell} data-column="deadline">
        <DeadlineNote row={row} now={now} />
        <span className={styles.under}>{row.assignee?.name}</span>
      </td>
      <td className={styles.cell} data-column="words">
        {number(row.words, lang)}
      </td>
      <td className={styles.cell} data-column="updated">
        <time dateTime={at} title={dateTime(at, lang)}>
          {row.trashedAt ? t('library.trashed', { when }) : when}
        </time>
      </td>
      <td className={styles.cell} data-column="destinations" title={names}>
        {names}
      </td>
      <td className={styles.cell}>
        <MoreButton tabIndex={isActive ? 0 : -1} />
      </td>
    </>
  );
});
