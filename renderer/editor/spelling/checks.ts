import type { StorySession } from '../types.ts';
import type { SpellCheck } from './controller.ts';

const checks = new WeakMap<StorySession, SpellCheck>();
/** The check of a story as long as it is on the page. Gives its own undo. */
export function keepCheck(session: StorySession, check: SpellCheck): () => void {
  checks.set(session, check);
  return () => checks.delete(session);
}
export const checkOf = (session: StorySession): SpellCheck | null => checks.get(session) ?? null;
