import { createStore } from '../../store.ts';

/** The photo whose panel is open. */
export const photoShown = createStore<string | null>(null);
export const showPhoto = (hash: string): void => photoShown.set(hash);
