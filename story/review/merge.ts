import { newId as makeId } from '../ids.ts';
import { diffStories } from '../journal.ts';
import { type ConflictThread, FIELD_NAMES, type Story, VALUE_FIELDS } from '../model.ts';
import { gatherConflicts } from './conflicts.ts';
import { mergeBody } from './mergeBody.ts';
import { mergeField } from './mergeField.ts';
import { withFormerFields, withFormerSettings } from './mergeFormer.ts';
import { knownOf } from './mergeMarks.ts';
import { mergeDesk, mergeStatus, mergeSuggestions } from './mergeRecords.ts';
import { blocksOfThreads, mergeThreads, reanchor } from './mergeThreads.ts';
import { pick } from './same.ts';

export { type Choice, resolveConflict } from './resolve.ts';

export type Merge = {
  story: Story;
  /** The conflicts of this merge; they are in `story.threads`, too. */
  conflicts: ConflictThread[];
  /** Blocks of `ours` that are changed, moved or gone, and new ones. */
  changedBlocks: number;
};

/**
 * A three-way merge: what one side changed since `base` is changed; where both changed the same words, both stand in the
 * text, ours first, and a conflict thread asks. Blocks are matched by id, text by syllable, and fields one by one. No word of
 * either side is absent from the text, the fields and the conflict threads, unless a side deleted it and the other left it
 * alone. Pure, and the same for the same ids. `base` must be a version that both sides come from (see commonGround.ts
 * where there is none).
 * @param info the other person's display name, and the instant of the merge.
 */
export function mergeStories(
  base: Story,
  ours: Story,
  theirs: Story,
  info: { theirName: string; at: string },
  newId: () => string = makeId,
): Merge {
  const known = Object.values(ours.threads).filter((thread) => thread.kind === 'conflict');
  const conflicts = gatherConflicts(info, known, newId, knownOf(ours, theirs));
  const fields = { ...ours.fields };
  for (const name of FIELD_NAMES) {
    const field = mergeField(base.fields[name], ours.fields[name], theirs.fields[name], VALUE_FIELDS.has(name));
    fields[name] = field.text;
    if (field.theirs !== null) conflicts.add({ field: name }, field.text, field.theirs);
  }
  const body = mergeBody(base.body, ours.body, theirs.body, conflicts, newId);
  for (const [id, block] of blocksOfThreads(body)) conflicts.place(id, block);
  const threads = mergeThreads(base.threads, ours.threads, theirs.threads);
  for (const thread of conflicts.threads) threads[thread.id] = thread;
  const records = mergeSuggestions(base.suggestions, ours.suggestions, theirs.suggestions);
  const suggestions = withFormerSettings(withFormerFields(records, base, ours, theirs), body, base, ours, theirs);
  const story: Story = {
    ...ours,
    createdAt: pick(base.createdAt, ours.createdAt, theirs.createdAt),
    language: pick(base.language, ours.language, theirs.language),
    ...mergeStatus(base, ours, theirs),
    fields,
    body,
    threads: reanchor(threads, body),
    suggestions,
    desk: mergeDesk(base.desk, ours.desk, theirs.desk),
  };
  return { story, conflicts: conflicts.threads, changedBlocks: countChanged(ours, story) };
}

function countChanged(ours: Story, merged: Story): number {
  const { blocks = [], removed = [], placed = [] } = diffStories(ours, merged);
  return new Set([...blocks.map((block) => block.id), ...removed, ...placed.map(({ id }) => id)]).size;
}
