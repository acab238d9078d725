import { expect, openWindow, seen, test } from './app.ts';

test('the policy of the header holds', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const image = new Image();
    image.src = 'https://elsewhere.invalid/x.png';
    await new Promise((done) => image.addEventListener('error', done));
    const answer = await fetch('https://elsewhere.invalid/').catch((error: Error) => error.name);
    // the last one is told after the answer
    while (refused.length < 3) await new Promise((done) => setTimeout(done, 10));
    return { ran: 'ran' in window, refused: refused.sort(), answer, secure: isSecureContext };
  });
  expect(result).toEqual({
    ran: false,
    refused: ['connect-src', 'img-src', 'script-src-elem'],
    answer: 'TypeError',
    secure: true,
  });
});

test('navigation away from the page asks will-navigate and stays', async ({ start }) => {
  const probe = await start();
  const { window: page } = probe;
  const address = page.url();
  await page.click('#out');
  await expect.poll(() => seen(probe)).toContainEqual(['will-navigate', 'https://elsewhere.invalid/']);
  await page.evaluate(() => {
    location.href = 'https://elsewhere.invalid/by-script';
  });
  await expect.poll(() => seen(probe)).toContainEqual(['will-navigate', 'https://elsewhere.invalid/by-script']);
  await page.click('#mail');
  await expect.poll(() => seen(probe)).toContainEqual(['will-navigate', 'mailto:desk@example.invalid']);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => document.title)).toBe('Probe page');
});

test('without a guard the page does go where it wants', async ({ start }) => {
  const { app, window: page } = await start();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-navigate'),
  );
  await page.evaluate(() => {
    location.href = 'page.css';
  });
  await page.waitForURL(/page\.css/);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    'app://desk/page.css',
  );
});

test('a page opens no windows, and the app hears of it', async ({ start }) => {
  const probe = await start();
  const { app, window: page } = probe;
  expect(await page.evaluate(() => window.open('https://elsewhere.invalid/open'))).toBeNull();
  await page.click('#blank');
  await page.click('#out', { modifiers: ['ControlOrMeta'] });
  await expect.poll(() => seen(probe)).toContainEqual(['open', 'https://elsewhere.invalid/']);
  const opened = (await seen(probe)).filter(([name]) => name === 'open').map(([, url]) => url);
  expect(opened).toEqual([
    'https://elsewhere.invalid/open',
    'https://elsewhere.invalid/blank',
    'https://elsewhere.invalid/',
  ]);
  expect(app.windows()).toHaveLength(1);
});

test('a frame inside cannot open one either', async ({ start }) => {
  const { app, window: page } = await start();
  const opened = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow?.open('https://elsewhere.invalid/');
  });
  expect(opened ?? null).toBeNull();
  expect(app.windows()).toHaveLength(1);
});

test('permissions are asked of the app, and its no is a no in the page', async ({ start }) => {
  const { app, window: page } = await start();
  const ask = () =>
    page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.writeText('x').then(
        () => 'done',
        (error: Error) => error.name,
      ),
      place: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('done'),
          (error) => done(error.code),
        ),
      ),
      state: (await navigator.permissions.query({ name: 'notifications' })).state,
    }));
  expect(await ask()).toEqual({ notifications: 'denied', clipboard: 'NotAllowedError', place: 1, state: 'denied' });
  const asked = await app.evaluate(() => (globalThis as never as { probe: { asked: string[] } }).probe.asked);
  expect(asked).toEqual(['notifications', 'clipboard-sanitized-write', 'geolocation']);
  await app.evaluate(() => Object.assign((globalThis as never as { probe: object }).probe, { allow: 'notifications' }));
  expect(await ask()).toMatchObject({ notifications: 'granted', clipboard: 'NotAllowedError', state: 'granted' });
});

test('webRequest can cancel a request', async ({ start }) => {
  const { app, window: page } = await start();
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://desk/page.css'] }, (_details, callback) =>
      callback({ cancel: true }),
    );
  });
  const answers = await page.evaluate(async () => [
    await fetch('page.css').then(
      (answer) => answer.status,
      (error: Error) => error.name,
    ),
    await fetch('page.js').then((answer) => answer.status),
  ]);
  expect(answers).toEqual(['TypeError', 200]);
});

test('the app’s scheme serves bodies, statuses, posts and workers', async ({ start }) => {
  const { window: page } = await start();
  const result = await page.evaluate(async () => ({
    missing: (await fetch('nothing-here')).status,
    big: (await (await fetch('media/big')).arrayBuffer()).byteLength,
    posted: await (await fetch('echo', { method: 'POST', body: 'xin chào' })).text(),
    worker: await new Promise((done) => {
      new Worker('worker.js').onmessage = ({ data }) => done(data.includes('rgb'));
    }),
  }));
  expect(result).toEqual({ missing: 404, big: 30_000_000, posted: 'xin chào', worker: true });
});

test('two windows live side by side, in their own sizes', async ({ start }) => {
  const probe = await start();
  const second = await openWindow(probe, { width: 900, height: 600 });
  const size = () => [innerWidth, innerHeight, devicePixelRatio];
  expect(await probe.window.evaluate(size)).toEqual([1280, 800, 1]);
  expect(await second.evaluate(size)).toEqual([900, 600, 1]);
  expect(
    await (await probe.app.browserWindow(second)).evaluate((window: Electron.BrowserWindow) => window.getSize()),
  ).toEqual([900, 600]);
  await second.close();
  expect(await probe.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await probe.window.evaluate(() => document.title)).toBe('Probe page');
});
