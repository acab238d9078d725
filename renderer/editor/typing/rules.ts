import type { Language } from '../../../story/model.ts';
import { TYPING, type Typing } from '../../../story/text/corrections/settings.ts';
import { createStore } from '../../store.ts';

/** What is put right while typing, as the preferences have it. */
export const typing = createStore<Typing>(TYPING);

/** A person took a correction of the house's list back: `typed` is the entry's word. Whoever keeps exceptions listens. */
export type TakenBack = { typed: string; language: Language };
export const takenBack = createStore<TakenBack | null>(null);
