import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract.ts';
import { watchLeaving } from '../editor/leaving.ts';
import type { StorySession } from '../editor/types.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import field from '../ui/Field.module.css';
import ui from '../ui/ui.module.css';
import styles from './notes.module.css';
import { notesOf, type StoryNotes } from './notes.ts';

/** What the reporter writes for themselves: read when the tab is shown, saved as it is typed. */
export function Notes({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const notes = notesOf(session);
  const [isRead, setIsRead] = useState(notes.text() !== null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async () => {
    const loaded = await notes.load();
    setFailure(loaded.ok ? null : loaded);
    setIsRead(loaded.ok);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each story's notes
  useEffect(() => void read(), [notes]);
  return (
    <>
      {isRead ? <NotesField notes={notes} /> : null}
      {failure ? (
        <Banner
          tone="danger"
          live="alert"
          title={t('notes.notRead')}
          actions={<Button onClick={() => void read()}>{t('desk.tryAgain')}</Button>}
        >
          <p>{t(`error.${failure.code}`)}</p>
        </Banner>
      ) : null}
    </>
  );
}

/** Uncontrolled: nothing is written into it while somebody, or an input method, types. */
function NotesField({ notes }: { notes: StoryNotes }) {
  const { t } = useTranslation();
  const hint = useId();
  useEffect(() => watchLeaving(() => void notes.flush()), [notes]);
  return (
    <div className={field.field}>
      <textarea
        className={`${field.input} ${styles.notes}`}
        aria-label={t('notes.title')}
        aria-describedby={hint}
        data-notes
        rows={5}
        maxLength={200_000}
        spellCheck={false}
        defaultValue={notes.text() ?? ''}
        onInput={(event) => notes.set(event.currentTarget.value)}
        onBlur={() => void notes.flush()}
      />
      <p id={hint} className={field.hint}>
        {t('notes.hint')}
      </p>
      <NotesState notes={notes} />
    </div>
  );
}

/** Whether they are on disk; trouble stays until it is over. */
function NotesState({ notes }: { notes: StoryNotes }) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(notes.subscribe, () => stateKey(notes));
  const [kind, reason] = state.split(' ');
  const code = reason as Failure['code'];
  if (kind === 'failed')
    return (
      <Banner
        tone="danger"
        live="alert"
        title={t('notes.notSaved')}
        actions={<Button onClick={() => void notes.flush()}>{t('desk.tryAgain')}</Button>}
      >
        <p>{t(`error.${code}`)}</p>
      </Banner>
    );
  return (
    <p className={`${ui.muted} ${ui.small}`} data-notes-state={kind}>
      {kind === 'saved' ? t('notes.saved') : kind === 'none' ? '' : t('status.saving')}
    </p>
  );
}

/** A state as one string, the same as long as nothing changes. `none`: nothing was typed since the story was opened. */
function stateKey(notes: StoryNotes): string {
  const state = notes.state();
  if (state.kind === 'failed') return `failed ${state.code}`;
  return state.kind === 'saved' && state.at === null ? 'none' : state.kind;
}
