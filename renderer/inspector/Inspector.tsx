import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { PhotosTab } from '../media/PhotosTab.tsx';
import { PublishTab } from '../publish/PublishTab.tsx';
import { ReviewTab } from '../review/ReviewTab.tsx';
import { run } from '../run.ts';
import { layout } from '../state.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { StoryTab } from './StoryTab.tsx';

/** Everything about the open story that is not its text, in four tabs. */
export function Inspector({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { tab } = useStore(layout);
  const open = useSession(
    session,
    ['threads'],
    (now) => Object.values(now.story().threads).filter((thread) => !thread.resolved).length,
    300,
  );
  return (
    <>
      <h2 className={ui.hidden}>{t('desk.inspector')}</h2>
      <Tabs
        label={t('desk.inspector')}
        value={tab}
        onChange={(next) => layout.set((now) => ({ ...now, tab: next }))}
        after={<IconButton icon={X} label={t('ui.close')} onClick={() => run('inspector.toggle')} />}
        tabs={[
          { value: 'story', label: t('story.tab'), content: () => <StoryTab session={session} /> },
          { value: 'photos', label: t('photos.tab'), content: () => <PhotosTab session={session} /> },
          { value: 'review', label: t('review.tab'), badge: open, content: () => <ReviewTab session={session} /> },
          { value: 'publish', label: t('publish.tab'), content: () => <PublishTab session={session} /> },
        ]}
      />
    </>
  );
}
