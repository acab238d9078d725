import { useTranslation } from 'react-i18next';
import { isMarkMissing } from '../../story/review/closingMark.ts';
import type { StorySession } from '../editor/types.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';

/** Where the house closes its stories with a mark and this one has none: says so, and adds it at a press. */
export function ClosingMark({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const mark = useStore(prefs).closingMark.trim();
  const isMissing = useSession(session, ['body', 'fields'], (now) => isMarkMissing(now.story(), mark), 600);
  if (!isMissing || session.readOnly) return null;
  return (
    <div className={ui.row}>
      <span className={ui.small}>{t('story.closing.missing', { mark })}</span>
      <Button onClick={() => session.setField('closingMark', mark)}>{t('story.closing.add', { mark })}</Button>
    </div>
  );
}
