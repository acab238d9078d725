import type { ElectronApplication, Page } from '@playwright/test';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

/** A window's page dies as Chromium lets one die: by its own command. Its answer never comes. */
async function crash(window: Page): Promise<void> {
  const session = await window.context().newCDPSession(window);
  session.send('Page.crash').catch(() => undefined);
}

/** The page that main loads in the place of the dead one, once it has its story. */
async function textAgain(app: ElectronApplication): Promise<{ body: string; said: string }> {
  const read = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      return page?.executeJavaScript(`({
        body: document.querySelector('[data-body], [contenteditable=true]')?.innerText ?? '',
        said: [...document.querySelectorAll('[role=alert]')].map((one) => one.innerText).join(' '),
      })`) as Promise<{ body: string; said: string }>;
    });
  let found = { body: '', said: '' };
  await expect
    .poll(async () => {
      found = await read().catch(() => found);
      return found.body && found.said;
    })
    .toContain('The window failed');
  return found;
}

test('a page that dies in the middle of typing: at most the last second is missing, and it is said', async ({
  launch,
}) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  // Numbered words, each with the instant at which the page had it in its text.
  const typed: { word: string; at: number }[] = [];
  const typing = (async () => {
    for (let number = 100; number < 400; number += 1) {
      await window.keyboard.insertText(`chữ${number} `);
      typed.push({ word: `chữ${number}`, at: Date.now() });
      await window.waitForTimeout(25);
    }
  })().catch(() => undefined);
  await expect.poll(() => typed.length).toBeGreaterThan(80);
  const at = Date.now();
  await crash(window);
  await typing;
  const { body, said } = await textAgain(app);
  // A quarter of a second for the way from this process's clock to the page's timers.
  const missing = typed.filter(({ word, at: when }) => when < at - 1250 && !body.includes(word));
  expect(missing).toEqual([]);
  expect(typed.filter(({ word }) => body.includes(word)).length).toBeGreaterThan(40);
  expect(said).toMatch(/every word typed up to \d\d:\d\d:\d\d/);
});
