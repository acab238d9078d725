import type { Block, Run, Story, Suggestion } from '../../model.ts';
import { isTextBlock } from '../../model.ts';
import type { Reviewer } from '../approval.ts';
import { decideBody, decideRuns, fieldsAsTheyWere } from './decide.ts';

/** How a story with suggestions can be read: with its marks, as if all were accepted, as if there were none. */
export const STORY_VIEWS = ['marks', 'proposed', 'was'] as const;
export type StoryView = (typeof STORY_VIEWS)[number];

/** A story as one of the views has it; nothing is undecided in the last two. */
export const storyIn = (story: Story, view: StoryView): Story =>
  view === 'marks' ? story : view === 'proposed' ? asProposed(story) : asItWas(story);

/** The story as if everything that is suggested had been accepted. */
export const asProposed = (story: Story): Story => ({
  ...story,
  body: decideBody(story.body, story.suggestions, () => true),
  suggestions: {},
});

/** The story as if nothing had been suggested. */
export const asItWas = (story: Story): Story => ({
  ...story,
  fields: fieldsAsTheyWere(story),
  body: decideBody(story.body, story.suggestions, () => false),
  suggestions: {},
});

/** Words as if nothing had been suggested. */
export const runsAsTheyWere = (runs: readonly Run[], suggestions: Story['suggestions']): Run[] =>
  decideRuns(runs, suggestions, () => false);

/** The ids that mark something in a block, in the order of its words. */
export const marksIn = (block: Block): string[] => [
  ...new Set([
    ...(block.suggestions ?? []),
    ...(isTextBlock(block) ? block.runs.flatMap((run) => run.suggestions ?? []) : []),
  ]),
];

/** The suggestions that nobody has decided, in the order of the page: those of fields, then those of the body. */
export function openSuggestions(story: Story): Suggestion[] {
  const fields = Object.values(story.suggestions).filter((one) => one.kind === 'field' && !one.decided);
  const ids = new Set(story.body.flatMap(marksIn));
  return [...fields, ...[...ids].flatMap((id) => story.suggestions[id] ?? [])];
}

/**
 * The story after one decision about some suggestions. Who decided, and when, stays with the records. Ids that mark nothing
 * are left alone. `at`: an instant.
 */
export function decide(story: Story, ids: Iterable<string>, accepted: boolean, by: Reviewer, at: string): Story {
  const chosen = new Set(ids);
  const decided = { accepted, by: by.fingerprint, name: by.name, at };
  const suggestions = { ...story.suggestions };
  const fields = { ...story.fields };
  for (const one of openSuggestions(story)) {
    if (!chosen.has(one.id)) continue;
    suggestions[one.id] = { ...one, decided };
    if (one.kind === 'field' && !accepted) fields[one.field] = one.was;
  }
  const body = decideBody(story.body, story.suggestions, (id) => (chosen.has(id) ? accepted : null));
  return { ...story, fields, body, suggestions };
}
