import path from 'node:path';
import { BrowserWindow, dialog, type Rectangle } from 'electron';
import { CHANNEL, type EventName, type Events, type WindowRole } from '../../preload/contract.ts';
import { ORIGIN } from '../ipc.ts';
import type { Texts } from '../texts.ts';
import { type Crashes, createCrashes } from './crashes.ts';
import { createHandshake, type Handshake } from './handshake.ts';

export type DeskWindow = {
  window: BrowserWindow;
  /** The desk, or one story in a window of its own. */
  role: WindowRole;
  send<K extends EventName>(name: K, payload: Events[K]): void;
  /** The page's side of `close.requested`. */
  readonly closing: Pick<Handshake, 'listens' | 'ready' | 'refused'>;
  readonly crashes: Pick<Crashes, 'take'>;
};

type Needs = {
  texts: Texts;
  /** The program's folder. */
  folder: string;
  bounds: Partial<Rectangle> | null;
  role: WindowRole;
  /** Another page takes the place of the one there was: at a load, after a crash. */
  onFreshPage(): void;
};

/** Opens a window on the page. It closes only after the page has said that everything is saved. */
export function openWindow({ texts, folder, bounds, role, onFreshPage }: Needs): DeskWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...bounds,
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
  const crashes = createCrashes();
  window.webContents.on('did-navigate', () => {
    closing.loads();
    onFreshPage();
  });
  window.webContents.on('render-process-gone', () => void pageGone(window, texts, crashes, closing));
  load(window);
  return {
    window,
    role,
    send: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL.event, name, payload);
    },
    closing,
    crashes,
  };
}

// Rejects also where a reload or the window's end overtakes it.
const load = (window: BrowserWindow): void =>
  void window.loadURL(`${ORIGIN}/`).catch((error) => console.error('page:', error));

/** What the page had acknowledged is on disk: a fresh page shows it. One that dies at every load would die for ever. */
async function pageGone(window: BrowserWindow, texts: Texts, crashes: Crashes, closing: Handshake): Promise<void> {
  if (closing.gone()) return;
  if (!crashes.note(Date.now())) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: texts('dialog.pageDies.message'),
      detail: texts('dialog.pageDies.detail'),
      buttons: [texts('dialog.pageDies.again'), texts('dialog.pageDies.close')],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 1) return window.destroy();
  }
  if (!window.isDestroyed()) window.webContents.reload();
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
  return handshake;
}
