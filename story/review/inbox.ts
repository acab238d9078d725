import type { Status, Story } from '../model.ts';
import { isSamePerson, lastWith, type Person } from '../workflow.ts';

/** What decides for whom a story waits. The fingerprints: who gave it in last, who approved it; '' for nobody. */
export type Waiting = { status: Status; assignee: Person | null; submittedBy: string; approvedBy: string };
/** Whose inbox it is; `reviews`: other people's stories that nobody has taken wait for this person, too. */
export type InboxOf = Person & { reviews: boolean };

export const waitingOf = ({ status, desk, approval }: Pick<Story, 'status' | 'desk' | 'approval'>): Waiting => ({
  status,
  assignee: desk.assignee,
  submittedBy: lastWith(desk, 'submitted')?.fingerprint ?? '',
  approvedBy: approval?.by ?? '',
});

/**
 * Whether a story waits for somebody: given in or in review and theirs, or nobody's and not given in by themselves; back
 * to them as the author; theirs to write; approved by them and changed since (`changed`).
 */
export function waitsFor(
  { status, assignee, submittedBy, approvedBy }: Waiting,
  changed: boolean,
  me: InboxOf,
): boolean {
  const isMine = assignee !== null && isSamePerson(assignee, me);
  switch (status) {
    case 'submitted':
    case 'inReview':
      return isMine || (assignee === null && me.reviews && submittedBy !== me.fingerprint);
    case 'returned':
      return isMine || (assignee === null && submittedBy === me.fingerprint);
    case 'draft':
      return isMine;
    case 'approved':
      return changed && approvedBy === me.fingerprint;
    case 'killed':
      return false;
  }
}
