import { checkOf } from '../editor/spelling/checks.ts';
import { writeAsHouse } from '../editor/spelling/house.ts';
import { spelling } from '../editor/spelling/settings.ts';
import type { StorySession } from '../editor/types.ts';
import { uncover } from '../goTo.ts';
import { t } from '../i18n.ts';
import { dialog } from '../state.ts';
import { notice } from '../ui/toasts.tsx';

/** The next finding of the story's spelling, or the one before. */
export async function stepSpelling(session: StorySession, by: 1 | -1): Promise<void> {
  const check = checkOf(session);
  if (!check) return notice(t('spelling.off'));
  if ((await check.step(by, (place) => uncover(session, place))) === 'none') notice(t('spelling.nothing'));
}

/** Tone marks and i or y as the house has them, in what is selected or in the story; says how many. */
export function asHouse(session: StorySession): void {
  const { placement, iy } = spelling.get();
  const choose = { label: t('spelling.choose'), run: () => dialog.set('settings') };
  if (placement === null && iy === null) {
    notice(t('spelling.noHouse'), choose);
    return;
  }
  const done = writeAsHouse(session);
  if (!done) return;
  if (done.all === 0) notice(t('spelling.asHouse'));
  else if (done.inFields > 0) notice(t('spelling.rewrittenInFields', { count: done.all, fields: done.inFields }));
  else notice(t('spelling.rewritten', { count: done.all }));
}
