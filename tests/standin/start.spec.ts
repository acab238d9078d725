import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './app.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test('npm start says in one line on what it runs, passes arguments on, and ends when it is told to', async ({
  // only for its rule on when to run
  start: _start,
}, info) => {
  const profile = info.outputPath('profile');
  const starter = spawn(process.execPath, ['scripts/start.mjs', `--profile=${profile}`, '--lang=en'], {
    cwd: ROOT,
    env: { ...process.env, STANDIN_HEADLESS: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  let output = '';
  starter.stdout.on('data', (text) => (output += text));
  const ended = new Promise((done) => starter.once('exit', done));
  await expect.poll(() => existsSync(join(profile, 'library')), { timeout: 60_000 }).toBe(true);
  expect(output.trim().split('\n').at(-1)).toMatch(
    /^Electron's binary is not here and cannot be downloaded: .*stand-in/,
  );
  starter.kill('SIGTERM');
  expect(await ended).toBe(0);
});
