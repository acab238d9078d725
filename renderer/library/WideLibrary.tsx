import { FilePlus2, LayoutTemplate, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { run } from '../run.ts';
import { EmptyTrash } from '../shelf/EmptyTrash.tsx';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Board } from './Board.tsx';
import { Chips } from './Chips.tsx';
import { Count } from './Count.tsx';
import { FilterBar } from './Filters.tsx';
import styles from './library.module.css';
import { FORMS, form, list } from './library.ts';
import { Nothing } from './Nothing.tsx';
import { Shelves, SortSelect } from './Order.tsx';
import { closeWide, isEscape } from './open.ts';
import { SearchField } from './SearchField.tsx';
import { StoryTable } from './StoryTable.tsx';

/** The library over the story, as a table or as a board. Escape goes back to the story. */
export function WideLibrary() {
  const { t } = useTranslation();
  const shown = useStore(form);
  const listing = useStore(list().listing);
  useEffect(() => document.getElementById('library-search')?.focus(), []);
  return (
    <section
      className={styles.wide}
      aria-label={t('library.title')}
      data-stories
      data-pane="library"
      onKeyDown={(event) => {
        if (isEscape(event)) closeWide();
      }}
    >
      <div className={styles.wideHead}>
        <h2 className={styles.wideTitle}>{t('library.title')}</h2>
        <Shelves />
        <Segments
          label={t('library.form.title')}
          value={shown}
          items={FORMS.map((value) => ({ value, label: t(`library.form.${value}`) }))}
          onChange={form.set}
        />
        <span className={styles.spring} />
        <Button kind="primary" icon={FilePlus2} onClick={() => run('story.new')}>
          {t('library.new')}
        </Button>
        <IconButton
          icon={LayoutTemplate}
          label={t('menu.story_fromTemplate')}
          command="story.fromTemplate"
          onClick={() => run('story.fromTemplate')}
        />
        <IconButton icon={X} label={t('library.backToStory')} command="library.open" onClick={closeWide} />
      </div>
      <div className={styles.wideTools}>
        <SearchField />
        <FilterBar />
      </div>
      <div className={styles.wideFound}>
        <Count />
        <EmptyTrash />
        <Chips />
        <span className={styles.spring} />
        <SortSelect />
      </div>
      <Nothing listing={listing} />
      {listing.total && !listing.failure ? shown === 'table' ? <StoryTable /> : <Board /> : null}
    </section>
  );
}
