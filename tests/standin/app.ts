// The probe app, started as every spec starts the program.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, type Launched, type LaunchOptions } from '../e2e/launch.ts';

type ProbeApi = {
  plain: { list: unknown[]; when: Date };
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  send: (channel: string, ...args: unknown[]) => void;
  on: (channel: string, listener: (...args: never[]) => void) => () => void;
  add: (left: number, right: number) => number;
  later: (value: unknown) => Promise<unknown>;
  fail: () => void;
  twice: (callback: (value: number) => number) => number;
  kind: (value: unknown) => string;
  echo: (value: unknown) => unknown;
  pathOf: (file: unknown) => string;
  argv: () => string[];
  need: (name: string) => string;
};
declare global {
  interface Window {
    probe: ProbeApi;
  }
}

export const PROBE = join(import.meta.dirname, 'probe');
export const STANDIN = join(import.meta.dirname, '../electron-standin/electron');

type Fixtures = { start: (options?: LaunchOptions) => Promise<Launched> };

/** Specs of the stand-in itself: on it even where Electron is here. */
export const test = base.extend<Fixtures>({
  start: async ({ launch }, use) => {
    await use((options = {}) => launch({ app: PROBE, on: 'stand-in', ...options }));
  },
});

/** What the main process noted, as [name, …details]. */
export const seen = ({ app }: Launched): Promise<unknown[][]> =>
  app.evaluate(() => (globalThis as unknown as { probe: { seen: unknown[][] } }).probe.seen);

/** Opens one more window of the probe. */
export async function openWindow({ app }: Launched, options: object): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(
      (_electron, given) => (globalThis as never as { probe: { open: (o: object) => void } }).probe.open(given),
      options,
    ),
  ]);
  await page.waitForURL(/page\.html/);
  return page;
}

export { expect } from '@playwright/test';
