// A small app that uses Electron as Copydesk does, for the stand-in's own specs.
import { readFileSync } from 'node:fs';
import electron, { app, BrowserWindow, ipcMain, protocol, session } from 'electron';

const folder = process.argv.find((arg) => arg.startsWith('--profile='))?.slice('--profile='.length);
if (folder) app.setPath('userData', folder);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'";
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', txt: 'text/plain' };
globalThis.probe = { electron, seen: [], asked: [] };
const { probe } = globalThis;

async function serve(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/media/big') return new Response(new Uint8Array(30_000_000).fill(7));
  if (pathname === '/echo')
    return new Response(await request.arrayBuffer(), { headers: { 'x-method': request.method } });
  const file = new URL(`.${pathname}`, import.meta.url);
  try {
    const type = TYPES[pathname.split('.').pop()] ?? 'application/octet-stream';
    return new Response(readFileSync(file), { headers: { 'content-type': type, 'content-security-policy': CSP } });
  } catch {
    return new Response('not here', { status: 404 });
  }
}

probe.open = async (options = {}) => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...options,
    webPreferences: {
      preload: new URL('preload.cjs', import.meta.url).pathname,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  window.webContents.on('will-navigate', (event, url) => {
    probe.seen.push(['will-navigate', url]);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    probe.seen.push(['open', url]);
    return { action: 'deny' };
  });
  await window.loadURL('app://desk/page.html');
  return window.id;
};

const first = app.requestSingleInstanceLock({ from: process.pid });
if (!first) {
  console.log('event second');
  app.quit();
} else {
  app.on('second-instance', (_event, argv, cwd, data) => probe.seen.push(['second-instance', argv.at(-1), cwd, data]));
  app.on('web-contents-created', (_event, contents) => probe.seen.push(['web-contents-created', contents.id]));
  for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => console.log(`event ${name}`));
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('fail', () => {
    throw Object.assign(new RangeError('out of ink'), { code: 'INK', secret: 'x' });
  });
  ipcMain.handle('unclonable', () => () => 1);
  ipcMain.handle('who', (event) => ({
    url: event.senderFrame?.url,
    origin: event.senderFrame?.origin,
    main: event.senderFrame === event.sender.mainFrame,
    top: event.senderFrame?.parent === null,
  }));
  ipcMain.on('note', (event, value) => event.sender.send('noted', value));
  await null;
  app.whenReady().then(async () => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
      probe.asked.push(permission);
      callback(permission === probe.allow);
    });
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === probe.allow);
    protocol.handle('app', serve);
    await probe.open();
    if (process.argv.includes('--close-at-once')) BrowserWindow.getAllWindows()[0].close();
  });
}
