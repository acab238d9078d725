import path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { CHANNEL, type EventName, type Events } from '../../preload/contract.ts';
import { ORIGIN } from '../ipc.ts';
import type { PrefsFile } from '../prefs.ts';
import type { Texts } from '../texts.ts';
import { createHandshake, type Handshake } from './handshake.ts';

export type DeskWindow = {
  window: BrowserWindow;
  send<K extends EventName>(name: K, payload: Events[K]): void;
  /** The page's side of `close.requested`. */
  readonly closing: Pick<Handshake, 'listens' | 'ready' | 'refused'>;
};

/** Opens the desk's window on the page. It closes only after the page has said that everything is saved. */
export function openWindow(prefs: PrefsFile, texts: Texts, folder: string): DeskWindow {
  const bounds = prefs.windowBounds();
  const window = new BrowserWindow({
    width: bounds?.width ?? 1280,
    height: bounds?.height ?? 800,
    ...(bounds && { x: bounds.x, y: bounds.y }),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Copydesk',
    icon: path.join(folder, 'resources/icons/icon.png'),
    webPreferences: {
      preload: path.join(folder, 'out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Chromium's checker downloads its dictionaries.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const closing = closeHandshake(window, texts);
  window.on('close', () => prefs.setWindowBounds(window.getNormalBounds()));
  // Rejects also where a reload or the window's end overtakes it.
  window.loadURL(`${ORIGIN}/`).catch((error) => console.error('page:', error));
  return {
    window,
    send: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL.event, name, payload);
    },
    closing,
  };
}

/** Asks the page before the window goes. */
function closeHandshake(window: BrowserWindow, texts: Texts): Handshake {
  const handshake = createHandshake({
    request: () => window.webContents.send(CHANNEL.event, 'close.requested', {}),
    close: () => {
      if (!window.isDestroyed()) window.close();
    },
    ask: async () => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: texts('dialog.notAnswering.message'),
        detail: texts('dialog.notAnswering.detail'),
        buttons: [texts('dialog.notAnswering.wait'), texts('dialog.notAnswering.close')],
        defaultId: 0,
        cancelId: 0,
      });
      return response === 1;
    },
  });
  window.on('close', (event) => {
    if (!window.webContents.isDestroyed() && !handshake.mayClose()) event.preventDefault();
  });
  window.webContents.on('did-navigate', () => handshake.loads());
  // What it had acknowledged is on disk: a fresh page shows it.
  window.webContents.on('render-process-gone', () => {
    if (!handshake.gone()) window.webContents.reload();
  });
  return handshake;
}
