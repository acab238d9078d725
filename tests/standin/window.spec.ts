import { expect, test } from './app.ts';

test('what is not provided throws by its name', async ({ start }) => {
  const { app } = await start();
  const errors = await app.evaluate((electron) => {
    const { app: it, BrowserWindow, dialog, globalShortcut, safeStorage, session, Tray } = electron;
    const [window] = BrowserWindow.getAllWindows();
    const attempts: (() => unknown)[] = [
      () => window?.setKiosk(true),
      () => window?.webContents.on('context-menu', () => {}),
      () => it.dock,
      () => dialog.showCertificateTrustDialog,
      () => globalShortcut.register('A', () => {}),
      () => new Tray('x'),
      () => safeStorage.encryptString('x'),
      () => session.fromPartition('x'),
      () => new BrowserWindow({ transparent: true }),
      () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      () => it.on('login', () => {}),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'no error';
      } catch (error) {
        return (error as Error).message;
      }
    });
  });
  expect(errors).toEqual(
    [
      'BrowserWindow.setKiosk',
      "webContents.on('context-menu')",
      'app.dock',
      'dialog.showCertificateTrustDialog',
      'globalShortcut.register',
      'Tray',
      'safeStorage.encryptString',
      'session.fromPartition',
      'new BrowserWindow({ transparent })',
      'webPreferences.nodeIntegration = true',
      "app.on('login')",
    ].map((name) => `electron stand-in: ${name} is not provided`),
  );
});

test('the process looks like Electron’s main process', async ({ start }) => {
  const { app, profile } = await start();
  const facts = await app.evaluate(({ app: it, BrowserWindow }) => ({
    electron: process.versions.electron,
    type: process.type,
    defaultApp: process.defaultApp,
    name: it.getName(),
    version: it.getVersion(),
    packaged: it.isPackaged,
    userData: it.getPath('userData'),
    focused: BrowserWindow.getFocusedWindow()?.id,
    late: (() => {
      try {
        it.enableSandbox();
        return 'done';
      } catch (error) {
        return (error as Error).message;
      }
    })(),
  }));
  expect(facts).toEqual({
    electron: '45.4.1',
    type: 'browser',
    defaultApp: true,
    name: 'Probe',
    version: '1.2.3',
    packaged: false,
    userData: profile,
    focused: 1,
    late: 'app.enableSandbox() can only be called before app is ready',
  });
});

test('privileged schemes are refused after ready', async ({ start }) => {
  const { app } = await start();
  const message = await app.evaluate(({ protocol }) => {
    try {
      protocol.registerSchemesAsPrivileged([{ scheme: 'late', privileges: { standard: true, secure: true } }]);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toMatch(/before app is ready/);
});

test('a window takes the size it is given, and tells of it', async ({ start }) => {
  const { app, window: page } = await start();
  const resized = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((done) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.once('resize', () => done(window.getBounds()));
        window?.setBounds({ x: 30, y: 20, width: 900, height: 600 });
      }),
  );
  expect(await resized).toEqual({ x: 30, y: 20, width: 900, height: 600 });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600]);
  const screenshot = await page.screenshot();
  expect([screenshot.readUInt32BE(16), screenshot.readUInt32BE(20)]).toEqual([900, 600]);
});

test('nativeTheme changes what the page prefers', async ({ start }) => {
  const { app, window: page } = await start();
  const color = () => page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color);
  expect(await color()).toBe('rgb(1, 2, 3)');
  const updated = await app.evaluate(
    ({ nativeTheme }) =>
      new Promise((done) => {
        nativeTheme.once('updated', () => done(nativeTheme.shouldUseDarkColors));
        nativeTheme.themeSource = 'dark';
      }),
  );
  expect(updated).toBe(true);
  await expect.poll(color).toBe('rgb(4, 5, 6)');
  await page.reload();
  expect(await color()).toBe('rgb(4, 5, 6)');
});

test('menus are checked when built, and clicked by id', async ({ start }) => {
  const { app } = await start();
  const result = await app.evaluate(({ Menu }) => {
    const clicked: string[] = [];
    const menu = Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          { id: 'new', label: 'New', accelerator: 'CmdOrCtrl+Shift+N', click: (item) => clicked.push(item.id) },
        ],
      },
      {
        label: 'Edit',
        submenu: [{ role: 'copy' }, { type: 'separator' }, { id: 'wrap', label: 'Wrap', type: 'checkbox' }],
      },
    ]);
    Menu.setApplicationMenu(menu);
    Menu.getApplicationMenu()?.getMenuItemById('new')?.click();
    Menu.getApplicationMenu()?.getMenuItemById('wrap')?.click();
    const wrong = [{ label: 'x', accelerator: 'Ctrl+Nope' }, { role: 'bogus' as 'copy' }, {}].map((item) => {
      try {
        Menu.buildFromTemplate([item]);
        return 'built';
      } catch (error) {
        return (error as Error).message;
      }
    });
    return { clicked, checked: menu.getMenuItemById('wrap')?.checked, wrong };
  });
  expect(result).toEqual({
    clicked: ['new'],
    checked: true,
    wrong: [
      'Invalid accelerator: Ctrl+Nope',
      'Unknown menu role bogus',
      'Invalid template for MenuItem: must have label, role or type',
    ],
  });
});

test('an editing role acts on what has the focus', async ({ start }) => {
  const { app, window: page } = await start();
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('textarea'), { value: 'một hai' })),
  );
  await page.focus('textarea');
  await app.evaluate(({ Menu }) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Edit', submenu: [{ role: 'selectAll', id: 'all' }] }]));
    Menu.getApplicationMenu()?.getMenuItemById('all')?.click();
  });
  await expect.poll(() => page.evaluate(() => document.querySelector('textarea')?.selectionEnd)).toBe(7);
});

test('dialogs a spec puts in place answer; without a display they are cancelled', async ({ start }) => {
  const { app } = await start();
  const answers = await app.evaluate(async ({ dialog }) => {
    const own = await dialog.showOpenDialog({ properties: ['openFile'] });
    const box = await dialog.showMessageBox({ message: 'Lưu?', buttons: ['Save', 'Cancel'], cancelId: 1 });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a.jpg'] });
    return [own, box.response, await dialog.showOpenDialog({})];
  });
  expect(answers).toEqual([{ canceled: true, filePaths: [] }, 1, { canceled: false, filePaths: ['/a.jpg'] }]);
});

test('the page prints to PDF and zooms', async ({ start }) => {
  const { app, window: page } = await start();
  const head = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as Electron.WebContents;
    contents.setZoomFactor(2);
    const pdf = await contents.printToPDF({ pageSize: 'A4' });
    return [pdf.subarray(0, 5).toString(), contents.getZoomFactor()];
  });
  expect(head).toEqual(['%PDF-', 2]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).zoom)).toBe('2');
});
