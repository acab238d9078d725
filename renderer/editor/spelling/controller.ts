import type { Anchor } from '../../../story/model.ts';
import type { SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import { createStore, type Store } from '../../store.ts';
import { createWhenQuiet } from '../../whenQuiet.ts';
import { type Core, coreOf } from '../core.ts';
import { replaceFound } from '../find/replace.ts';
import { revealFound, selectFound } from '../find/show.ts';
import type { StorySession } from '../types.ts';
import { createChecker } from './checker.ts';
import { ignoredKey, isUnfinished, type Mark, marksOf, nextMark } from './marks.ts';
import { createPaint } from './paint.ts';
import { hereOf, keyOf } from './place.ts';
import { type ProsePassage, proseOf } from './prose.ts';
import { learnt, spelling, toLearn } from './settings.ts';

/** After the last change of the story, in milliseconds. */
const QUIET = 600;

/** The menu at a finding. `suggestions`: null while they are being looked up. */
export type OpenMenu = { mark: Mark; rect: DOMRect; suggestions: readonly string[] | null };

/** Brings a field that is not on the screen there. Whether it is there now. */
export type Uncover = (place: Anchor) => Promise<boolean>;

export type SpellCheck = {
  readonly menu: Store<OpenMenu | null>;
  /** Goes to the next finding, or the one before, and opens its menu. `none`: there is no finding. */
  step(by: 1 | -1, uncover: Uncover): Promise<'shown' | 'none' | 'busy'>;
  /** The menu of the finding at a point of the window, or (null) where the caret is. Whether there is one. */
  openAt(point: { x: number; y: number } | null): boolean;
  accept(mark: Mark, text: string): void;
  /** Leaves this word alone at this place, as long as the story is open. */
  ignore(mark: Mark): void;
  learn(mark: Mark): void;
  /** Back to the text, where the menu was. */
  leave(mark: Mark): void;
  /** The page is laid out anew. */
  repaint(): void;
  stop(): void;
};

/** Words left alone at one place, by session: as long as the story is open in this window. */
const ignoredIn = new WeakMap<StorySession, Set<string>>();

/** Checks one open story for as long as it is on the page. `layer`: see find/paint. */
export function createSpellCheck(session: StorySession, layer: () => HTMLElement | null): SpellCheck {
  const core: Core = coreOf(session);
  const checker = createChecker();
  const painting = createPaint<Mark>(core, { spelling: 'copydesk-spelling', placement: 'copydesk-placement' });
  const menu = createStore<OpenMenu | null>(null);
  const ignored = ignoredIn.get(session) ?? new Set<string>();
  ignoredIn.set(session, ignored);
  let known = new Map<string, SpellingFinding[]>();
  let passages: ProsePassage[] = [];
  let marks: Mark[] = [];
  /** A finding is not shown, since its word is still being written. */
  let held = false;
  let stopped = false;
  let { placement, on } = spelling.get();

  const isComposing = () => core.composing || core.editor.isComposing();
  const quiet = createWhenQuiet(() => void look());
  const soon = (delay = QUIET) => {
    if (on && !stopped) quiet.soon(delay);
  };
  const show = (): void => {
    const place = layer();
    if (!place || stopped) return;
    const here = hereOf(core);
    const shown = marks.filter((mark) => !isUnfinished(mark, here));
    held = shown.length < marks.length;
    painting.paint(place, shown);
  };
  const settle = (): void => {
    marks = on ? marksOf(passages, ({ key }) => known.get(key), { learnt: learnt.get(), ignored }) : [];
  };
  /** Checks what is new since the last time. Whether everything that stands there now is checked. */
  async function look(): Promise<boolean> {
    quiet.stop();
    if (stopped || !on) return false;
    if (isComposing()) {
      soon();
      return false;
    }
    const now = proseOf(session.story());
    const asked = placement;
    const isNew = ({ key }: ProsePassage): boolean => !known.has(key);
    const unknown = [...new Map(now.filter(isNew).map((one) => [one.key, one])).values()];
    const texts = unknown.map(({ text, read, language, mayQuote }) => ({ text: read ?? text, language, mayQuote }));
    const found = texts.length === 0 ? [] : await checker.check(texts, placement);
    if (stopped || !on || found === null) return false;
    if (asked !== placement) return look();
    const before = known;
    known = new Map(now.map(({ key }) => [key, before.get(key) ?? []]));
    for (const [index, { key }] of unknown.entries()) known.set(key, found[index] ?? []);
    passages = now;
    // A word that came into being meanwhile is composed over what stands there: it is looked at when it is done.
    if (isComposing()) {
      soon();
      return false;
    }
    settle();
    show();
    return true;
  }
  const open = (mark: Mark): boolean => {
    const rect = painting.rectOf(mark);
    if (!rect) return false;
    const isLookedUp = mark.suggestions.length === 0 && /^[a-z'’]+$/i.test(mark.word);
    const opened: OpenMenu = { mark, rect, suggestions: isLookedUp ? null : mark.suggestions };
    menu.set(opened);
    if (isLookedUp)
      void checker
        .suggest(mark.word.replaceAll('’', "'"))
        .then((suggestions) => menu.get() === opened && menu.set({ ...opened, suggestions }));
    return true;
  };
  const select = (mark: Mark, start = mark.start, end = mark.end) => selectFound(core, { ...mark, start, end });
  const again = () => {
    settle();
    show();
  };

  const undo = [
    session.subscribe((event) => {
      if (event === 'fields' || event === 'body' || event === 'language') soon();
      else if (event === 'controls' || (event === 'selection' && held)) soon();
    }),
    core.editor.registerUpdateListener(({ dirtyLeaves, dirtyElements }) => {
      if (dirtyLeaves.size > 0 || dirtyElements.size > 0) soon();
    }),
    learnt.subscribe(again),
    spelling.subscribe(() => {
      const next = spelling.get();
      if (next.placement !== placement) known = new Map();
      ({ placement, on } = next);
      if (on) return soon(0);
      quiet.stop();
      checker.stop();
      again();
    }),
  ];
  soon();
  return {
    menu,
    async step(by, uncover) {
      if (isComposing() || !on || !(await look())) return 'busy';
      const order = passages.map(({ place }) => keyOf(place));
      const mark = nextMark(marks, order, hereOf(core), by);
      if (!mark) return 'none';
      if (!revealFound(core, mark) && !((await uncover(mark.passage.place)) && revealFound(core, mark))) return 'busy';
      select(mark);
      show();
      return open(mark) ? 'shown' : 'busy';
    },
    openAt(point) {
      if (point) {
        const mark = painting.at(point.x, point.y);
        return mark !== null && open(mark);
      }
      const here = hereOf(core);
      const mark =
        here &&
        marks.find(({ key, start, end }) => key === keyOf(here.place) && start <= here.start && here.end <= end);
      return Boolean(mark && open(mark));
    },
    accept(mark, text) {
      if (session.readOnly || isComposing()) return;
      const { all } = replaceFound(session, core, [mark], () => text);
      select(mark, mark.start + (all > 0 ? text.length : 0), mark.start + (all > 0 ? text.length : 0));
      void look();
    },
    ignore(mark) {
      ignored.add(ignoredKey(mark));
      again();
      select(mark, mark.end, mark.end);
    },
    learn(mark) {
      toLearn.set({ word: mark.word });
      select(mark, mark.end, mark.end);
    },
    leave: (mark) => select(mark),
    repaint: show,
    stop() {
      stopped = true;
      quiet.stop();
      for (const end of undo) end();
      checker.stop();
      painting.stop();
    },
  };
}
