// The fixture of every spec: starts the program, and cleans up behind it.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication } from '@playwright/test';
import { gone, isGone, type Launched, type LaunchOptions, start } from './start.ts';

type Fixtures = { launch: (options?: LaunchOptions) => Promise<Launched> };

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  launch: async ({}, use, info) => {
    const running: { app: ElectronApplication; main: ChildProcess }[] = [];
    const folders: string[] = [];
    let output = '';
    await use(async (options = {}) => {
      const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'profile-'));
      if (options.profile === undefined) folders.push(profile);
      const started = await start({ ...options, profile }, (text) => {
        output += text;
      });
      running.push(started);
      return started;
    });
    for (const { app, main } of running) {
      if (isGone(main)) continue;
      await Promise.race([app.close().catch(() => {}), new Promise((done) => setTimeout(done, 5000))]);
      if (!isGone(main)) main.kill('SIGKILL');
      await gone(main);
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (info.status !== info.expectedStatus)
      await info.attach('main process', { body: output, contentType: 'text/plain' });
  },
});

export { expect } from '@playwright/test';
export { type Launched, type LaunchOptions, runtime } from './start.ts';
