import type { Decision, Story, Suggestion } from '../../model.ts';
import type { Reviewer } from '../approval.ts';
import { type Entry, entriesOf } from './entries.ts';
import { decide, openSuggestions } from './views.ts';

/** So much is kept of the words that a decision was about, in UTF-16 units. */
const MOST_KEPT = 300;

/** The story after one decision about some entries; their records keep the words they were about. `at`: an instant. */
export function decideEntries(
  story: Story,
  entries: readonly Entry[],
  accepted: boolean,
  by: Reviewer,
  at: string,
): Story {
  const ids = entries.flatMap((entry) => entry.ids);
  const after = decide(story, ids, accepted, by, at);
  const suggestions = { ...after.suggestions };
  for (const entry of entries) {
    const words = { before: entry.before.slice(0, MOST_KEPT), after: entry.after.slice(0, MOST_KEPT) };
    for (const id of entry.ids) {
      const one = suggestions[id];
      if (one?.decided) suggestions[id] = { ...one, decided: { ...one.decided, ...words } };
    }
  }
  return { ...after, suggestions };
}

export type Decided = Suggestion & { decided: Decision };

/** What was decided and stands so, the last decision first; of the two suggestions of a replacement the first. */
export function decidedOf(story: Story): Decided[] {
  const open = new Set(openSuggestions(story).map(({ id }) => id));
  const all = Object.values(story.suggestions).filter(
    (one): one is Decided => one.decided !== undefined && !open.has(one.id),
  );
  const seen = new Set<string>();
  return all
    .sort((a, b) => (a.decided.at > b.decided.at ? -1 : a.decided.at < b.decided.at ? 1 : 0))
    .filter(({ by, decided: { before = '', after = '', at } }) => {
      const key = JSON.stringify([by, at, before, after]);
      if (before === '' || after === '' || before === after) return true;
      return !seen.has(key) && seen.add(key);
    });
}

/** All that is to be decided by the given entries' ids, as entries that still stand in the story. */
export const entriesWith = (story: Story, ids: ReadonlySet<string>): Entry[] =>
  entriesOf(story).filter((entry) => entry.ids.some((id) => ids.has(id)));
