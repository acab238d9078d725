import { FileText, FileWarning } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openStory } from '../actions.ts';
import { FindBar } from '../editor/find/FindBar.tsx';
import { OutlinePane } from '../editor/outline/OutlinePane.tsx';
import { StoryEditor } from '../editor/StoryEditor.tsx';
import type { StorySession } from '../editor/types.ts';
import { view } from '../editor/view/view.ts';
import { unfold } from '../goTo.ts';
import { watchFieldPastes } from '../legacy/actions.ts';
import { dropPhotos } from '../media/import/take.ts';
import { dropIntoStory } from '../media/library/put.ts';
import { keepPastes } from '../pasted/keep.ts';
import { PasteNote } from '../pasted/PasteNote.tsx';
import { loadHealth } from '../recovery/health.ts';
import { StoryProblem } from '../recovery/StoryProblem.tsx';
import { ReadPage, useReading, ViewSwitch } from '../review/mode/ReadPage.tsx';
import { run } from '../run.ts';
import { TrashBanner } from '../shelf/TrashBanner.tsx';
import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import { StyleMarks } from '../style/StyleMarks.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { notice } from '../ui/toasts.tsx';
import { useSession } from '../useSession.ts';
import styles from './desk.module.css';
import { StartNotices } from './StartNotices.tsx';

/** The open story, or what to do when there is none; above it, what is wrong for as long as it is. */
export function Middle() {
  const { t } = useTranslation();
  const view = useStore(desk.view);
  return (
    <>
      <StartNotices />
      {view.kind === 'open' ? <OpenStory key={view.session.storyId} session={view.session} /> : null}
      {view.kind === 'starting' ? (
        <p role="status" className={styles.opening}>
          {t('desk.opening')}
        </p>
      ) : null}
      {view.kind === 'empty' ? (
        <EmptyState
          icon={FileText}
          title={t('desk.noStoryTitle')}
          action={<Button onClick={() => run('story.new')}>{t('library.new')}</Button>}
        >
          {t('desk.noStoryHint')}
        </EmptyState>
      ) : null}
      {view.kind === 'failed' ? (
        <EmptyState
          icon={FileWarning}
          title={t('desk.notOpened')}
          action={<Button onClick={() => void openStory(view.id)}>{t('desk.tryAgain')}</Button>}
        >
          {t(`error.${view.failure.code}`)}
        </EmptyState>
      ) : null}
    </>
  );
}

function OpenStory({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const headline = useSession(session, ['fields'], (now) => now.story().fields.headline, 500);
  useEffect(() => {
    document.title = headline ? `${headline} – Copydesk` : 'Copydesk';
  }, [headline]);
  const page = useRef<HTMLDivElement>(null);
  const { outline } = useStore(view);
  const { isReading, view: shown, setView } = useReading(session);
  const covered = isReading && shown !== 'marks';
  useEffect(() => session.subscribe((event) => event === 'refused' && notice(t('suggest.refused'))), [session, t]);
  useEffect(() => keepPastes(session), [session]);
  useEffect(() => watchFieldPastes(session), [session]);
  // At the start nothing has the focus: whoever sits down can type.
  useEffect(() => {
    if (document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div className={styles.banners}>
        <TrashBanner session={session} />
        <StoryProblem session={session} />
        <SaveProblem session={session} />
      </div>
      <FindBar session={session} onHidden={unfold} />
      <div className={styles.besideOutline}>
        {outline ? <OutlinePane session={session} onClose={() => run('outline.toggle')} /> : null}
        <div className={styles.page} data-pane-start ref={page}>
          {isReading ? <ViewSwitch view={shown} onChange={setView} /> : null}
          {covered ? <ReadPage session={session} view={shown} /> : null}
          {/* The page itself stays as it is, with its undo and its place. */}
          <div hidden={covered}>
            <StoryEditor
              session={session}
              onDropPhotos={(files) => void dropPhotos(session, files)}
              onDropKnown={dropIntoStory}
              onInsertPhoto={() => run('photo.choose')}
              onComment={() => run('comment.add')}
            >
              <StyleMarks session={session} />
            </StoryEditor>
          </div>
        </div>
      </div>
      <PasteNote session={session} />
    </>
  );
}

function SaveProblem({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const code = useSession(session, ['save'], (now) => {
    const state = now.saveState();
    return state.kind === 'failed' ? state.code : null;
  });
  useEffect(() => {
    if (code === 'diskFull') void loadHealth();
  }, [code]);
  if (!code) return null;
  return (
    <Banner
      tone="danger"
      title={t('status.notSavedTitle')}
      actions={<Button onClick={() => run('story.save')}>{t('desk.tryAgain')}</Button>}
    >
      <p>{t(`error.${code}`)}</p>
    </Banner>
  );
}
