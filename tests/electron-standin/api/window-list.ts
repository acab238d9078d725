// The windows that exist, and who is told when one goes.
import type { BrowserWindow } from './browser-window.ts';

let list: BrowserWindow[] = [];
const onRemoved: (() => void)[] = [];

export const windows = (): BrowserWindow[] => [...list];
export const windowAdded = (window: BrowserWindow): void => void list.push(window);
export function windowRemoved(window: BrowserWindow): void {
  list = list.filter(({ id }) => id !== window.id);
  for (const listener of onRemoved) listener();
}
export const whenWindowRemoved = (listener: () => void): void => void onRemoved.push(listener);
