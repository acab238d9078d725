import type { Passage } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { createStore } from '../store.ts';

/** Where the story that was asked about last went and came from, the newest first. */
export const passages = createStore<{ storyId: string; list: Passage[] } | null>(null);

export async function loadPassages(storyId: string): Promise<void> {
  const read = await call('review.passages', { storyId });
  if (read.ok) passages.set({ storyId, list: read.value });
}

/** Who sent it last, if it has not gone anywhere since: it would go back to them. */
export const backTo = (list: readonly Passage[]): string | null => (list[0]?.kind === 'came' ? list[0].name : null);

/** Whether the story had been out before it came: then it came back. */
export const cameBack = (list: readonly Passage[], index: number): boolean =>
  list.slice(index + 1).some(({ kind }) => kind === 'sent');
