import { BookOpen, Columns2, FileText, Rows2, Split, Tag, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../preload/contract.ts';
import { restoredStory } from '../../story/history/restore.ts';
import { diffStories, isEmptyChange } from '../../story/journal.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { Button } from '../ui/Button.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import type { Mode } from './HistoryScreen.tsx';
import styles from './history.module.css';
import { NameDialog } from './NameDialog.tsx';
import { restoreVersion } from './restore.ts';

type Props = {
  session: StorySession;
  /** The chosen one; null: the story as it stands. */
  version: Version | null;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onNamed: () => void;
  onRestored: () => void;
};

const MODES = [
  { mode: 'read', icon: BookOpen, text: 'history.read' },
  { mode: 'side', icon: Columns2, text: 'history.side' },
  { mode: 'inline', icon: Rows2, text: 'history.inline' },
  { mode: 'three', icon: Split, text: 'compare.three' },
  { mode: 'text', icon: FileText, text: 'compare.withText' },
] as const;

/** How to look at a version, and what to do with it. */
export function Actions({ session, version, mode, onMode, onNamed, onRestored }: Props) {
  const { t } = useTranslation();
  const [naming, setNaming] = useState<{ seq: number; name: string | null } | null>(null);
  const [busy, setBusy] = useState(false);

  const name = async () => {
    if (version) return setNaming({ seq: version.seq, name: version.name });
    const flushed = await session.flush('blur');
    if (flushed.ok) setNaming({ seq: flushed.value.seq, name: null });
    else problem(flushed);
  };
  const restore = async () => {
    if (!version) return;
    setBusy(true);
    const read = await call('history.read', { id: session.storyId, seq: version.seq });
    if (!read.ok) problem(read);
    else if (isEmptyChange(diffStories(session.story(), restoredStory(session.story(), read.value.story))))
      notice(t('history.restoreSame'));
    else if (await restoreVersion(session, version, read.value.story)) onRestored();
    setBusy(false);
  };
  return (
    <div className={styles.actions}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, of which one is pressed */}
      <div className={styles.modes} role="group" aria-label={t('history.view')}>
        {MODES.map(({ mode: one, icon: Icon, text }) => (
          <button
            key={one}
            type="button"
            className={styles.mode}
            aria-pressed={mode === one}
            title={t(text)}
            onClick={() => onMode(one)}
          >
            <Icon size={15} aria-hidden="true" /> <span className={styles.modeText}>{t(text)}</span>
          </button>
        ))}
      </div>
      <span className={styles.spring} />
      <Button icon={Tag} disabled={session.readOnly} onClick={() => void name()}>
        {t(version?.name ? 'history.rename' : 'history.name')}
      </Button>
      <Button
        kind="primary"
        icon={Undo2}
        busy={busy}
        disabled={!version || session.readOnly}
        onClick={() => void restore()}
      >
        {t('history.restore')}
      </Button>
      <NameDialog storyId={session.storyId} version={naming} onClose={() => setNaming(null)} onNamed={onNamed} />
    </div>
  );
}
