import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import type { FieldName } from '../../../story/model.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder } from '../../../story/schema/blocks.ts';
import type { FindOptions } from '../../../story/text/find.ts';
import { replacementFor } from '../../../story/text/replace.ts';
import { createStore, type Store } from '../../store.ts';
import { $placeOf } from '../apply.ts';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';
import { paint, unpaint } from './paint.ts';
import { type Replaced, replaceFound } from './replace.ts';
import { createSearcher, type Found, type Outcome } from './searcher.ts';
import { revealFound, selectFound } from './show.ts';
import { passagesOf } from './texts.ts';

/** What is looked for; it stays from one story to the next. */
export type Wanted = { query: string; template: string; options: FindOptions };
export const wanted = createStore<Wanted>({
  query: '',
  template: '',
  options: { matchCase: false, marks: false, wholeWords: false, regex: false },
});

export type FindState = {
  outcome: Exclude<Outcome['kind'], 'overtaken'> | 'none';
  /** Of a bad expression. */
  message: string;
  total: number;
  /** From 0; -1 where nothing is found. */
  current: number;
  replaced: Replaced | null;
};
const NOTHING: FindState = { outcome: 'none', message: '', total: 0, current: -1, replaced: null };

/** After the last key of the query, and after the last change of the story, in milliseconds. */
const QUIET = { query: 120, story: 300 };

export type Find = {
  readonly state: Store<FindState>;
  /** Looks again, at once, from where the person is. */
  search(): Promise<void>;
  step(by: 1 | -1): Promise<void>;
  replace(): Promise<void>;
  replaceAll(): Promise<void>;
  /** The page is laid out anew. */
  repaint(): void;
  /** Ends it; the match it stands on is selected, where there is one. */
  close(): void;
  stop(): void;
};

/** Finding in one open story for as long as the bar is there. `layer`: see paint. `onHidden`: the match's field is not on the page. */
export function createFind(
  session: StorySession,
  layer: () => HTMLElement | null,
  onHidden: (field: FieldName) => void,
): Find {
  const core = coreOf(session);
  const { editor } = core;
  const searcher = createSearcher();
  const state = createStore(NOTHING);
  let found: Found[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let asked: Pick<Wanted, 'query' | 'options'> = wanted.get();

  const show = () => {
    const place = layer();
    if (place && !stopped) paint(core, place, found, state.get().current);
  };
  /** The story as it stands now; `from`: what the current match is chosen by. */
  async function look(from: 'here' | 'same'): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    const { query, options } = wanted.get();
    const outcome: Outcome =
      query === '' ? { kind: 'found', found: [] } : await searcher.search(passagesOf(session.story()), query, options);
    if (outcome.kind === 'overtaken' || stopped) return false;
    const before = state.get();
    const old = found[before.current];
    found = outcome.kind === 'found' ? outcome.found : [];
    const current = found.length === 0 ? -1 : from === 'here' ? nearest() : sameAs(old, before.current);
    state.set({
      ...before,
      outcome: query === '' ? 'none' : outcome.kind,
      message: outcome.kind === 'bad' ? outcome.message : '',
      total: found.length,
      current,
    });
    show();
    return true;
  }
  /** The match that stands where `old` stood, or nearest to it in its text; else the one of that number. */
  function sameAs(old: Found | undefined, number: number): number {
    const place = JSON.stringify(old?.passage.place);
    const far = ({ start }: Found) => Math.abs(start - (old?.start ?? 0));
    const near = found.filter((one) => JSON.stringify(one.passage.place) === place).sort((a, b) => far(a) - far(b));
    return near[0] ? found.indexOf(near[0]) : Math.min(Math.max(number, 0), found.length - 1);
  }
  /** The first match at or behind the caret; else the first. */
  function nearest(): number {
    const caret = editor.read('latest', () => {
      const selection = $getSelection();
      if (core.lastPlace !== 'body' || !$isRangeSelection(selection)) return null;
      const point = selection.isBackward() ? selection.focus : selection.anchor;
      const place = $placeOf(point.getNode(), point.offset);
      const order = new Map($blocksUnder($getRoot()).map((block, index) => [$getBlockId(block), index]));
      return place && { order, ...place };
    });
    if (!caret) return 0;
    const here = caret.order.get(caret.block) ?? 0;
    const at = found.findIndex(({ passage: { place }, start }) => {
      const there = 'block' in place ? caret.order.get(place.block) : undefined;
      return there !== undefined && (there > here || (there === here && start >= caret.offset));
    });
    return Math.max(0, at);
  }
  function reveal(): void {
    const match = found[state.get().current];
    if (match && !revealFound(core, match) && 'field' in match.passage.place) onHidden(match.passage.place.field);
  }
  async function step(by: 1 | -1): Promise<void> {
    if (timer !== undefined || state.get().outcome === 'none') {
      if (!(await look('here'))) return;
    } else if (found.length > 0)
      state.set((now) => ({ ...now, current: (now.current + by + found.length) % found.length, replaced: null }));
    reveal();
    show();
  }
  const isComposing = () => core.composing || editor.isComposing();
  async function replace(which: 'one' | 'all'): Promise<void> {
    if (session.readOnly || isComposing() || !(await look('same')) || isComposing()) return;
    const now = found[state.get().current];
    const chosen = which === 'all' ? found : now ? [now] : [];
    if (chosen.length === 0) return;
    const replaced = replaceFound(session, core, chosen, (match) => replacementFor(wanted.get().template, match));
    const before = state.get().current;
    await look('same');
    if (which === 'one' && now) state.set((after) => ({ ...after, current: behind(now, before) }));
    state.set((after) => ({ ...after, replaced: which === 'all' ? replaced : null }));
    if (which === 'one') reveal();
    show();
  }
  /** The first match behind one that was replaced: what stands there now may match again. */
  function behind(old: Found, before: number): number {
    const end = old.start + replacementFor(wanted.get().template, old).length;
    const place = JSON.stringify(old.passage.place);
    const isWithin = (one: Found | undefined) =>
      one !== undefined && JSON.stringify(one.passage.place) === place && one.start < end;
    let next = before;
    while (isWithin(found[next])) next++;
    return found.length === 0 ? -1 : next % found.length;
  }

  const soon = (delay: number, from: 'here' | 'same') => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(from), delay);
  };
  const undo = [
    session.subscribe((event) => (event === 'body' || event === 'fields') && soon(QUIET.story, 'same')),
    wanted.subscribe(() => {
      const { query, options } = wanted.get();
      // What is to be put in changes nothing of what is found.
      if (query === asked.query && options === asked.options) return;
      asked = { query, options };
      state.set((now) => ({ ...now, replaced: null }));
      soon(QUIET.query, 'here');
    }),
  ];
  return {
    state,
    search: async () => void (await look('here')),
    step,
    repaint: show,
    replace: () => replace('one'),
    replaceAll: () => replace('all'),
    close() {
      // Not where the query has gone on since.
      const match = timer === undefined ? found[state.get().current] : undefined;
      if (match) selectFound(core, match);
      else if (core.lastPlace === 'body' || core.lastPlace === null) editor.focus();
      else core.controls.get(core.lastPlace)?.element.focus();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const end of undo) end();
      searcher.stop();
      unpaint(layer());
    },
  };
}
