// Read by the type checker only: what is provided has Electron's names, and fits where Electron's types are wanted.
import type { app } from './app.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { dialog } from './dialog.ts';
import type { ipcMain } from './ipc-main.ts';
import type { Menu } from './menu.ts';
import type { nativeTheme } from './native-theme.ts';
import type { protocol } from './protocol.ts';
import type { safeStorage } from './safe-storage.ts';
import type { defaultSession } from './session.ts';
import type { shell } from './shell.ts';
import type { clipboard, net, screen } from './small.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';
import type { webRequest } from './web-request.ts';

/** Names of `Ours` that Electron has not; those with `_` are the stand-in's own. */
type Invented<Ours, Electrons> = Exclude<keyof Ours, keyof Electrons | `_${string}`>;
/** Names whose type is not one that Electron's could be replaced by. */
type Misfit<Ours, Electrons> = {
  [K in keyof Ours & keyof Electrons]: Ours[K] extends Electrons[K] ? never : K;
}[keyof Ours & keyof Electrons];
type None<T extends never> = T;

export type Names = [
  None<Invented<typeof app, Electron.App>>,
  None<Invented<BrowserWindow, Electron.BrowserWindow>>,
  None<Invented<WebContents, Electron.WebContents>>,
  None<Invented<WebFrameMain, Electron.WebFrameMain>>,
  None<Invented<typeof ipcMain, Electron.IpcMain>>,
  None<Invented<typeof defaultSession, Electron.Session>>,
  None<Invented<typeof webRequest, Electron.WebRequest>>,
  None<Invented<typeof protocol, Electron.Protocol>>,
  None<Invented<InstanceType<typeof Menu>, Electron.Menu>>,
];
export type Types = [
  None<Misfit<typeof dialog, Electron.Dialog>>,
  None<Misfit<typeof shell, Electron.Shell>>,
  None<Misfit<typeof safeStorage, Electron.SafeStorage>>,
  None<Misfit<typeof nativeTheme, Omit<Electron.NativeTheme, keyof NodeJS.EventEmitter>>>,
  None<Misfit<typeof net, Electron.Net>>,
  None<Misfit<typeof clipboard, Electron.Clipboard>>,
  None<Invented<typeof screen, Electron.Screen>>,
  None<Invented<typeof dialog, Electron.Dialog>>,
  None<Invented<typeof shell, Electron.Shell>>,
  None<Invented<typeof safeStorage, Electron.SafeStorage>>,
];
