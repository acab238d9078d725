import { spawn } from 'node:child_process';
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
