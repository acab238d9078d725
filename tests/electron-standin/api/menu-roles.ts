// The documented roles (https://electronjs.org/docs/latest/api/menu-item#roles), and what the stand-in does when one is clicked.

import { notProvided } from '../guard.ts';
import { words } from '../words.ts';
import { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';

const ROLES = words(`
  undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn
  zoomOut toggleSpellChecker togglefullscreen window minimize close help about services hide hideOthers unhide
  quit showSubstitutions toggleSmartQuotes toggleSmartDashes toggleTextReplacement startSpeaking stopSpeaking zoom
  front appMenu fileMenu editMenu viewMenu shareMenu recentDocuments toggleTabBar selectNextTab selectPreviousTab
  showAllTabs mergeAllWindows clearRecentDocuments moveTabToNewWindow windowMenu`).map((role) => role.toLowerCase());
const EDITING: Record<string, string> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  pasteandmatchstyle: 'pasteAndMatchStyle',
  delete: 'delete',
  selectall: 'selectAll',
}; // prettier-ignore

export function checkRole(role: string): void {
  if (!ROLES.includes(role.toLowerCase())) throw new Error(`Unknown menu role ${role}`);
}

const run: Record<string, (window: BrowserWindow | undefined) => void> = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  reload: (window) => window?.webContents.reload(),
  forcereload: (window) => window?.webContents.reload(),
  resetzoom: (window) => window?.webContents.setZoomFactor(1),
  zoomin: (window) => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() * 1.2),
  zoomout: (window) => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() / 1.2),
};

/** Editing commands go through Chromium's own, to whatever has the focus. */
export function runRole(role: string, window: BrowserWindow | undefined): void {
  const name = role.toLowerCase();
  const command = EDITING[name];
  if (command) window?.webContents._quietly('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
  else if (run[name]) run[name](window);
  else throw notProvided(`the menu role ${role}`);
}
