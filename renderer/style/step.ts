import type { StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { dialog } from '../state.ts';
import { notice } from '../ui/toasts.tsx';
import { markingOf } from './marking.ts';

/** The next finding of the house style in the story, or the one before. */
export async function stepStyle(session: StorySession, by: 1 | -1): Promise<void> {
  const marking = markingOf(session);
  if (!marking) return notice(t('style.off'), { label: t('style.toSettings'), run: () => dialog.set('settings') });
  if ((await marking.step(by)) === 'none') notice(t('style.nothing'));
}
