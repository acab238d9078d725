import { Command, TriangleAlert, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordTargetOf } from '../../story/planning.ts';
import { countWords } from '../../story/text/counts.ts';
import { readingMinutes } from '../../story/text/reading.ts';
import { BackupStatus } from '../backup/BackupStatus.tsx';
import { isMac, shortcutText, useKeys } from '../commands.ts';
import type { StorySession } from '../editor/types.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { ImportStatus } from '../media/import/ImportStatus.tsx';
import { jobCounts } from '../publish/jobs.ts';
import { ArrivedStatus } from '../review/ArrivedStatus.tsx';
import { ModeSwitch } from '../review/mode/ModeSwitch.tsx';
import { run } from '../run.ts';
import { desk, jobs, online } from '../state.ts';
import { useStore } from '../store.ts';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import styles from './desk.module.css';
import { Modes } from './Modes.tsx';
import { saveText } from './status.ts';
import { useSaveState } from './useSaveState.ts';
import { useSelected } from './useSelected.ts';

/** The line that never lies. Nothing of it renders on a key; while somebody types on, its counts do, once a second. */
export function StatusLine() {
  const { t } = useTranslation();
  const view = useStore(desk.view);
  const isOnline = useStore(online);
  const paletteKeys = useKeys('palette.open');
  const { waiting, attention } = jobCounts(useStore(jobs));
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: outside main and sections a footer is the contentinfo landmark
    <footer className={styles.status} aria-label={t('desk.status')}>
      {view.kind === 'open' ? <Saved key={`saved ${view.session.storyId}`} session={view.session} /> : null}
      {isOnline ? null : (
        <span className={styles.statusItem}>
          <WifiOff size={14} aria-hidden="true" />
          {t('status.offline')}
        </span>
      )}
      {waiting > 0 ? <span className={styles.statusItem}>{t('status.waiting', { count: waiting })}</span> : null}
      {attention > 0 ? (
        <button type="button" className={styles.statusButton} onClick={() => run('publish.open')}>
          <TriangleAlert size={14} aria-hidden="true" />
          {t('status.attention', { count: attention })}
        </button>
      ) : null}
      <ArrivedStatus className={styles.statusButton} />
      <BackupStatus className={styles.statusButton} />
      <ImportStatus className={styles.statusButton} />
      <span className={styles.spring} />
      {view.kind === 'open' ? <ModeSwitch key={`mode ${view.session.storyId}`} session={view.session} /> : null}
      {view.kind === 'open' ? <Modes /> : null}
      {view.kind === 'open' ? <Words key={`words ${view.session.storyId}`} session={view.session} /> : null}
      <button type="button" className={styles.statusButton} onClick={() => run('palette.open')}>
        <Command size={13} aria-hidden="true" />
        {t('palette.title')}
        <kbd className={styles.kbd}>{shortcutText(paletteKeys, isMac())}</kbd>
      </button>
    </footer>
  );
}

function Saved({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const state = useSaveState(session);
  const text = saveText(state, session.readOnly && session.mode !== 'read', language());
  const sentence = t(text.key, { time: text.time, reason: t(text.reason) });
  return (
    <>
      <span className={styles.saved} data-tone={text.tone} data-save={state.kind}>
        {sentence}
      </span>
      <Spoken trouble={text.tone === 'warn' || text.tone === 'danger' ? sentence : null} />
    </>
  );
}

/** Reads out trouble and its end; "saving" and "saved" at every pause would only be noise. */
function Spoken({ trouble }: { trouble: string | null }) {
  const { t } = useTranslation();
  const before = useRef<string | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (trouble) setText(trouble);
    else if (before.current) setText(t('status.savedAgain'));
    before.current = trouble;
  }, [trouble, t]);
  if (text === '') return null;
  return (
    <span role="alert" className={ui.hidden}>
      {text}
    </span>
  );
}

function Words({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { words, target } = useSession(
    session,
    ['body', 'fields', 'language'],
    (now) => ({ words: countWords(now.story()), target: wordTargetOf(now.story().fields.wordTarget) }),
    { every: 1000 },
  );
  const selected = useSelected(session);
  const minutes = readingMinutes(words, session.story().language);
  return (
    <>
      <span className={styles.statusItem} data-words>
        {selected
          ? t('status.selected', {
              words: number(selected.words, language()),
              all: number(words, language()),
              characters: number(selected.characters, language()),
            })
          : target === null
            ? t('status.words', { words: number(words, language()) })
            : t('status.wordsOf', { words: number(words, language()), target: number(target, language()) })}
      </span>
      {minutes > 0 ? <span className={styles.statusItem}>{t('history.readingShort', { minutes })}</span> : null}
    </>
  );
}
