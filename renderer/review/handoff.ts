import type { Handoff } from '../../preload/contract.ts';
import { openConflicts } from '../../story/review/approval.ts';
import { openStory } from '../actions.ts';
import { call } from '../api.ts';
import type { MergeReport, StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { offerConversion } from '../legacy/actions.ts';
import { refreshLibrary } from '../library/library.ts';
import { desk, dialog, openInspector } from '../state.ts';
import { notice, problem } from '../ui/toasts.tsx';

/** Sends the story for review; while two versions of some words await a choice, the person is asked first. */
export async function send(session: StorySession): Promise<void> {
  if (openConflicts(session.story()).length > 0) dialog.set('undecided');
  else await sendAsItIs(session);
}

/** Writes the story, as it stands on disk after a flush, into a `.copydesk` file. */
export async function sendAsItIs(session: StorySession): Promise<void> {
  const flushed = await session.flush('handoff');
  if (!flushed.ok) return problem(flushed);
  const sent = await call('review.send', { storyId: session.storyId, seq: flushed.value.seq });
  if (!sent.ok) return problem(sent);
  notice(t('review.sent', { path: sent.value.path }));
}

/** Reads a `.copydesk` file (`pending`: the one opened from outside): a new story is opened, a known one is merged. */
export async function receive(pending: boolean): Promise<void> {
  const received = await call('review.receive', { pending });
  if (!received.ok) return problem(received);
  const handoff = received.value;
  if (handoff.isNew) refreshLibrary();
  if (!(await openStory(handoff.storyId, true))) return;
  openInspector('review');
  if (handoff.isNew) notice(t('review.isNew', { name: handoff.from.name }));
  else await mergeIn(handoff);
  const session = desk.session();
  if (session?.storyId === handoff.storyId) offerConversion(session);
}

/** Merges into what is open, unsaved words included. Only what is on disk becomes the base of the next merge. */
async function mergeIn(handoff: Handoff): Promise<void> {
  const session = desk.session();
  if (session?.storyId !== handoff.storyId) return;
  const report = session.merge(handoff);
  const flushed = await session.flush('handoff');
  if (!flushed.ok) {
    problem(flushed);
    return notice(t('review.notSaved'));
  }
  const kept = await call('review.merged', { storyId: handoff.storyId, theirs: handoff.theirs });
  if (!kept.ok) return problem(kept);
  notice(mergedText(report, handoff.from.name));
}

const mergedText = ({ conflicts, changedBlocks }: MergeReport, name: string): string =>
  conflicts > 0
    ? t('review.mergedConflicts', { name, count: conflicts, blocks: changedBlocks })
    : t('review.merged', { name, count: changedBlocks });
