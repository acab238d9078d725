import { storyHash } from '../canonical.ts';
import type { ConflictThread, Story } from '../model.ts';
import type { Person } from '../workflow.ts';

/** A person, as a review names one. */
export type Reviewer = Person;

/** The story, approved as it stands. `at`: the instant. */
export const approve = (story: Story, by: Person, at: string): Story => ({
  ...story,
  status: 'approved',
  approval: { hash: storyHash(story), by: by.fingerprint, name: by.name, at },
});

/**
 * Whether what readers would see is what was approved. `none`: not approved, or the approval was taken back (the status is
 * no longer `approved`). Comments and marks of review do not count as changes.
 */
export function approvalState(story: Story): 'none' | 'approved' | 'changedSince' {
  if (story.status !== 'approved' || story.approval === null) return 'none';
  return story.approval.hash === storyHash(story) ? 'approved' : 'changedSince';
}

/** The conflicts that nobody has decided yet, oldest first. */
export const openConflicts = (story: Story): ConflictThread[] =>
  Object.values(story.threads)
    .filter((thread): thread is ConflictThread => thread.kind === 'conflict' && !thread.resolved)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
