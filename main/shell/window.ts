import path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { CHANNEL, type EventName, type Events } from '../../preload/contract.ts';
import { ORIGIN } from '../ipc.ts';
import type { Texts } from '../texts.ts';
import type { PrefsFile } from './prefs.ts';

export type DeskWindow = {
  window: BrowserWindow;
  send<K extends EventName>(name: K, payload: Events[K]): void;
  /** The page has flushed: the window may go. */
  closeReady(): void;
};

/** How long the page may take to flush before the person is asked, in milliseconds. */
const CLOSE_PATIENCE = 10_000;

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
  void window.loadURL(`${ORIGIN}/`);
  return {
    window,
    send: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL.event, name, payload);
    },
    closeReady: closing,
  };
}

/** Asks the page to flush before the window goes; a page that is gone or does not answer cannot hold it for ever. */
function closeHandshake(window: BrowserWindow, texts: Texts): () => void {
  let ready = false;
  let timer: NodeJS.Timeout | null = null;
  const finish = () => {
    ready = true;
    if (timer) clearTimeout(timer);
    if (!window.isDestroyed()) window.close();
  };
  const ask = async () => {
    timer = null;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: texts('dialog.notAnswering.message'),
      detail: texts('dialog.notAnswering.detail'),
      buttons: [texts('dialog.notAnswering.wait'), texts('dialog.notAnswering.close')],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) finish();
  };
  window.on('close', (event) => {
    // A page that has not loaded yet has nothing to flush, and would not hear the question.
    if (ready || window.webContents.isDestroyed() || window.webContents.isLoading()) return;
    event.preventDefault();
    window.webContents.send(CHANNEL.event, 'close.requested', {});
    timer ??= setTimeout(() => void ask(), CLOSE_PATIENCE);
  });
  // What it had acknowledged is on disk: a fresh page shows it.
  window.webContents.on('render-process-gone', () => (timer ? finish() : window.webContents.reload()));
  return finish;
}
