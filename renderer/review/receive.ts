import type { Failure, Handoff, HandoffQuestion, Received, Result } from '../../preload/contract.ts';
import { openStory } from '../actions.ts';
import { call } from '../api.ts';
import type { MergeReport } from '../editor/types.ts';
import { openLastMerge } from '../history/open.ts';
import { t } from '../i18n.ts';
import { offerConversion } from '../legacy/actions.ts';
import { refreshLibrary } from '../library/library.ts';
import { desk, openInspector } from '../state.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { loadPassages } from './passages.ts';

/** What a person is asked about the sender of a file before anything of it is taken in. */
export const question = createStore<HandoffQuestion | null>(null);
let receiving = false;

/** Opens a `.copydesk` file of the person's choice. */
export const receiveChosen = async (): Promise<void> => received(await call('review.receive', { from: 'dialog' }));

/** Takes in what lies in the shared folder. */
export const receiveArrival = async (id: string): Promise<void> =>
  received(await call('review.receive', { arrival: id }));

/** Takes in what was opened from outside, one file after the other; a question holds up those behind it. */
export async function receivePending(): Promise<void> {
  if (receiving) return;
  receiving = true;
  try {
    while (question.get() === null) {
      const next = await call('review.receive', { from: 'pending' });
      if (isNothing(next)) return;
      await received(next);
    }
  } finally {
    receiving = false;
  }
}

const isNothing = (answer: Result<unknown>): answer is Failure => !answer.ok && answer.code === 'cancelled';

/** The person's answer; null: the file stays where it is. */
export async function answer(asked: HandoffQuestion, choice: 'take' | 'trust' | null): Promise<void> {
  question.set(null);
  if (choice === null) notice(t('handoff.ask.left'));
  else {
    const taken = await call('review.take', { id: asked.id, trust: choice === 'trust' });
    if (taken.ok) await show(taken.value);
    else problem(taken);
  }
  await receivePending();
}

async function received(answered: Result<Received>): Promise<void> {
  if (!answered.ok) return problem(answered);
  if (answered.value.kind === 'asks') question.set(answered.value.question);
  else await show(answered.value.handoff);
}

/** A new story is opened, a known one is merged. */
async function show(handoff: Handoff): Promise<void> {
  if (handoff.isNew) refreshLibrary();
  if (!(await openStory(handoff.storyId, true))) return;
  openInspector('review');
  if (handoff.isNew) notice(t('review.isNew', { name: handoff.from.name }));
  else await mergeIn(handoff);
  void loadPassages(handoff.storyId);
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
  notice(mergedText(report, handoff.from.name), {
    label: t('compare.look'),
    run: () => void openLastMerge(session),
  });
}

const mergedText = ({ conflicts, changedBlocks }: MergeReport, name: string): string =>
  conflicts > 0
    ? t('review.mergedConflicts', { name, count: conflicts, blocks: changedBlocks })
    : t('review.merged', { name, count: changedBlocks });
