import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../electron-standin/chromium/find.ts';
import { OFFLINE } from '../../electron-standin/chromium/flags.ts';

const ORIGIN = 'https://typing.bench.invalid';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const RIVAL = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Typing</title>
<link rel="stylesheet" href="style.css"></head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>`;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      `--host-resolver-rules=${OFFLINE}`,
      '--no-first-run',
      '--disable-extensions',
      '--force-device-scale-factor=1',
    ],
  });

export type Opened = { page: Page; cdp: CDPSession; faults: string[]; close(): Promise<void> };

/** A built page in a window of its own, read from its folder; nothing else is reachable. `before` runs ahead of it. */
export async function openSite(
  browser: Browser,
  folder: string,
  before?: (page: Page) => Promise<void>,
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
    if (!file.startsWith(folder)) return route.abort();
    if (existsSync(file)) return route.fulfill({ contentType, body: readFileSync(file) });
    return pathname === '/' ? route.fulfill({ contentType, body: RIVAL }) : route.abort();
  });
  await before?.(page);
  await page.goto(`${ORIGIN}/`);
  const cdp = await context.newCDPSession(page);
  return { page, cdp, faults, close: () => context.close() };
}
