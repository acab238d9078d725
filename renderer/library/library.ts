import type { Find } from '../../preload/contract.ts';
import type { InboxOf } from '../../story/review/inbox.ts';
import { call, onEvent } from '../api.ts';
import { createStore } from '../store.ts';
import { createPages, type Pages } from './pages.ts';
import { EVERYTHING, type Query, toFind } from './query.ts';

/** What the library shows: one question, whether as cards beside the story or as a table or a board over it. */
export const query = createStore<Query>(EVERYTHING);
export const FORMS = ['table', 'board'] as const;
export type Form = (typeof FORMS)[number];
export const form = createStore<Form>('table');
/** The library stands over the story. */
export const isWide = createStore(false);
/** Whose inbox it is. */
export const inboxOf = createStore<InboxOf | null>(null);
/** Counts what has changed in the library. */
const changes = createStore(0);

/** Reads the library's rows anew, where they are shown. */
export const refreshLibrary = (): void => changes.set((count) => count + 1);

/** Pages that follow a question made of the query, and every change of the library. Returns the undo too. */
export function followQuery(make: (query: Query, now: number) => Find): { pages: Pages; stop: () => void } {
  const pages = createPages((find: Find) => call('library.find', find));
  const question = () => {
    const me = inboxOf.get();
    return { ...make(query.get(), Date.now()), ...(me && { me }) };
  };
  pages.ask(question());
  const ask = () => pages.ask(question());
  const undo = [query.subscribe(ask), inboxOf.subscribe(ask), changes.subscribe(() => pages.refresh(question()))];
  const stop = () => {
    for (const one of undo) one();
  };
  return { pages, stop };
}

let listed: Pages | null = null;
/** The rows of the list and of the table; read from the first call on. */
export function list(): Pages {
  listed ??= followQuery(toFind).pages;
  return listed;
}

/** Refreshes when main says that something changed: at once, then at most once a second, since saving changes rows often. */
export function followChanges(): void {
  let rest: ReturnType<typeof setTimeout> | null = null;
  let isDue = false;
  const later = () => {
    rest = null;
    if (isDue) changed();
  };
  const changed = () => {
    isDue = rest !== null;
    if (rest) return;
    refreshLibrary();
    rest = setTimeout(later, 1_000);
  };
  onEvent('library.changed', changed);
}
