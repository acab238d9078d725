// The module `electron` as the main process sees it: everything Electron exports by name, the provided and the absent.

import { absent } from '../guard.ts';
import { words } from '../words.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { clipboard, net, powerMonitor, screen } from './small.ts';
import { webContents } from './web-contents.ts';

const PROVIDED = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
}; // prettier-ignore
const ABSENT = words(`
  autoUpdater BaseWindow BrowserView contentTracing crashReporter desktopCapturer globalShortcut ImageView
  inAppPurchase MessageChannelMain nativeImage netLog Notification parentPort powerSaveBlocker pushNotifications
  ServiceWorkerMain sharedTexture ShareMenu systemPreferences TouchBar Tray utilityProcess View WebContentsView
  webFrameMain`);

export const electron: typeof PROVIDED & Record<string, unknown> = {
  ...PROVIDED,
  ...Object.fromEntries(ABSENT.map((name) => [name, absent(name)])),
};
