import type { LastMerge } from '../../preload/contract.ts';
import { createStore } from '../store.ts';

/** Which look back stands over the desk, and at what; null: none. */
export type LookBack =
  | { kind: 'versions'; storyId: string }
  | { kind: 'merge'; storyId: string; merge: LastMerge }
  | { kind: 'paragraph'; storyId: string; blockId: string };

export const lookBack = createStore<LookBack | null>(null);

/** What the whole window is given to, if the story it is about is the open one. */
export const versionsOf = (now: LookBack | null, storyId: string | undefined): boolean =>
  now?.kind === 'versions' && now.storyId === storyId;
