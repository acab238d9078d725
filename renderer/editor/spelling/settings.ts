import { SPELLING, type Spelling } from '../../../story/text/spelling.ts';
import { createStore } from '../../store.ts';

/** How texts are checked, as the preferences have it. */
export const spelling = createStore<Spelling>(SPELLING);
/** The words that the newsroom has learnt. */
export const learnt = createStore<ReadonlySet<string>>(new Set());
/** A person wants a word learnt; a new object each time. Whoever keeps the newsroom's words listens. */
export const toLearn = createStore<{ word: string } | null>(null);
