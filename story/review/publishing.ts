import type { Story } from '../model.ts';
import type { Person } from '../workflow.ts';
import { approvalState } from './approval.ts';
import { actorOf, type HouseRules, type SignedRoles } from './house.ts';
import { APPROVES, PUBLISHES } from './workflow.ts';

/**
 * What the house has against a story going to readers by this person's hand. approvalNeeded: nobody approved it, or not as
 * it stands; samePerson: who approved it does not publish it; notPublisher, notApprover: the roles that the newsroom's key
 * signed leave it to others; null: nothing.
 */
export type HouseRefusal = 'approvalNeeded' | 'samePerson' | 'notPublisher' | 'notApprover';

export function houseRefusal(
  story: Story,
  publisher: Person,
  rules: HouseRules,
  signed: SignedRoles | null = null,
): HouseRefusal | null {
  const roleOf = (person: Person) => actorOf(person, rules, signed).role ?? 'chief';
  if (signed && !PUBLISHES.includes(roleOf(publisher))) return 'notPublisher';
  if (!rules.approvalNeeded && !rules.twoPersons) return null;
  const { approval } = story;
  if (approvalState(story) !== 'approved' || approval === null) return 'approvalNeeded';
  if (signed && !APPROVES.includes(roleOf({ fingerprint: approval.by, name: approval.name }))) return 'notApprover';
  return rules.twoPersons && approval.by === publisher.fingerprint ? 'samePerson' : null;
}
