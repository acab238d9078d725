import type { Limits } from '../../story/limits.ts';
import { limitsOf } from '../../story/types/rules.ts';
import type { StoryType } from '../../story/types/type.ts';
import { typeOfStory } from '../types/known.ts';
import type { StorySession } from './types.ts';

const known = new WeakMap<StoryType, Limits>();

/** The limits that hold for the open story, by its type; the same object as long as they are the same. */
export function limitsFor(session: StorySession): Limits {
  const type = typeOfStory(session);
  const limits = known.get(type) ?? limitsOf(type);
  known.set(type, limits);
  return limits;
}
