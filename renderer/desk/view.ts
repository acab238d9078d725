import type { View } from '../../preload/contract.ts';
import { view, zoomed } from '../editor/view/view.ts';
import { isStoryWindow, layout, setPrefs } from '../state.ts';
import { withLibrary } from './layout.ts';
import { focusPane } from './panes.ts';

const setView = (patch: Partial<View>): void => void setPrefs({ view: { ...view.get(), ...patch } });

/** Which panes stood open before the focus mode closed them. */
let before: { library: boolean; inspector: boolean } | null = null;

/** The panes go when it begins, and come back when it ends. */
export function toggleFocus(): void {
  const focus = !view.get().focus;
  const { library, inspector } = layout.get();
  if (focus) {
    before = { library, inspector };
    layout.set((now) => ({ ...now, library: false, inspector: false, gaveWay: false }));
  } else if (before) {
    const then = before;
    layout.set((now) => ({ ...now, ...then }));
  } else if (!isStoryWindow()) layout.set((now) => withLibrary(now, true, window.innerWidth));
  setView({ focus });
}

export const toggleTypewriter = (): void => setView({ typewriter: !view.get().typewriter });
export const zoom = (by: 1 | -1 | 0): void => setView({ zoom: zoomed(view.get().zoom, by) });

/** Opened, it has the focus; closed, the text has. */
export function toggleOutline(): void {
  const outline = !view.get().outline;
  setView({ outline });
  requestAnimationFrame(() => {
    if (!outline) focusPane('editor');
    else document.querySelector<HTMLElement>('[data-pane="outline"] [data-item][tabindex="0"]')?.focus();
  });
}
