import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, PROBE, STANDIN, seen, test } from './app.ts';

/** Command lines of living processes that name `part`. */
const processesWith = (part: string) =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(part)); // prettier-ignore

const chromiumFolder = () => readdirSync(tmpdir()).filter((name) => name.startsWith('standin-chromium-'));

test('after SIGKILL of the main process neither Chromium nor its profile is left', async ({ start }) => {
  const before = new Set(chromiumFolder());
  const { kill } = await start();
  const [mine = ''] = chromiumFolder().filter((name) => !before.has(name) && processesWith(name).length > 0);
  expect(mine).not.toBe('');
  await kill();
  await expect.poll(() => processesWith(mine).filter((line) => !line.includes('ps -eo'))).toEqual([]);
  await expect.poll(() => chromiumFolder().includes(mine)).toBe(false);
});

test('a second instance of the same data folder hands over and ends', async ({ start }) => {
  const probe = await start();
  const second = spawnSync(STANDIN, [PROBE, `--profile=${probe.profile}`, 'story.copydesk'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, STANDIN_HEADLESS: '1' },
  });
  expect(second.status).toBe(0);
  expect(second.stdout).toContain('event second');
  await expect
    .poll(async () => (await seen(probe)).filter(([name]) => name === 'second-instance'))
    .toEqual([['second-instance', 'story.copydesk', tmpdir(), { from: expect.any(Number) }]]);
});

test('a killed instance does not hold its lock', async ({ start }) => {
  const { profile, kill } = await start();
  await kill();
  const { app } = await start({ profile });
  expect(await app.evaluate(({ app: it }) => it.hasSingleInstanceLock())).toBe(true);
});

test('two data folders are two instances', async ({ start }) => {
  await start();
  const { app } = await start();
  expect(await app.evaluate(({ app: it }) => it.hasSingleInstanceLock())).toBe(true);
});

test('quitting goes before-quit, close, will-quit, quit, and a window can stop it', async ({ start }) => {
  const { app } = await start();
  const main = app.process();
  let output = '';
  main.stdout?.on('data', (text) => (output += text));
  await app.evaluate(({ app: it, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.once('close', (event) => event.preventDefault());
    window?.on('close', () => console.log('event close'));
    it.quit();
  });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const ended = new Promise((done) => main.once('exit', done));
  await app.evaluate(({ app: it }) => it.quit());
  expect(await ended).toBe(0);
  expect(output.match(/event [\w-]+/g)).toEqual([
    'event before-quit',
    'event close',
    'event before-quit',
    'event close',
    'event will-quit',
    'event quit',
  ]); // prettier-ignore
});

test('a page that objects to unloading keeps its window', async ({ start }) => {
  const { app, window: page } = await start();
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  const kept = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((done) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.once('will-prevent-unload', () => done(!window.isDestroyed()));
        window?.close();
      }),
  );
  expect(kept).toBe(true);
});

test('the end of the last window ends a program that does not listen for it', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const main = spawn(STANDIN, [PROBE, `--profile=${profile}`, '--close-at-once'], {
    env: { ...process.env, STANDIN_HEADLESS: '1' },
  });
  const code = await new Promise((done) => main.once('exit', done));
  rmSync(profile, { recursive: true, force: true });
  expect(code).toBe(0);
});

test('a secret survives a restart, and is not to be read in its ciphertext', async ({ start }) => {
  const first = await start();
  const text = 'mật khẩu ứng dụng';
  const encrypted = await first.app.evaluate(
    async ({ safeStorage }, plain) => (await safeStorage.encryptStringAsync(plain)).toString('base64'),
    text,
  );
  const again = await first.app.evaluate(
    async ({ safeStorage }, plain) => (await safeStorage.encryptStringAsync(plain)).toString('base64'),
    text,
  );
  expect(again).not.toBe(encrypted);
  expect(Buffer.from(encrypted, 'base64').includes(Buffer.from(text))).toBe(false);
  await first.close();
  const second = await start({ profile: first.profile });
  const decrypt = (bytes: string) =>
    second.app.evaluate(
      ({ safeStorage }, base64) =>
        safeStorage.decryptStringAsync(Buffer.from(base64, 'base64')).catch((error: Error) => error.message),
      bytes,
    );
  expect(await decrypt(encrypted)).toEqual({ shouldReEncrypt: false, result: text });
  expect(await decrypt(`${encrypted.slice(0, -4)}AAAA`)).toMatch(/Error while decrypting/);
  expect(await second.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('basic_text');
});

test('a crashed page is told, and can be loaded again', async ({ start }) => {
  const { app, window: page } = await start();
  const reason = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((done) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('render-process-gone', (_event, details) =>
          done(details.reason),
        );
      }),
  );
  const session = await app.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  expect(await reason).toBe('crashed');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.title'),
      ),
    )
    .toBe('Probe page');
});

test('a window closed by its own X is gone, and the app is told', async ({ start }) => {
  const { app, window: page } = await start();
  const main = app.process();
  let output = '';
  main.stdout?.on('data', (text) => (output += text));
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    for (const name of ['close', 'closed'] as const) window?.on(name as 'close', () => console.log(`event ${name}`));
  });
  const ended = new Promise((done) => main.once('exit', done));
  const session = await app.context().newCDPSession(page);
  session.send('Page.close').catch(() => {});
  expect(await ended).toBe(0);
  expect(output.match(/event [\w-]+/g)).toEqual([
    'event close',
    'event closed',
    'event before-quit',
    'event will-quit',
    'event quit',
  ]);
});
