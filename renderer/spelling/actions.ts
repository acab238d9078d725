import { checkOf } from '../editor/spelling/checks.ts';
import type { StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { notice } from '../ui/toasts.tsx';

/** The next finding of the story's spelling, or the one before. */
export async function stepSpelling(session: StorySession, by: 1 | -1): Promise<void> {
  const check = checkOf(session);
  if (!check) return notice(t('spelling.off'));
  if ((await check.step(by)) === 'none') notice(t('spelling.nothing'));
}
