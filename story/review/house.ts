import type { Story } from '../model.ts';
import { DEFAULT_TYPE } from '../types/type.ts';
import { type Person, personSchema } from '../workflow.ts';
import { z } from '../zod.ts';

/** publisher: who puts approved stories out. chief: whoever may do everything. */
export const ROLES = ['reporter', 'editor', 'publisher', 'chief'] as const;
export type Role = (typeof ROLES)[number];

const roleEntrySchema = personSchema.extend({ role: z.enum(ROLES) });
export type RoleEntry = z.infer<typeof roleEntrySchema>;
export const rolesSchema = z.array(roleEntrySchema).max(500);

/** One point of the house's checklist. `type`: the story type it is about (its id); '' for all. */
export const checkpointSchema = z.strictObject({
  id: z.string().min(1).max(100),
  text: z.string().min(1).max(300),
  required: z.boolean(),
  type: z.string().max(100),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** What a house demands of a story before readers get it. */
export const houseRulesSchema = z.strictObject({
  checklist: z.array(checkpointSchema).max(50),
  /** Only the approved version goes to readers. */
  approvalNeeded: z.boolean(),
  /** Who approved a story does not publish it. Approval is needed, then. */
  twoPersons: z.boolean(),
  /** A story with open suggestions may go out as it was before them. */
  asItWas: z.boolean(),
  /** Who does what; nobody here: everybody may do everything. */
  roles: rolesSchema,
});
export type HouseRules = z.infer<typeof houseRulesSchema>;
/** Nothing is demanded. */
export const NO_RULES: HouseRules = {
  checklist: [],
  approvalNeeded: false,
  twoPersons: false,
  asItWas: false,
  roles: [],
};

/** Roles as the newsroom's key has signed them: they bind. `by`: whose key it was. */
export const signedRolesSchema = z.strictObject({ by: personSchema, roles: rolesSchema });
export type SignedRoles = z.infer<typeof signedRolesSchema>;

/** A person and what the house knows of them. `binding`: a newsroom's key signed the role; else it only advises. */
export type Actor = { person: Person; role: Role | null; binding: boolean };

/** Who somebody is by the house's roles. Where a newsroom's key signed them, whoever is not among them is a reporter. */
export function actorOf(person: Person, { roles }: HouseRules, signed: SignedRoles | null = null): Actor {
  const find = (list: readonly RoleEntry[]) => list.find((one) => one.fingerprint === person.fingerprint)?.role;
  if (signed) return { person, role: find(signed.roles) ?? 'reporter', binding: true };
  return { person, role: find(roles) ?? null, binding: false };
}

/** The points of the checklist that are about a story. */
export const pointsOf = ({ checklist }: HouseRules, { fields }: Pick<Story, 'fields'>): Checkpoint[] =>
  checklist.filter(({ type }) => type === '' || type === (fields.type || DEFAULT_TYPE));

/** Those that must be ticked and are not. */
export const openPoints = (rules: HouseRules, story: Pick<Story, 'fields' | 'desk'>): Checkpoint[] =>
  pointsOf(rules, story).filter(({ id, required }) => required && !story.desk.checked[id]);
