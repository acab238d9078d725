import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('the page has no way to Node, to Electron, or to another page', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const reach = await window.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    module: typeof (globalThis as Record<string, unknown>).module,
    bridge: Object.keys((globalThis as unknown as { copydesk: object }).copydesk).sort(),
    secure: isSecureContext,
    opened: globalThis.open('https://example.test/') === null,
  }));
  expect(reach).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    bridge: ['call', 'on', 'openHandoff', 'takeFile'],
    secure: true,
    opened: true,
  });
  expect(app.windows()).toHaveLength(1);
  // A file that the page makes up has no place on the disk, whatever it calls itself.
  const taken = await window.evaluate(() =>
    (globalThis as unknown as { copydesk: { takeFile(file: File): Promise<unknown> } }).copydesk.takeFile(
      new File(['x'], '/etc/passwd'),
    ),
  );
  expect(taken).toBeNull();
  // Nor does it open one by naming it.
  const named = await window.evaluate(() =>
    (globalThis as unknown as { copydesk: { call(name: string, input: unknown): Promise<unknown> } }).copydesk.call(
      'review.file',
      { path: '/etc/passwd' },
    ),
  );
  expect(named).toMatchObject({ ok: false, code: 'unknownCall' });
});

test('the bridge hands out nothing of Electron: no event object, and nothing when a listener is taken off', async ({
  launch,
}) => {
  const { app, window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const heard = window.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        type On = (listener: (...args: unknown[]) => void) => () => unknown;
        const { on } = (globalThis as unknown as { copydesk: { on: On } }).copydesk;
        const stop = on((...args) => resolve([...args, String(stop())]));
        (globalThis as unknown as { listening: boolean }).listening = true;
      }),
  );
  await window.waitForFunction(() => 'listening' in globalThis);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('copydesk:event', 'online.changed', { online: true });
  });
  expect(await heard).toEqual(['online.changed', { online: true }, 'undefined']);
});

test('the CSP stops inline scripts, eval, connections and foreign images', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const answers = await window.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const image = new Image();
    image.src = 'https://example.test/pixel.png';
    document.body.append(image);
    const blocked = await fetch('https://example.test/').then(
      () => false,
      () => true,
    );
    // Code as text, run by the page itself: what the debugger evaluates is not under the CSP.
    setTimeout('window.evaluated = true' as unknown as () => void, 0);
    await new Promise((done) => setTimeout(done, 100));
    image.remove();
    return {
      injected: 'injected' in window,
      blocked,
      evaluated: 'evaluated' in window,
      violated: [...violated].sort(),
    };
  });
  expect(answers).toMatchObject({ injected: false, blocked: true, evaluated: false });
  expect(answers.violated).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']));
});

test('leaving the page is stopped, whatever starts it', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  await window.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.test/elsewhere';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await window.waitForTimeout(300);
  expect(await window.evaluate(() => document.querySelector('#root') !== null && location.pathname)).toBe('/');
  await expect(deskOf(window).body).toBeVisible();
});

test('permissions are refused', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  // Asked for, not used: a machine without a microphone refuses it whatever the program says.
  const answers = await window.evaluate(async () => {
    const names = [
      'microphone',
      'camera',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
    ] as PermissionName[];
    const states = names.map(async (name) => [name, (await navigator.permissions.query({ name })).state]);
    return { ...Object.fromEntries(await Promise.all(states)), asked: await Notification.requestPermission() };
  });
  const denied = ['microphone', 'camera', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'asked'];
  expect(answers).toEqual(Object.fromEntries(denied.map((name) => [name, 'denied'])));
});

test('a window that sends what it should not gets a code, and main stays up', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const answers = await window.evaluate(async () => {
    const { call } = (globalThis as unknown as { copydesk: { call(name: string, input: unknown): Promise<unknown> } })
      .copydesk;
    return [
      await call('story.append', { id: '../../etc/passwd', expectedSeq: 0, change: {} }),
      await call('no.such.call', {}),
      await call('__proto__', {}),
      await call('link.open', { url: 'file:///etc/passwd' }),
      await call('link.open', { url: 'javascript:alert(1)' }),
      await call('link.open', { url: 'x'.repeat(1_000_000) }),
      await call('photo.import', { name: 'a.jpg', bytes: 'not bytes' }),
      await call('photo.file', { path: '/etc/passwd' }),
      await call('publish.openReceipt', { receiptId: '0192f7a0-0000-7000-8000-000000000000' }),
    ];
  });
  expect(answers.map((answer) => (answer as { code?: string }).code)).toEqual([
    'badRequest',
    'unknownCall',
    'unknownCall',
    'badAddress',
    'badAddress',
    'badRequest',
    'badRequest',
    'unknownCall',
    'notFound',
  ]);
});

test('links open outside, and only the harmless kinds', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  await app.evaluate(({ shell }) => {
    (globalThis as unknown as { opened: string[] }).opened = [];
    shell.openExternal = async (url: string) => {
      (globalThis as unknown as { opened: string[] }).opened.push(url);
    };
  });
  await window.evaluate(() => {
    globalThis.open('https://example.test/a');
    globalThis.open('file:///etc/passwd');
    globalThis.open('smb://example.test/share');
    globalThis.open('mailto:toasoan@example.test');
  });
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://example.test/a', 'mailto:toasoan@example.test']);
});
