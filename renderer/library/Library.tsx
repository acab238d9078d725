import { FilePlus2, Images, LayoutTemplate, Maximize2, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { focusPane } from '../desk/panes.ts';
import { run } from '../run.ts';
import { EmptyTrash } from '../shelf/EmptyTrash.tsx';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Chips } from './Chips.tsx';
import { Count } from './Count.tsx';
import { FilterButton } from './Filters.tsx';
import styles from './library.module.css';
import { list } from './library.ts';
import { Nothing } from './Nothing.tsx';
import { Shelves, SortSelect } from './Order.tsx';
import { isEscape } from './open.ts';
import { SearchField } from './SearchField.tsx';
import { StoryList } from './StoryList.tsx';

/** The library beside the story. */
export function Library() {
  const { t } = useTranslation();
  const listing = useStore(list().listing);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is in here
    <div
      className={styles.pane}
      data-stories
      onKeyDown={(event) => {
        if (isEscape(event)) focusPane('editor');
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t('library.title')}</h2>
        <IconButton
          icon={Settings}
          label={t('menu.settings_open')}
          command="settings.open"
          onClick={() => run('settings.open')}
        />
        <Button kind="primary" icon={FilePlus2} onClick={() => run('story.new')}>
          {t('library.new')}
        </Button>
        <IconButton
          icon={LayoutTemplate}
          label={t('menu.story_fromTemplate')}
          command="story.fromTemplate"
          onClick={() => run('story.fromTemplate')}
        />
      </div>
      <div className={styles.tools}>
        <SearchField />
        <Shelves />
        <div className={styles.toolRow}>
          <FilterButton />
          <SortSelect />
          <IconButton
            icon={Maximize2}
            label={t('menu.library_open')}
            command="library.open"
            onClick={() => run('library.open')}
          />
        </div>
        <Chips />
        <div className={styles.found}>
          <Count />
          <EmptyTrash />
          <IconButton
            className={styles.photos}
            icon={Images}
            label={t('menu.media_open')}
            command="media.open"
            onClick={() => run('media.open')}
          />
        </div>
      </div>
      <Nothing listing={listing} />
      {listing.total ? <StoryList pages={list()} label={t('library.stories')} /> : null}
    </div>
  );
}
