import type { Prefs } from '../../preload/contract.ts';
import { type Actor, actorOf, type HouseRules, NO_RULES, type SignedRoles } from '../../story/review/house.ts';
import type { Person } from '../../story/workflow.ts';
import { createStore } from '../store.ts';

/** What the house demands; the preferences write it. */
export const houseRules = createStore<HouseRules>(NO_RULES);
/** The roles that the newsroom's key signed. */
export const signedRoles = createStore<SignedRoles | null>(null);

export function followHouse({ rules, signedRoles: signed }: Pick<Prefs, 'rules' | 'signedRoles'>): void {
  houseRules.set(rules ?? NO_RULES);
  signedRoles.set(signed ?? null);
}

/** Who somebody is in this house. */
export const actor = (who: Person): Actor => actorOf(who, houseRules.get(), signedRoles.get());
