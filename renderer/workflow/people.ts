import type { Sender } from '../../preload/contract.ts';
import type { Story } from '../../story/model.ts';
import { isSamePerson, type Person } from '../../story/workflow.ts';
import { call } from '../api.ts';
import { createStore } from '../store.ts';
import { houseRules, signedRoles } from './house.ts';

/** The address book: whose hand-offs came in. */
export const senders = createStore<readonly Sender[]>([]);

/** Reads the address book; what cannot be read leaves the names that are known otherwise. */
export async function loadSenders(): Promise<void> {
  const read = await call('sender.list', {});
  if (read.ok) senders.set(read.value);
}

/** Everybody that a story can be given to by name: this person, the house's roles, the address book, and whoever had a hand in the story. */
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
    ...senders.get(),
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
