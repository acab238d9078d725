import { canonicalJson } from '../canonical.ts';
import type { Story, Suggestion } from '../model.ts';
import { type Desk, stepsOf } from '../workflow.ts';
import { pick, same } from './same.ts';

type Suggestions = Story['suggestions'];

/**
 * The records of both sides. Whether a suggestion in the body is decided, the marks in the text say; of two decisions about
 * a field the later one counts.
 */
export function mergeSuggestions(base: Suggestions, ours: Suggestions, theirs: Suggestions): Suggestions {
  const all = mapOf(ours, theirs, (our, their) => mergeRecord(base[our.id], our, their));
  // A field's that one side replaced or took back is gone; what marks words stays, since undo brings marks back.
  const isGone = (one: Suggestion) =>
    one.kind === 'field' && same(base[one.id], one) && !(ours[one.id] && theirs[one.id]);
  return Object.fromEntries(Object.entries(all).filter(([, one]) => !isGone(one)));
}

function mergeRecord(base: Suggestion | undefined, ours: Suggestion, theirs: Suggestion): Suggestion {
  if (base && same(base, ours)) return theirs;
  if (base && same(base, theirs)) return ours;
  const later = (theirs.decided?.at ?? '') > (ours.decided?.at ?? '');
  return later ? { ...ours, decided: theirs.decided } : ours;
}

type Decided = Pick<Story, 'status' | 'approval' | 'desk'>;

/** Where the story stands: as the side has it that moved it; of two, the one whose step is the later. */
export function mergeStatus(base: Decided, ours: Decided, theirs: Decided): Pick<Story, 'status' | 'approval'> {
  const isMoved = (side: Decided) => !same([side.status, side.approval], [base.status, base.approval]);
  const isTheirs = isMoved(theirs) && !(isMoved(ours) && lastStep(ours.desk) > lastStep(theirs.desk));
  const { status, approval } = isTheirs ? theirs : ours;
  return { status, approval };
}

/** The instant and the name of a desk's last step; '' for none. */
function lastStep(desk: Desk): string {
  const step = stepsOf(desk).at(-1);
  return step ? `${step.at}${step.id}` : '';
}

/**
 * What the desk agreed on: every step and tick of both sides. Where both chose a person or a day, the side with the later
 * step has it, whoever merges.
 */
export function mergeDesk(base: Desk, ours: Desk, theirs: Desk): Desk {
  const order = (desk: Desk) => `${lastStep(desk)} ${canonicalJson([desk.assignee, desk.deadline, desk.checked])}`;
  const [later, earlier] = order(ours) < order(theirs) ? [theirs, ours] : [ours, theirs];
  return {
    assignee: pick(base.assignee, later.assignee, earlier.assignee),
    deadline: pick(base.deadline, later.deadline, earlier.deadline),
    checked: Object.fromEntries(
      Object.entries(mapOf(later.checked, earlier.checked, (one) => one)).filter(
        // What one side unticked is no longer ticked.
        ([id]) => !base.checked[id] || (ours.checked[id] && theirs.checked[id]),
      ),
    ),
    steps: mapOf(ours.steps, theirs.steps, (our) => our),
  };
}

function mapOf<T>(
  ours: Record<string, T>,
  theirs: Record<string, T>,
  both: (our: T, their: T) => T,
): Record<string, T> {
  const ids = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const [our, their] = [ours[id], theirs[id]];
      return [id, our && their ? both(our, their) : ((our ?? their) as T)];
    }),
  );
}
