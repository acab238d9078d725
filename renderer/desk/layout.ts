import type { Tab } from '../state.ts';

/** Which panes stand beside the story. */
export type Layout = {
  library: boolean;
  inspector: boolean;
  tab: Tab;
  /** The library was closed to make room for the inspector: it comes back when that is closed. */
  gaveWay: boolean;
};

/** What a readable story and both panes need, in pixels. In a narrower window one pane gives way to the other. */
const ROOM_FOR_BOTH = 1100;

/** The inspector opened or closed in a window of that width. */
export function withInspector(now: Layout, open: boolean, width: number): Layout {
  if (open === now.inspector) return now;
  if (!open) return { ...now, inspector: false, library: now.library || now.gaveWay, gaveWay: false };
  const givesWay = now.library && width < ROOM_FOR_BOTH;
  return { ...now, inspector: true, library: now.library && !givesWay, gaveWay: givesWay };
}

/** The library opened or closed in a window of that width. */
export function withLibrary(now: Layout, open: boolean, width: number): Layout {
  const inspector = now.inspector && !(open && width < ROOM_FOR_BOTH);
  return { ...now, library: open, inspector, gaveWay: false };
}
