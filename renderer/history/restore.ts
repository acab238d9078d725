import type { Version } from '../../preload/contract.ts';
import { restoredStory } from '../../story/history/restore.ts';
import type { Story } from '../../story/model.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language, t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';

/**
 * Makes an older version the newest, as an edit like any other: nothing is overwritten. What there is now is saved and named
 * first; where that fails, nothing is restored. Whether it was.
 */
export async function restoreVersion(session: StorySession, { seq, at }: Version, old: Story): Promise<boolean> {
  const id = session.storyId;
  const flushed = await session.flush('switch');
  if (!flushed.ok) {
    problem(flushed);
    return false;
  }
  const marked = await call('history.mark', { id, seq: flushed.value.seq, kind: 'beforeRestore', from: seq });
  if (!marked.ok) {
    problem(marked);
    return false;
  }
  session.apply(restoredStory(session.story(), old), { isEdit: true });
  const saved = await session.flush('switch');
  if (!saved.ok) {
    problem(saved, t('history.restoreUnsaved'));
    return true;
  }
  const noted = await call('history.mark', { id, seq: saved.value.seq, kind: 'restored', from: seq });
  if (noted.ok) notice(t('history.restoreDone', { time: dateTime(at, language()) }));
  else problem(noted);
  return true;
}
