/**
 * What somebody does with an open story: `edit` it, `suggest` changes that another one decides, or `read` it. A window
 * remembers it for each story, and forgets it when it closes.
 */
export const MODES = ['edit', 'suggest', 'read'] as const;
export type Mode = (typeof MODES)[number];

const modes = new Map<string, Mode>();

/** The mode that a story was left in in this window; null: none yet. */
export const rememberedMode = (storyId: string): Mode | null => modes.get(storyId) ?? null;
export const rememberMode = (storyId: string, mode: Mode): void => void modes.set(storyId, mode);
