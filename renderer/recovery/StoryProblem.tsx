import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { isStoryWindow } from '../state.ts';
import { Banner } from '../ui/Banner.tsx';
import { loadReport, report } from './recovery.ts';

/** What is wrong with the open story. Where the report tells of it, and leads to the choices, that is enough. */
export function StoryProblem({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { problem, storyId } = session;
  const [isTold, setIsTold] = useState(problem === 'damaged' && !isStoryWindow());
  useEffect(() => {
    if (problem === 'damaged' && !isStoryWindow())
      void loadReport().then(() => setIsTold(report.get().some((item) => item.storyId === storyId)));
  }, [problem, storyId]);
  if (!problem || isTold) return null;
  return (
    <Banner tone="warn" title={problem === 'damaged' ? t('desk.problemDamaged') : t('desk.problemNewer')} live="alert">
      <p>{t(`error.${problem}`)}</p>
    </Banner>
  );
}
