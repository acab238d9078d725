import { createStore } from '../../store.ts';
import { EVERYTHING, type Filter } from './items.ts';

/** The entry or thread that the person is at, by its key. */
export const currentItem = createStore<string | null>(null);

/** What the list is narrowed to; the keys that go from one to the next go through the same. */
export const listFilter = createStore<Filter>(EVERYTHING);

/** What was done last, for a screen reader. */
export const said = createStore('');
