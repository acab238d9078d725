import path from 'node:path';
import { app, dialog, ipcMain, nativeTheme, powerMonitor, session, shell } from 'electron';
import type { ClosedLibrary } from '../../preload/contract.ts';
import { TYPING } from '../../story/text/corrections/settings.ts';
import { HOUSE_TIME_ZONE } from '../../story/text/embargo.ts';
import { followMoves } from '../backup/whereabouts.ts';
import { appHandlers } from '../handlers/app.ts';
import type { Services } from '../handlers/services.ts';
import { registerCalls } from '../ipc.ts';
import { textsFor } from '../texts.ts';
import { systemDialogs } from './dialogs.ts';
import { denyPermissions, openLink } from './guard.ts';
import { createHouse } from './house.ts';
import { setMenu } from './menu.ts';
import { isOnline, watchOnline } from './online.ts';
import { pendingHandoff } from './pending.ts';
import { openPrefs } from './prefs.ts';
import { argument, handoffArguments } from './profile.ts';
import { serveApp } from './protocol.ts';
import { openSecrets } from './secrets.ts';
import { createWindows } from './windows.ts';

/** Everything after `ready`, in the order in which it depends on each other. */
export async function startDesk(): Promise<void> {
  const folder = app.getAppPath();
  const data = app.getPath('userData');
  const prefs = openPrefs(data, {
    language: firstLanguage(),
    theme: 'system',
    lastStoryId: null,
    lastDestinationId: null,
    libraryFolder: null,
    typing: TYPING,
    closingMark: '',
    timeZone: HOUSE_TIME_ZONE,
    shortcuts: {},
  });
  const texts = textsFor(() => prefs.get().language);
  const windows = createWindows({ prefs, texts, folder });
  // Preferences change at every switch of story; what every window shows of them seldom does.
  let applied = '';
  let themed: string | null = null;
  const applyPrefs = () => {
    const { theme, language, shortcuts, view, scale, spelling, drafter, captions, ...house } = prefs.get();
    const { closingMark, timeZone, rules, signedRoles } = house;
    const shown = [
      theme,
      language,
      shortcuts,
      view,
      scale,
      spelling,
      drafter,
      captions,
      closingMark,
      timeZone,
      rules,
      signedRoles,
    ];
    const now = JSON.stringify(shown);
    if (applied === now) return;
    applied = now;
    if (themed !== theme) nativeTheme.themeSource = theme;
    themed = theme;
    setMenu(texts, process.platform, prefs.get(), windows.command);
    windows.scale();
    windows.send('prefs.changed', prefs.get());
  };
  const standing = path.join(data, 'library');
  // The handshake stops a window's close once, and with it a quit that asked for it: it is asked again below.
  let quitting = false;
  const secrets = await openSecrets(process.platform);
  const dialogs = systemDialogs(texts);
  const forHandlers: Services['shell'] = {
    version: app.getVersion(),
    documents: app.getPath('documents'),
    online: isOnline,
    openLink,
    openPath: (file) => shell.openPath(file),
    takePendingHandoff: () => pendingHandoff.take(),
    openHandoff: (file) => {
      windows.showDesk(null);
      pendingHandoff.put(file);
    },
    pageReady: (sender) => {
      windows.of(sender)?.closing.listens();
      pendingHandoff.remind();
    },
    prefsChanged: applyPrefs,
    typesChanged: () => windows.send('types.changed', {}),
    wordsChanged: () => windows.send('words.changed', {}),
    styleChanged: () => windows.send('style.changed', {}),
    photoChanged: (hash) => windows.send('photo.changed', { hash }),
    channelChanged: () => windows.send('channel.changed', {}),
    libraryChanged: (storyId) => windows.send('library.changed', { storyId }),
    closeReady: (sender) => windows.of(sender)?.closing.ready(),
    closeRefused: (sender) => {
      quitting = false;
      windows.of(sender)?.closing.refused();
    },
    quit: () => app.quit(),
    windows,
    withLibraryClosed: (work) => house.whileClosed(work),
  };
  const house = createHouse({
    secrets,
    texts,
    dialogs,
    prefs,
    shell: forHandlers,
    resources: path.join(folder, 'resources'),
    logs: path.join(data, 'logs'),
    published: argument(process.argv, 'profile')
      ? path.join(data, 'published')
      : path.join(app.getPath('documents'), 'Copydesk'),
    isOnline,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    openPath: (file) => shell.openPath(file),
    openLink,
    send: windows.send,
    standing,
    letGoOfAll: windows.letGoOfAll,
    reload: windows.reload,
    opened: (place) => {
      const chosen = place === standing ? null : place;
      if (chosen !== prefs.get().libraryFolder) prefs.set({ libraryFolder: chosen });
    },
  });
  await house.use(await followMoves(prefs.get().libraryFolder ?? standing));

  applyPrefs();
  denyPermissions(session.defaultSession);
  serveApp(
    path.join(folder, 'out/renderer'),
    async (hash, recipe) => {
      const open = house.open();
      if (!open) return { ok: false, code: 'libraryClosed' };
      const { media } = open.services;
      return recipe === null ? media.thumbnail(hash) : media.preview(hash, recipe);
    },
    async (sheet, index, isLarge) => (await house.open()?.services.sheets.picture(sheet, index, isLarge)) ?? null,
  );
  const always = appHandlers({
    shell: forHandlers,
    prefs,
    dialogs,
    secrets,
    library: () => house.open()?.services ?? (house.closed() as ClosedLibrary),
    openLibraryIn: async (wanted) => {
      const opened = await house.use(wanted);
      if (opened.ok) windows.reload();
      return opened;
    },
  });
  registerCalls(
    ipcMain,
    () => ({ ...house.open()?.handlers, ...always }),
    windows.knows,
    (call, error) => console.error(`${call}:`, error),
  );
  windows.showDesk(null);
  watchOnline((online) => {
    house.open()?.services.outbox.setOnline(online);
    windows.send('online.changed', { online });
  });

  pendingHandoff.onFile(() => windows.send('handoff.pending', {}));
  handoffArguments(process.argv, process.cwd()).forEach(pendingHandoff.put);
  app.on('second-instance', (_event, argv, cwd) => {
    windows.showDesk(null);
    handoffArguments(argv, cwd).forEach(pendingHandoff.put);
  });
  app.on('activate', () => windows.showDesk(null));
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quitting) app.quit();
  });
  powerMonitor.on('resume', () => {
    house.open()?.services.outbox.kick();
    house.open()?.services.health.resumed();
  });
  quitCleanly(house.close);
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
