import { createStore } from '../../store.ts';
import type { StorySession } from '../types.ts';
import type { Find } from './controller.ts';

export type Open = { storyId: string; mode: 'find' | 'replace' };

/** The story whose bar is open, and whether to find or to replace; a new object whenever it is asked for. */
export const bar = createStore<Open | null>(null);
export const openBar = ({ storyId }: StorySession, mode: Open['mode']): void => bar.set({ storyId, mode });

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
  else openBar(session, 'find');
}
