import type { Story } from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { decideEntries, entriesWith } from '../../../story/review/suggest/decided.ts';
import type { Entry } from '../../../story/review/suggest/entries.ts';
import type { StorySession } from '../../editor/types.ts';
import { t } from '../../i18n.ts';
import { person } from '../../state.ts';
import { notice } from '../../ui/toasts.tsx';
import { said } from './state.ts';

/** Decides entries in one step. Where more than one was meant, or a field, which the body's undo leaves alone, a notice takes it back. */
export function decideNow(session: StorySession, chosen: readonly Entry[], accepted: boolean): void {
  if (session.readOnly) return;
  const before = session.story();
  // What is on the screen may be behind the text.
  const entries = entriesWith(before, new Set(chosen.flatMap(({ ids }) => ids)));
  if (entries.length === 0) return;
  const after = decideEntries(before, entries, accepted, person.get(), new Date().toISOString());
  session.apply(after);
  const text = t(accepted ? 'suggest.accepted' : 'suggest.rejected', { count: entries.length });
  said.set(text);
  if (entries.length === 1 && 'block' in (entries[0] as Entry).anchor) return;
  const taken = session.story();
  notice(text, { label: t('suggest.undo'), run: () => session.apply(takenBack(before, taken, session.story())) });
}

/**
 * The story as it stands, without a decision; what was written since stays. In the body the marks alone say what is open, and
 * the record keeps the decision for whoever undoes the taking back.
 */
export function takenBack(before: Story, after: Story, now: Story): Story {
  const kept = Object.values(after.suggestions).filter(({ kind }) => kind !== 'field');
  const suggestions = { ...before.suggestions, ...Object.fromEntries(kept.map((one) => [one.id, one])) };
  const info = { theirName: '', at: new Date().toISOString() };
  return mergeStories(after, now, { ...before, suggestions }, info).story;
}
