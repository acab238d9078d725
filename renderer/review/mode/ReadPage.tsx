import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STORY_VIEWS, type StoryView, storyIn } from '../../../story/review/suggest/views.ts';
import type { StorySession } from '../../editor/types.ts';
import { Reading } from '../../history/Reading.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useSession } from '../../useSession.ts';
import styles from './mode.module.css';

/** The story to read, not to edit: as proposed, or as it was. With its marks it is the page itself. */
export function ReadPage({ session, view }: { session: StorySession; view: StoryView }) {
  const { t } = useTranslation();
  const story = useSession(session, ['fields', 'suggestions', 'status'], (now) => storyIn(now.story(), view));
  return <Reading story={story} label={t(`suggest.views.${view}`)} />;
}

/** Which of the three. */
export function ViewSwitch({ view, onChange }: { view: StoryView; onChange: (view: StoryView) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.views}>
      <Segments
        label={t('suggest.view')}
        value={view}
        items={STORY_VIEWS.map((value) => ({ value, label: t(`suggest.views.${value}`) }))}
        onChange={onChange}
      />
    </div>
  );
}

/** The mode of a session, and which view it is read in. */
export function useReading(session: StorySession): {
  isReading: boolean;
  view: StoryView;
  setView: (view: StoryView) => void;
} {
  const [view, setView] = useState<StoryView>('marks');
  const isReading = useSession(session, ['mode'], (now) => now.mode === 'read');
  return { isReading, view, setView };
}
