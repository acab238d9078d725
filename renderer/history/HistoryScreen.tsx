import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { Actions } from './Actions.tsx';
import styles from './history.module.css';
import type { Against, Point } from './pair.ts';
import type { Layout } from './Rows.tsx';
import { useLeave } from './useLeave.ts';
import { useVersions } from './useVersions.ts';
import { VersionList } from './VersionList.tsx';
import { View } from './View.tsx';

/** `three`: two versions and the story as it stands; `text`: a version and a plain text. */
export type Mode = 'read' | Layout | 'three' | 'text';

/** A story's versions over the whole desk: the list, and one of them to read or two compared. The text lives on behind it. */
export function HistoryScreen({ session, onClose }: { session: StorySession; onClose: () => void }) {
  const { t } = useTranslation();
  const [every, setEvery] = useState(false);
  const [chosen, setChosen] = useState<Point>(null);
  const [mode, setMode] = useState<Mode>('read');
  const [against, setAgainst] = useState<Against>('previous');
  const versions = useVersions(session.storyId, every);
  useLeave(session, onClose);

  const version = versions.list?.find(({ seq }) => seq === chosen) ?? null;
  return (
    <main className={styles.screen} aria-label={t('history.title')} data-history>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('history.title')}</h1>
        <Actions
          session={session}
          version={version}
          mode={mode}
          onMode={setMode}
          onNamed={versions.reload}
          onRestored={onClose}
        />
        <IconButton icon={X} label={t('history.close')} keys="Escape" onClick={onClose} />
      </header>
      <section className={styles.side} aria-label={t('history.versions')} data-pane="versions">
        <h2 className={ui.hidden}>{t('history.versions')}</h2>
        <VersionList versions={versions} chosen={chosen} onChoose={setChosen} every={every} onEvery={setEvery} />
      </section>
      <View
        session={session}
        versions={versions}
        chosen={chosen}
        mode={mode}
        against={against}
        onAgainst={setAgainst}
      />
    </main>
  );
}
