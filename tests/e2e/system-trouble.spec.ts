// What the system may refuse at the start. A small app around the program puts the refusals in place; the program is the real one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'around-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An app that does `before`, then is the program. */
function around(before: string): string {
  for (const name of ['out', 'resources']) symlinkSync(path.resolve(name), path.join(folder, name));
  writeFileSync(
    path.join(folder, 'package.json'),
    '{"name":"around","version":"0.0.0","type":"module","main":"main.js"}',
  );
  writeFileSync(path.join(folder, 'main.js'), `${before}\nawait import('./out/main/index.js');\n`);
  return folder;
}

test('without a keychain it starts and works; a password is held until it ends, and no file has it', async ({
  launch,
}) => {
  const refuse = 'async () => { throw new Error("there is no keychain"); }';
  const app = around(`
    import { safeStorage } from 'electron';
    safeStorage.isAsyncEncryptionAvailable = async () => false;
    safeStorage.encryptStringAsync = ${refuse};
    safeStorage.decryptStringAsync = ${refuse};`);
  const { window, profile, close } = await launch({ app, lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const kept = await window.evaluate(async () => {
    const { call } = (globalThis as unknown as { copydesk: { call(name: string, input: unknown): Promise<unknown> } })
      .copydesk;
    const config = { type: 'wordpress', url: 'https://bao.example', user: 'pv' };
    const draft = { name: 'Báo', config, secret: 'xK9q rv2L mm3T', keepSecret: true };
    return [await call('app.start', {}), await call('destination.save', draft)];
  });
  expect(kept).toMatchObject([
    { ok: true, value: { secretsProtected: false, personKey: 'session' } },
    { ok: true, value: { secret: 'session' } },
  ]);
  await close();
  for (const name of ['library/library.db', 'library/library.db-wal', 'preferences.json']) {
    const file = path.join(profile, name);
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    expect([bytes.includes('xK9q rv2L mm3T'), bytes.includes('PRIVATE KEY')], name).toEqual([false, false]);
  }
});

test('a start that fails says so and ends, instead of running on without a window', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const said = path.join(folder, 'said.json');
  const broken = around(`
    import { writeFileSync } from 'node:fs';
    import { dialog, Menu } from 'electron';
    dialog.showErrorBox = (...words) => writeFileSync(${JSON.stringify(said)}, JSON.stringify(words));
    Menu.setApplicationMenu = () => { throw new Error('no menu today'); };`);
  const args = [broken, `--profile=${path.join(folder, 'profile')}`, '--lang=en'];
  const env = { ...process.env, STANDIN_HEADLESS: '1' };
  const second = spawn(app.process().spawnfile, args, { env, stdio: 'ignore' });
  expect(await new Promise((done) => second.once('exit', done))).toBe(1);
  expect(JSON.parse(readFileSync(said, 'utf8'))).toEqual([expect.any(String), 'Error: no menu today']);
});

test('two wishes to quit, one right after the other: neither ends the program before the library is closed', async ({
  launch,
}) => {
  const { app, window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Đóng lại cho tử tế');
  await desk.saved();
  const gone = new Promise((done) => app.process().once('exit', done));
  const seen = path.join(folder, 'seen');
  await app.evaluate(({ app: program, BrowserWindow }, file) => {
    program.on('will-quit', (event) => {
      process.getBuiltinModule('node:fs').appendFileSync(file, event.defaultPrevented ? 'held ' : 'let go ');
      setImmediate(() => program.quit());
    });
    BrowserWindow.getAllWindows()[0]?.close();
  }, seen);
  expect(await gone).toBe(0);
  expect(readFileSync(seen, 'utf8')).toMatch(/^held (held )+$/);
  expect(existsSync(path.join(profile, 'library/library.db-wal'))).toBe(false);
});
