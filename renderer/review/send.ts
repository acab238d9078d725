import type { HandoffNote } from '../../story/formats/copydesk/manifest.ts';
import { openConflicts } from '../../story/review/approval.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { dialog } from '../state.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { loadPassages } from './passages.ts';

/** Asks whom the story is for; first, while two versions of some words await a choice, whether it is to go like that. */
export function send(session: StorySession): void {
  dialog.set(openConflicts(session.story()).length > 0 ? 'undecided' : 'sending');
}

/** Writes the story, as it stands on disk after a flush, into a `.copydesk` file; `shared`: into the shared folder. */
export async function sendNow(session: StorySession, note: HandoffNote, shared: boolean): Promise<void> {
  const flushed = await session.flush('handoff');
  if (!flushed.ok) return problem(flushed);
  const sent = await call('review.send', { storyId: session.storyId, seq: flushed.value.seq, note, shared });
  void loadPassages(session.storyId);
  if (!sent.ok) return problem(sent);
  notice(t('review.sent', { path: sent.value.path }));
}
