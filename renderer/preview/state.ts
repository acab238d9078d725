import type { StoryView } from '../../story/review/suggest/views.ts';
import { createStore } from '../store.ts';

export const VIEWS = ['page', 'phone', 'card', 'column'] as const;
export type PreviewKind = (typeof VIEWS)[number];

/** The story that is previewed; null: none. */
export const preview = createStore<{ storyId: string } | null>(null);

/** As what; where somebody left it. */
export const previewKind = createStore<PreviewKind>('page');

/** Of a story with suggestions: how it is read. What goes out is as it was, and that is shown first. */
export const previewView = createStore<StoryView>('was');

/** What the desk is given to, if the story it is about is the open one. */
export const isPreviewed = (now: { storyId: string } | null, storyId: string | undefined): boolean =>
  now !== null && now.storyId === storyId;
