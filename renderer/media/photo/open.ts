import type { PhotoField } from '../../../story/photo/facts.ts';
import { createStore } from '../../store.ts';

/** The photo whose panel is open, and the field of it that somebody was sent to. */
export const photoShown = createStore<{ hash: string; field?: PhotoField | undefined } | null>(null);
export const showPhoto = (hash: string, field?: PhotoField): void => photoShown.set({ hash, field });
