import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { Actions } from './Actions.tsx';
import styles from './history.module.css';
import { backToText } from './open.ts';
import type { Against, Point } from './pair.ts';
import type { Layout } from './Rows.tsx';
import { useVersions } from './useVersions.ts';
import { VersionList } from './VersionList.tsx';
import { View } from './View.tsx';

export type Mode = 'read' | Layout;

/** A story's versions over the whole desk: the list, and one of them to read or two compared. The text lives on behind it. */
export function HistoryScreen({ session, onClose }: { session: StorySession; onClose: () => void }) {
  const { t } = useTranslation();
  const [every, setEvery] = useState(false);
  const [chosen, setChosen] = useState<Point>(null);
  const [mode, setMode] = useState<Mode>('read');
  const [against, setAgainst] = useState<Against>('previous');
  const versions = useVersions(session.storyId, every);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('[data-modal], [role="listbox"][data-open], [data-popup-open]')) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      // The text is on the screen again by then.
      requestAnimationFrame(() => backToText(session));
    };
  }, [session]);

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
