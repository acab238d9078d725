import { FilePlus2, Newspaper, SearchX, Settings } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_INFO } from '../commands.ts';
import { run } from '../run.ts';
import { desk, rows } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { useNow } from '../useNow.ts';
import { FILTERS, type Filter, filterStories } from './filter.ts';
import styles from './library.module.css';
import { StoryCard } from './StoryCard.tsx';

export function Library() {
  const { t } = useTranslation();
  const all = useStore(rows);
  const view = useStore(desk.view);
  const now = useNow();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const wanted = useDeferredValue(query);
  const shown = useMemo(() => filterStories(all ?? [], wanted, filter), [all, wanted, filter]);
  const session = view.kind === 'open' ? view.session : null;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('library.title')}</h2>
        <IconButton
          icon={Settings}
          label={t('menu.settings_open')}
          keys={COMMAND_INFO['settings.open'].keys}
          onClick={() => run('settings.open')}
        />
        <Button kind="primary" icon={FilePlus2} onClick={() => run('story.new')}>
          {t('library.new')}
        </Button>
      </div>
      <div className={styles.tools}>
        <input
          id="library-search"
          data-pane-start
          type="search"
          className={styles.search}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Select
          label={t('library.filter')}
          hideLabel
          value={filter}
          onChange={setFilter}
          items={FILTERS.map((value) => ({ value, label: value === 'all' ? t('library.all') : t(`state.${value}`) }))}
        />
        <p role="status" className={styles.count}>
          {all ? t('library.found', { count: shown.length }) : ''}
        </p>
      </div>
      {all?.length === 0 ? (
        <EmptyState icon={Newspaper} title={t('library.emptyTitle')}>
          {t('library.emptyHint')}
        </EmptyState>
      ) : null}
      {all && all.length > 0 && shown.length === 0 ? (
        <EmptyState icon={SearchX} title={t('library.nothingTitle')}>
          {t('library.nothingHint')}
        </EmptyState>
      ) : null}
      {shown.length > 0 ? (
        <ul className={styles.list} aria-label={t('library.stories')}>
          {shown.map((row) => (
            <li key={row.id}>
              <StoryCard row={row} now={now} session={session?.storyId === row.id ? session : null} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
