import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { runtime } from '../e2e/launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
test('npm start says in one line when it is not on Electron, passes arguments on, and ends when told', async ({}, info) => {
  const profile = info.outputPath('profile');
  const starter = spawn(process.execPath, ['scripts/start.mjs', `--profile=${profile}`, '--lang=en'], {
    cwd: ROOT,
    env: { ...process.env, STANDIN_HEADLESS: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  let output = '';
  starter.stdout.on('data', (text) => (output += text));
  const ended = new Promise((done) => starter.once('exit', done));
  await expect.poll(() => existsSync(join(profile, 'library')), { timeout: 60_000 }).toBe(true);
  const said = /^Electron's binary is not here and cannot be downloaded: .*stand-in/m;
  expect(said.test(output)).toBe(runtime === 'stand-in');
  starter.kill('SIGTERM');
  expect(await ended).toBe(0);
});
