import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { type Browser, test as base, type CDPSession, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { type Block, emptyStory, type Story } from '../../story/model.ts';
import { findChromium } from '../electron-standin/chromium/find.ts';
import { FEATURES_OFF, OFFLINE } from '../electron-standin/chromium/flags.ts';
import type { Harness } from './harness/main.tsx';

declare global {
  interface Window {
    harness: Harness;
  }
}

/** The program's own content policy, read from where it stands (that file needs Electron to be imported). */
const POLICY = [
  ...(
    /CONTENT_SECURITY_POLICY = \[([^\]]*)\]/.exec(readFileSync('main/shell/protocol.ts', 'utf8'))?.[1] ?? ''
  ).matchAll(/"(.*?)"/g),
]
  .map(([, directive]) => directive)
  .join('; ');

if (!POLICY.includes("style-src 'self'")) throw new Error('the content policy was not found');

const ORIGIN = 'https://desk.editor.invalid';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
/** The smallest PNG, for every photo. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const AT = '2026-01-05T03:00:00.000Z';
export const storyOf = (...body: Block[]): Story => ({ ...emptyStory('vi', AT), body });

export type Desk = {
  page: Page;
  cdp: CDPSession;
  open(story: Story): Promise<void>;
  story(): Promise<Story>;
  /** Ends typing: everything saved; checks that what is shown, what is held and what is stored are one. */
  settled(): Promise<Story>;
};

/** The editing surface, built by vite, in a real Chromium under the program's own content policy. No server, no network. */
export const test = base.extend<{ desk: Desk }, { site: string; chrome: Browser }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const out = mkdtempSync(join(tmpdir(), 'copydesk-editor-'));
      await build({
        configFile: false,
        logLevel: 'error',
        root: resolve(import.meta.dirname, 'harness'),
        base: './',
        plugins: [react()],
        worker: { format: 'es' },
        build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
      });
      await use(out);
      rmSync(out, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  chrome: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: findChromium(),
        args: [
          ...['--no-sandbox', '--disable-gpu', '--no-first-run', `--host-resolver-rules=${OFFLINE}`],
          `--disable-features=${FEATURES_OFF.join(',')}`,
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  desk: async ({ site, chrome }, use) => {
    const context = await chrome.newContext({
      viewport: { width: 1000, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/media/')) return route.fulfill({ contentType: 'image/png', body: PIXEL });
      const file = join(site, pathname === '/' ? 'index.html' : pathname);
      if (!file.startsWith(site) || !existsSync(file)) return route.abort();
      return route.fulfill({
        contentType: TYPES[extname(file)] ?? 'application/octet-stream',
        headers: { 'Content-Security-Policy': POLICY },
        body: readFileSync(file),
      });
    });
    await page.goto(`${ORIGIN}/`);
    const story = () => page.evaluate(() => window.harness.story());
    await use({
      page,
      cdp: await context.newCDPSession(page),
      story,
      async open(next) {
        await page.evaluate((given) => window.harness.open(given), next);
        await page.locator('[data-body]').waitFor();
      },
      async settled() {
        const ended = await page.evaluate(async () => {
          const { harness } = window;
          const flushed = await harness.session.flush('switch');
          return { flushed, story: harness.story(), shown: harness.shown(), stored: harness.stored() };
        });
        test.expect(ended.flushed.ok).toBe(true);
        test.expect(ended.stored).toEqual(ended.story);
        test.expect(ended.shown).toEqual(ended.story.body);
        return ended.story;
      },
    });
    await context.close();
    test.expect(faults).toEqual([]);
  },
});
export const { expect } = test;

export const body = (page: Page) => page.locator('[data-body]');
export const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
