import { createStore } from '../../store.ts';
import type { StorySession } from '../types.ts';
import type { Find } from './controller.ts';

/** Whether the bar is open, and whether to find or to replace; a new object whenever it is asked for. */
export const bar = createStore<{ mode: 'find' | 'replace' } | null>(null);
export const openBar = (mode: 'find' | 'replace'): void => bar.set({ mode });

const finds = new WeakMap<StorySession, Find>();
/** The bar of a story as long as it is open. Gives its own undo. */
export function keepFind(session: StorySession, find: Find): () => void {
  finds.set(session, find);
  return () => finds.delete(session);
}
/** The next match, or the one before it; opens the bar where it is closed. */
export function findAgain(session: StorySession, by: 1 | -1): void {
  const find = finds.get(session);
  if (find) void find.step(by);
  else openBar('find');
}
