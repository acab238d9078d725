import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { runtime } from '../e2e/launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');

// They would ask a browser that is gone.
test.use({ trace: 'off', screenshot: 'off' });

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
test('npm start says in one line when it is not on Electron, passes arguments on, and ends when told', async ({}, info) => {
  const args = [`--profile=${info.outputPath('profile')}`, '--lang=en', '--remote-debugging-port=0'];
  const starter = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, STANDIN_HEADLESS: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  const ended = new Promise((done) => starter.once('exit', done));
  let output = '';
  let errors = '';
  starter.stdout.on('data', (text) => (output += text));
  starter.stderr.on('data', (text) => (errors += text));
  const address = () => /^DevTools listening on (ws:.*)$/m.exec(errors)?.[1];
  await expect.poll(address, { timeout: 60_000 }).toBeTruthy();
  const browser = await chromium.connectOverCDP(address() as string);
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().length).toBe(1);
  await expect((pages()[0] as Page).getByRole('navigation', { name: 'Library' })).toBeVisible();
  // only leaves: the window is not its own
  await browser.close();
  const said = /^Electron's binary is not here and cannot be downloaded: .*stand-in/m;
  expect(said.test(output)).toBe(runtime === 'stand-in');
  starter.kill('SIGTERM');
  expect(await ended).toBe(0);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
test('without a display the window opens on a virtual one, and nothing stays when npm is told to end', async ({}, info) => {
  test.skip(process.platform !== 'linux', 'virtual displays are of X');
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, STANDIN_HEADLESS: _headless, ...own } = process.env;
  const profile = info.outputPath('profile');
  // As npm runs it: in a shell, which a signal ends alone.
  const command = `"${process.execPath}" scripts/start.mjs "--profile=${profile}" --remote-debugging-port=0; exit`;
  const shell = spawn('sh', ['-c', command], {
    cwd: ROOT,
    env: { ...own, npm_lifecycle_event: 'start', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  // Comes once the last process that can write there has ended, the virtual display too.
  const silent = new Promise((done) => shell.stderr.once('close', done));
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (text) => (output += text));
  await expect.poll(() => /^DevTools listening on ws:/m.test(output), { timeout: 60_000 }).toBe(true);
  expect(output).toContain('There is no display: the window opens on a virtual one');
  const [line = ''] = /\/xvfb-run\.\w+\/Xauthority/.exec(processes()) ?? [];
  expect(line).not.toBe('');
  shell.kill('SIGTERM');
  await silent;
  await expect.poll(() => processes().includes(line)).toBe(false);
  await expect.poll(() => processes().includes(profile)).toBe(false);
});

/** The command lines of all processes. */
function processes(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}
