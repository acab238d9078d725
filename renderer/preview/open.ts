import type { StorySession } from '../editor/types.ts';
import { preview } from './state.ts';

/** Shows the story as readers will see it, or goes back to the text. */
export const togglePreview = (session: StorySession): void =>
  preview.set((now) => (now ? null : { storyId: session.storyId }));
