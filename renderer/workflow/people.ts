import type { Story } from '../../story/model.ts';
import { isSamePerson, type Person } from '../../story/workflow.ts';
import { houseRules, signedRoles } from './house.ts';

/** Everybody that a story can be given to by name: this person, the house's roles, and whoever had a hand in the story. */
export function peopleOf({ threads, suggestions, desk, approval }: Story, me: Person): Person[] {
  const comments = Object.values(threads).flatMap((thread) => (thread.kind === 'comment' ? thread.comments : []));
  const hands = [
    ...comments,
    ...Object.values(suggestions),
    ...Object.values(desk.steps),
    ...Object.values(desk.checked),
    ...(approval ? [approval] : []),
  ];
  const all: Person[] = [
    me,
    ...houseRules.get().roles,
    ...(signedRoles.get()?.roles ?? []),
    ...hands.map(({ by, name }) => ({ fingerprint: by, name })),
    ...(desk.assignee ? [desk.assignee] : []),
  ].map(({ fingerprint, name }) => ({ fingerprint, name }));
  return all.filter(
    (one, index) => one.name.trim() !== '' && all.findIndex((other) => isSamePerson(other, one)) === index,
  );
}

/** Who is meant by a name: somebody known, or a person of that name; null: nobody. */
export function personNamed(typed: string, known: readonly Person[]): Person | null {
  const name = typed.normalize('NFC').trim().slice(0, 200);
  if (name === '') return null;
  return known.find((one) => isSamePerson(one, { fingerprint: '', name })) ?? { fingerprint: '', name };
}
