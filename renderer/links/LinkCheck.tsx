import { useTranslation } from 'react-i18next';
import { linksOf } from '../../story/text/links.ts';
import type { StorySession } from '../editor/types.ts';
import { online } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { askLinks, canAsk, linkAnswers, linkWork, stopAsking } from './answers.ts';

/** Has the story's links asked before it is published; nothing where there are none, or all have answered. */
export function LinkCheck({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const urls = useSession(
    session,
    ['body', 'fields'],
    (now) => [...new Set(linksOf(now.story()).map(({ url }) => url))].filter(canAsk),
    1000,
  );
  const answers = useStore(linkAnswers);
  const work = useStore(linkWork);
  const isOnline = useStore(online);
  const left = urls.filter((url) => !answers.has(url));
  if (urls.length === 0) return null;
  if (work)
    return (
      <div className={ui.row}>
        <ProgressBar label={t('links.asking', work)} done={work.done} total={work.total} />
        <Button onClick={stopAsking}>{t('links.stop')}</Button>
      </div>
    );
  if (left.length === 0) return null;
  return (
    <div className={ui.row}>
      <Button disabled={!isOnline} onClick={() => void askLinks(left)}>
        {t('publish.checkLinks', { count: left.length })}
      </Button>
      {isOnline ? null : <span className={ui.muted}>{t('links.offline')}</span>}
    </div>
  );
}
