import type { StorySession } from '../../editor/types.ts';
import { createStore } from '../../store.ts';

/** The story whose photos lie on the light table. */
export const tableShown = createStore<string | null>(null);
export const openTable = ({ storyId }: StorySession): void => tableShown.set(storyId);
