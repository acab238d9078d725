import path from 'node:path';
import { app, dialog, ipcMain, nativeTheme, powerMonitor, session, shell } from 'electron';
import { createHandlers } from '../handlers/index.ts';
import type { Services } from '../handlers/services.ts';
import { registerCalls } from '../ipc.ts';
import { createMedia } from '../media/index.ts';
import { openStore } from '../store/open.ts';
import { textsFor } from '../texts.ts';
import { systemDialogs } from './dialogs.ts';
import { denyPermissions, openLink } from './guard.ts';
import { setMenu } from './menu.ts';
import { isOnline, watchOnline } from './online.ts';
import { pendingHandoff } from './pending.ts';
import { openPrefs } from './prefs.ts';
import { argument, handoffArgument } from './profile.ts';
import { serveApp } from './protocol.ts';
import { openRooms } from './rooms.ts';
import { openSecrets } from './secrets.ts';
import { type DeskWindow, openWindow } from './window.ts';

/** Everything after `ready`, in the order in which it depends on each other. */
export async function startDesk(): Promise<void> {
  const folder = app.getAppPath();
  const data = app.getPath('userData');
  const prefs = openPrefs(data, {
    language: firstLanguage(),
    theme: 'system',
    lastStoryId: null,
    lastDestinationId: null,
  });
  const texts = textsFor(() => prefs.get().language);
  const opened = await openStore(path.join(data, 'library'));
  if (!opened.ok) {
    dialog.showErrorBox(texts(`error.${opened.code}`), [data, opened.detail].filter(Boolean).join('\n'));
    app.exit(1);
    return;
  }
  const store = opened.value;
  const media = createMedia({ folder: path.join(data, 'library'), store });
  const secrets = await openSecrets(process.platform);
  let desk: DeskWindow | null = null;
  const rooms = await openRooms({
    store,
    media,
    secrets,
    libraryProblem: store.problem,
    texts,
    resources: path.join(folder, 'resources'),
    published: argument(process.argv, 'profile')
      ? path.join(data, 'published')
      : path.join(app.getPath('documents'), 'Copydesk'),
    isOnline,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    openPath: (file) => shell.openPath(file),
    openLink,
    send: (name, payload) => desk?.send(name, payload),
  });
  const applyPrefs = () => {
    nativeTheme.themeSource = prefs.get().theme;
    setMenu(texts, process.platform, (command) => desk?.send('command', { command }));
  };
  const services: Services = {
    ...rooms,
    store,
    media,
    secrets,
    prefs,
    texts,
    dialogs: systemDialogs(texts),
    libraryProblem: store.problem,
    shell: {
      version: app.getVersion(),
      documents: app.getPath('documents'),
      online: isOnline,
      openLink,
      openPath: (file) => shell.openPath(file),
      takePendingHandoff: () => pendingHandoff.take(),
      pageReady: () => {
        desk?.closing.listens();
        pendingHandoff.remind();
      },
      prefsChanged: applyPrefs,
      libraryChanged: (storyId) => desk?.send('library.changed', { storyId }),
      closeReady: () => desk?.closing.ready(),
      closeRefused: () => desk?.closing.refused(),
    },
  };
  applyPrefs();
  denyPermissions(session.defaultSession);
  serveApp(path.join(folder, 'out/renderer'), media.preview);
  registerCalls(
    ipcMain,
    createHandlers(services),
    (sender) => sender === desk?.window.webContents,
    (call, error) => console.error(`${call}:`, error),
  );
  const open = () => {
    desk = openWindow(prefs, texts, folder);
    desk.window.on('closed', () => {
      desk = null;
    });
  };
  open();
  await rooms.outbox.start();
  watchOnline((online) => {
    rooms.outbox.setOnline(online);
    desk?.send('online.changed', { online });
  });

  pendingHandoff.onFile(() => desk?.send('handoff.pending', {}));
  pendingHandoff.put(handoffArgument(process.argv, process.cwd()));
  app.on('second-instance', (_event, argv, cwd) => {
    if (!desk) open();
    else if (desk.window.isMinimized()) desk.window.restore();
    desk?.window.focus();
    pendingHandoff.put(handoffArgument(argv, cwd));
  });
  app.on('activate', () => desk ?? open());
  // The handshake stops the window's close once, and with it a quit that asked for it: it is asked again here.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  powerMonitor.on('resume', () => rooms.outbox.kick());
  quitCleanly(async () => {
    await rooms.close().catch((error) => console.error('quit:', error));
    await store.close();
  });
}

/** A start that failed says so and ends: without a window nobody would know that the program runs. */
export function giveUp(error: unknown): void {
  console.error('start:', error);
  dialog.showErrorBox(textsFor(firstLanguage)('error.internal'), String(error));
  app.exit(1);
}

/** The window has flushed by then; the outbox stops between two steps, the store closes its file. */
function quitCleanly(close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault(); // also a second wish to quit waits for the first one's closing
    if (closing) return;
    closing = true;
    close()
      .catch((error) => console.error('quit:', error))
      .finally(() => app.exit(0));
  });
}

/** `--lang=vi|en`, else English where the system is set to it, else Vietnamese. */
function firstLanguage(): 'vi' | 'en' {
  const wanted = argument(process.argv, 'lang') ?? app.getPreferredSystemLanguages()[0] ?? 'vi';
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
