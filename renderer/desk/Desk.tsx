import { Eye, PanelLeft, PanelRight, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Toolbar } from '../editor/Toolbar.tsx';
import { LookBack } from '../history/LookBack.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { Library } from '../library/Library.tsx';
import { isWide } from '../library/library.ts';
import { WideLibrary } from '../library/WideLibrary.tsx';
import { PhotoLibrary } from '../media/library/PhotoLibrary.tsx';
import { isDragging, photosOpen } from '../media/library/state.ts';
import { Preview } from '../preview/Preview.tsx';
import { isPreviewed, preview } from '../preview/state.ts';
import { Receipts } from '../receipts/Receipts.tsx';
import { receiptsOpen } from '../receipts/state.ts';
import { run } from '../run.ts';
import { desk, isStoryWindow, layout, start } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Middle } from './Middle.tsx';
import { StatusLine } from './StatusLine.tsx';

/** The whole window: library, story, inspector, status line. */
export function Desk() {
  const { t } = useTranslation();
  const { library, inspector } = useStore(layout);
  const begun = useStore(start) !== null;
  const wide = useStore(isWide);
  const photos = useStore(photosOpen);
  const receipts = useStore(receiptsOpen);
  const dragging = useStore(isDragging);
  const covered = wide || receipts || (photos && !dragging);
  const view = useStore(desk.view);
  const session = view.kind === 'open' ? view.session : null;
  const previewed = isPreviewed(useStore(preview), session?.storyId);
  return (
    <div className={styles.desk} data-library={library && !previewed} data-inspector={inspector && session !== null}>
      {library && !wide ? (
        <nav className={styles.library} aria-label={t('library.title')} data-pane="library">
          {begun ? <Library /> : null}
        </nav>
      ) : null}
      <main className={styles.middle} aria-label={t('desk.editor')}>
        <h1 className={ui.hidden}>Copydesk</h1>
        {/* What lies under the library is kept as it is, and out of reach. */}
        <div className={styles.story} data-pane="editor" inert={covered}>
          <div className={styles.bar}>
            {isStoryWindow() ? null : (
              <IconButton
                icon={PanelLeft}
                label={t('menu.library_toggle')}
                command="library.toggle"
                aria-pressed={library}
                onClick={() => run('library.toggle')}
              />
            )}
            <div className={styles.toolbar}>
              {session ? (
                <Toolbar key={session.storyId} session={session} onInsertPhoto={() => run('photo.choose')} />
              ) : null}
            </div>
            <IconButton
              icon={Eye}
              label={t('menu.preview_open')}
              command="preview.open"
              disabled={!session}
              onClick={() => run('preview.open')}
            />
            <Button kind="primary" icon={Send} disabled={!session} onClick={() => run('publish.open')}>
              <span className={styles.publish}>{t('desk.publish')}</span>
            </Button>
            <IconButton
              icon={PanelRight}
              label={t('menu.inspector_toggle')}
              command="inspector.toggle"
              aria-pressed={inspector}
              disabled={!session}
              onClick={() => run('inspector.toggle')}
            />
          </div>
          <Middle />
        </div>
        {wide ? <WideLibrary /> : null}
        {photos ? <PhotoLibrary /> : null}
        {receipts ? <Receipts /> : null}
      </main>
      {inspector && session ? (
        <aside
          className={styles.inspector}
          aria-label={t('desk.inspector')}
          data-pane="inspector"
          hidden={wide || photos || receipts}
        >
          <Inspector key={session.storyId} session={session} />
        </aside>
      ) : null}
      {session && previewed ? <Preview key={`preview ${session.storyId}`} session={session} /> : null}
      {session ? <LookBack key={session.storyId} session={session} /> : null}
      <StatusLine />
    </div>
  );
}
