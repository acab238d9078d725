import { HOUSE_LIMITS, type Limits } from '../limits.ts';
import type { FieldName, Fields } from '../model.ts';
import { BUILT_IN_TYPES } from './builtIn.ts';
import { ALWAYS, DEFAULT_TYPE, type FieldRule, type StoryType, TYPED_FIELDS } from './type.ts';

/** The type of an id among `types`; of none, and of one that is not there, the house's default. */
export const typeOf = (id: string, types: readonly StoryType[]): StoryType =>
  types.find((type) => type.id === id) ??
  types.find((type) => type.id === DEFAULT_TYPE) ??
  (BUILT_IN_TYPES[0] as StoryType);

export const ruleOf = (type: StoryType, name: FieldName): FieldRule => type.fields[name] ?? {};

export const isHidden = (type: StoryType, name: FieldName): boolean =>
  ruleOf(type, name).use === 'hidden' && !ALWAYS.has(name);

/** The house's limits, and what the type sets in their place. */
export function limitsOf(type: StoryType): Limits {
  const own = Object.entries(type.fields).flatMap(([name, rule]) => (rule.limit ? [[name, rule.limit]] : []));
  return { ...HOUSE_LIMITS, ...Object.fromEntries(own) };
}

/** Fields that a story of the type must have and that are empty. */
export const missingFields = (type: StoryType, fields: Fields): FieldName[] =>
  TYPED_FIELDS.filter((name) => ruleOf(type, name).use === 'required' && fields[name].trim() === '');

/**
 * What is to be set in the fields of a story that becomes of a type: the type's values where nothing stands, or only what
 * the type before had put there. Nothing that a person wrote is touched.
 */
export function startingValues(fields: Fields, type: StoryType, before: StoryType | null): Partial<Fields> {
  const changes: Partial<Fields> = {};
  for (const name of TYPED_FIELDS) {
    const next = ruleOf(type, name).value ?? '';
    const last = before ? (ruleOf(before, name).value ?? '') : '';
    const isOwn = fields[name].trim() !== '' && fields[name] !== last;
    if (!isOwn && fields[name] !== next) changes[name] = next;
  }
  return changes;
}
