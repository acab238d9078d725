import { coreOf } from '../editor/core.ts';
import { controlOf } from '../editor/find/paint.ts';
import type { Found } from '../editor/find/searcher.ts';
import { selectFound } from '../editor/find/show.ts';
import { passagesOf } from '../editor/find/texts.ts';
import { isUnfinished, nextMark } from '../editor/spelling/marks.ts';
import { createPaint } from '../editor/spelling/paint.ts';
import { hereOf, keyOf } from '../editor/spelling/place.ts';
import type { StorySession } from '../editor/types.ts';
import { createStore, type Store } from '../store.ts';
import { goToSpot } from './actions.ts';
import { checkOf, type Spot } from './check.ts';
import { activeRules } from './house.ts';

/** A finding of the house style on the page. `key`: of its place. */
export type StyleMark = Found & { key: string; kind: 'style'; spot: Spot };
export type OpenMark = { mark: StyleMark; rect: DOMRect };

export type Marking = {
  readonly menu: Store<OpenMark | null>;
  /** Goes to the next finding, or the one before, and opens its menu. `none`: there is no finding. */
  step(by: 1 | -1): Promise<'shown' | 'none' | 'busy'>;
  /** The menu of the finding at a point of the window, or (null) where the caret is. Whether there is one. */
  openAt(point: { x: number; y: number } | null): boolean;
  /** Back to the text: to the words, or behind so many characters of what stands there now. */
  leave(mark: StyleMark, length?: number): void;
  repaint(): void;
  stop(): void;
};

/** After the caret has left the end of a finding, in milliseconds. */
const LEFT = 300;
const markings = new WeakMap<StorySession, Marking>();
/** That of a story on the page; null where findings are not underlined. */
export const markingOf = (session: StorySession): Marking | null => markings.get(session) ?? null;

const markOf = (spot: Spot): StyleMark => {
  const { passage, from, to } = spot;
  return { passage, start: from, end: to, key: keyOf(passage.place), kind: 'style', spot };
};

/** Underlines what the house style finds, for as long as the story is on the page. `layer`: see find/paint. */
export function createMarking(session: StorySession, layer: () => HTMLElement | null): Marking {
  const core = coreOf(session);
  const check = checkOf(session);
  const painting = createPaint<StyleMark>(core, { style: 'copydesk-style' });
  const menu = createStore<OpenMark | null>(null);
  let marks: StyleMark[] = [];
  /** A finding is not shown, since it is still being written. */
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isComposing = () => core.composing || core.editor.isComposing();
  const show = (): void => {
    const place = layer();
    // What is composed is looked at when it is done.
    if (!place || isComposing()) return;
    const here = hereOf(core);
    marks = check.spots.get().map(markOf);
    const shown = marks.filter((mark) => !isUnfinished(mark, here));
    held = shown.length < marks.length;
    // That the closing mark is missing is no fault of the last word while one writes: the panel tells of it.
    const closing = new Set(activeRules().flatMap(({ id, find }) => ('closing' in find ? [id] : [])));
    painting.paint(
      place,
      shown.filter(({ spot: { rule } }) => !closing.has(rule)),
    );
  };
  let isDue = false;
  /** A look that finds something new tells of both: it is painted once. */
  const showOnce = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      if (markings.get(session) === marking) show();
    });
  };
  const open = (mark: StyleMark): boolean => {
    const rect = painting.rectOf(mark) ?? controlOf(core, mark.passage.place)?.getBoundingClientRect();
    if (rect) menu.set({ mark, rect });
    return rect !== undefined;
  };
  const undo = [
    check.watch(),
    check.looked.subscribe(showOnce),
    check.spots.subscribe(showOnce),
    session.subscribe((event) => {
      if (event !== 'selection' || !held) return;
      clearTimeout(timer);
      timer = setTimeout(show, LEFT);
    }),
  ];
  const marking: Marking = {
    menu,
    async step(by) {
      if (isComposing()) return 'busy';
      await check.look();
      const order = passagesOf(session.story()).map(({ place }) => keyOf(place));
      const mark = nextMark(check.spots.get().map(markOf), order, hereOf(core), by);
      if (!mark) return 'none';
      await goToSpot(session, mark.spot);
      show();
      const shown = marks.find(({ spot }) => spot === mark.spot) ?? mark;
      return open(shown) ? 'shown' : 'busy';
    },
    openAt(point) {
      const here = point ? null : hereOf(core);
      const mark = point
        ? painting.at(point.x, point.y)
        : here &&
          marks.find(({ key, start, end }) => key === keyOf(here.place) && start <= here.start && here.end <= end);
      return Boolean(mark && open(mark));
    },
    leave(mark, length) {
      const end = mark.start + (length ?? 0);
      selectFound(core, length === undefined ? mark : { ...mark, start: end, end });
    },
    repaint: show,
    stop() {
      clearTimeout(timer);
      for (const end of undo) end();
      painting.stop();
      if (markings.get(session) === marking) markings.delete(session);
    },
  };
  markings.set(session, marking);
  show();
  return marking;
}
