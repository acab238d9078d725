/** Which window has which story open: a story has one editing window at a time. `W` names a window. */
export type Holders<W> = {
  holder(storyId: string): W | null;
  /** The story is that window's from now on. */
  give(storyId: string, window: W): void;
  /** Only the window that has it can let it go. */
  release(storyId: string, window: W): void;
  /** The window is gone, or has a fresh page. */
  releaseAll(window: W): void;
};

export function createHolders<W>(): Holders<W> {
  const held = new Map<string, W>();
  return {
    holder: (storyId) => held.get(storyId) ?? null,
    give: (storyId, window) => void held.set(storyId, window),
    release(storyId, window) {
      if (held.get(storyId) === window) held.delete(storyId);
    },
    releaseAll(window) {
      for (const [storyId, holder] of held) if (holder === window) held.delete(storyId);
    },
  };
}
