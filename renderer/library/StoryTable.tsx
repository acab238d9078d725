import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import ui from '../ui/ui.module.css';
import { useNow } from '../useNow.ts';
import { list, query } from './library.ts';
import { isDescending, type Sort, sortedBy, sortOf, sortsFor } from './query.ts';
import { StoryMenu } from './StoryMenu.tsx';
import { TableRow } from './TableRow.tsx';
import styles from './table.module.css';
import { useRowEvents } from './useRowEvents.ts';
import { useRows } from './useRows.ts';

/** Heights in pixels: table.module.css keeps to them. */
const HEAD = 32;
const ROW = 44;
const ROW_WITH_HIT = 62;

const COLUMNS = ['headline', 'section', 'author', 'status', 'deadline', 'words', 'updated', 'destinations'] as const;
type Column = (typeof COLUMNS)[number];
const SORTED: Partial<Record<Column, Sort>> = {
  headline: 'headline',
  deadline: 'deadline',
  words: 'words',
  updated: 'updated',
};

/** The library as a table: one line a story, the columns that can be sorted by at the press of their heads. */
export function StoryTable() {
  const { t } = useTranslation();
  const view = useStore(desk.view);
  const session = view.kind === 'open' ? view.session : null;
  const clock = useNow();
  const height = useStore(list().listing).text.trim() ? ROW_WITH_HIT : ROW;
  const table = useRows(list(), height, session?.storyId ?? null, HEAD);
  const { request, closeMenu, handlers } = useRowEvents(table);
  return (
    <>
      <div ref={table.scroller} className={styles.scroller} onScroll={table.onScroll}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid
          role="grid"
          className={styles.table}
          aria-label={t('library.stories')}
          aria-rowcount={(table.listing.total ?? 0) + 1}
          onFocus={table.onFocus}
          {...handlers}
        >
          <thead>
            <tr aria-rowindex={1} className={`${styles.row} ${styles.head}`}>
              {COLUMNS.map((column) => (
                <Head key={column} column={column} />
              ))}
              <th className={styles.cell}>
                <span className={ui.hidden}>{t('library.action.menu')}</span>
              </th>
            </tr>
          </thead>
          <tbody className={styles.rows} style={{ height: table.height }}>
            {table.rows.map(({ index, row }) => (
              <tr
                key={index}
                className={styles.row}
                style={{ top: index * height, height }}
                data-place={index}
                data-row={index}
                tabIndex={index === table.at ? 0 : -1}
                aria-rowindex={index + 2}
                aria-current={row && session?.storyId === row.id ? 'true' : undefined}
              >
                <TableRow
                  row={row}
                  isActive={index === table.at}
                  now={clock}
                  session={row && session?.storyId === row.id ? session : null}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StoryMenu request={request} onClose={closeMenu} />
    </>
  );
}

function Head({ column }: { column: Column }) {
  const { t } = useTranslation();
  const now = useStore(query);
  const sort = SORTED[column];
  const name = t(`library.column.${column}`);
  if (!sort || sortsFor(now).length === 0)
    return (
      <th className={styles.cell} data-column={column}>
        {name}
      </th>
    );
  const isOn = sortOf(now) === sort;
  const direction = isDescending(now) ? 'descending' : 'ascending';
  const Arrow = isDescending(now) ? ArrowDown : ArrowUp;
  return (
    <th className={styles.cell} data-column={column} aria-sort={isOn ? direction : undefined}>
      <button type="button" className={styles.sort} onClick={() => query.set((before) => sortedBy(before, sort))}>
        {name}
        {isOn ? <Arrow size={12} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}
