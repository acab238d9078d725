import { newId as makeId } from '../ids.ts';
import type { Status, Story } from '../model.ts';
import { type Desk, isSamePerson, lastWith, type Person } from '../workflow.ts';
import { approvalState, approve } from './approval.ts';
import { type Actor, type HouseRules, openPoints, type Role } from './house.ts';

type Rule = { from: readonly Status[]; to: Status; by: readonly Role[] };
const EVERYBODY: readonly Role[] = ['reporter', 'editor', 'publisher', 'chief'];
const DESK: readonly Role[] = ['editor', 'publisher', 'chief'];
const DECIDES: readonly Role[] = ['editor', 'chief'];
/** Who puts stories out. */
export const PUBLISHES = DESK;
export const APPROVES = DECIDES;

/** Every move: from which statuses, to which, and whose work it is. In the order in which the next one is looked for. */
const TABLE = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: EVERYBODY },
  take: { from: ['submitted'], to: 'inReview', by: DESK },
  /** In a house of one, a draft is approved as it stands. Again, where the text was changed since. */
  approve: { from: ['inReview', 'submitted', 'returned', 'draft', 'approved'], to: 'approved', by: DECIDES },
  return: { from: ['submitted', 'inReview', 'approved'], to: 'returned', by: DESK },
  withdraw: { from: ['submitted'], to: 'draft', by: EVERYBODY },
  reopen: { from: ['approved'], to: 'inReview', by: DESK },
  revive: { from: ['killed'], to: 'draft', by: DECIDES },
  kill: { from: ['draft', 'submitted', 'inReview', 'returned', 'approved'], to: 'killed', by: DECIDES },
} as const satisfies Record<string, Rule>;
export type Move = keyof typeof TABLE;
export const MOVES = Object.keys(TABLE) as Move[];
export const RULES: Readonly<Record<Move, Rule>> = TABLE;

/**
 * Why a move is not made. notFrom: the story does not stand where it begins; notYours: a role that a newsroom's key signed
 * leaves it to others (`roles`); checklistOpen: required points are not ticked (`points`: their texts).
 */
export type Refusal =
  | { code: 'notFrom' }
  | { code: 'notYours'; roles: readonly Role[] }
  | { code: 'checklistOpen'; points: string[] };

/** What stands against a move; null: nothing. */
export function refusalOf(story: Story, move: Move, { role, binding }: Actor, rules: HouseRules): Refusal | null {
  const { from, by } = RULES[move];
  if (!from.includes(story.status)) return { code: 'notFrom' };
  if (move === 'approve' && approvalState(story) === 'approved') return { code: 'notFrom' };
  if (binding && role !== null && !by.includes(role)) return { code: 'notYours', roles: by };
  const open = move === 'approve' ? openPoints(rules, story) : [];
  return open.length > 0 ? { code: 'checklistOpen', points: open.map(({ text }) => text) } : null;
}

/** A move from where a story stands. `unusual`: by the house's roles it is somebody else's work, which only advises. */
export type PossibleMove = { move: Move; refusal: Refusal | null; unusual: boolean };

/** The moves from where a story stands, the next one first. */
export function movesOf(story: Story, actor: Actor, rules: HouseRules): PossibleMove[] {
  const all = MOVES.map((move) => {
    const { role } = actor;
    const unusual = role !== null && !RULES[move].by.includes(role);
    return { move, refusal: refusalOf(story, move, actor, rules), unusual };
  }).filter(({ refusal }) => refusal?.code !== 'notFrom');
  return all.sort((a, b) => rank(a) - rank(b));
}

/** What one would do stands before what is others' work; to kill a story comes last. */
const rank = ({ move, refusal, unusual }: PossibleMove): number =>
  move === 'kill' ? 2 : unusual || refusal?.code === 'notYours' ? 1 : 0;

type Made = Pick<Story, 'status' | 'approval' | 'desk'>;
type By = { by: Person; at: string; note: string };

/**
 * What a move makes of a story: its status, its approval (any other status than approved takes it back), and a step on the
 * desk. Who takes a story has it; back to the author, it is the author's; given in again, it is whose it was in review.
 * `at`: the instant. Ask `refusalOf` first.
 */
export function moved(story: Story, move: Move, { by, at, note }: By, newId: () => string = makeId): Made {
  const { to: status } = RULES[move];
  const step = { id: newId(), by: by.fingerprint, name: by.name, at, status, note: note.trim() };
  const approval = move === 'approve' ? approve(story, by, at).approval : null;
  const assignee = assigneeAfter(story.desk, move, by);
  return { status, approval, desk: { ...story.desk, assignee, steps: { ...story.desk.steps, [step.id]: step } } };
}

function assigneeAfter(desk: Desk, move: Move, by: Person): Person | null {
  const isMine = desk.assignee !== null && isSamePerson(desk.assignee, by);
  const others = isMine ? null : desk.assignee;
  if (move === 'take') return by;
  if (move === 'return') return lastWith(desk, 'submitted') ?? others;
  if (move !== 'submit') return desk.assignee;
  const reviewer = lastWith(desk, 'returned');
  return reviewer && !isSamePerson(reviewer, by) ? reviewer : others;
}

/** The desk with a point of the checklist ticked by somebody, or not. */
export function ticked(desk: Desk, point: string, by: Person | null, at: string): Desk {
  const { [point]: _, ...others } = desk.checked;
  return { ...desk, checked: by ? { ...others, [point]: { by: by.fingerprint, name: by.name, at } } : others };
}
