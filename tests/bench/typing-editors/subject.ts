import type { Browser, Page } from '@playwright/test';
import type { Story } from '../../../story/model.ts';
import { isTextBlock, plainText } from '../../../story/model.ts';
import { behind, type Checks, installBridge } from './bridge.ts';
import { countRenders } from './react-renders.ts';
import { type Opened, openSite } from './site.ts';

/** An editor to measure: its built page, and one paragraph there. */
export type Subject = { name: string; folder: string; paragraph: string };

export const APP = 'app';
const LONGEST_OPENING_MS = 60_000;
export const APP_PARAGRAPH = '[data-body] > p';

/** The page is there, and as soon as `open` has run, the story is in it and painted. */
export type Ready = Opened & { open(): Promise<void> };

/** A page that is ready to open the story. With `counting`, React's renders are counted in it; `checks`: see `behind`. */
export async function readyFor(
  browser: Browser,
  subject: Subject,
  story: Story,
  { counting = false, checks = 'usual' }: { counting?: boolean; checks?: Checks } = {},
): Promise<Ready> {
  const isApp = subject.name === APP;
  const opened = await openSite(browser, subject.folder, async (page) => {
    if (counting) await page.addInitScript(countRenders);
    if (isApp) await page.addInitScript(installBridge, behind(story, checks));
  });
  const { page } = opened;
  if (isApp) await beginApp(page);
  else await page.waitForFunction(() => 'bench' in window);
  await page.evaluate(
    (texts) => Object.assign(window, { texts }),
    story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : '')),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { ...opened, open: () => openStory(page, subject.paragraph) };
}

/** The window as somebody has it who looks at everything: library on the left, the story's tab on the right. */
async function beginApp(page: Page): Promise<void> {
  await page.locator(APP_PARAGRAPH).first().waitFor();
  await page.locator('[data-row="1"]').waitFor();
  if ((await page.locator('[data-pane="inspector"]').count()) === 0) await page.keyboard.press('Control+Alt+i');
  await page.locator('[data-pane="inspector"]').waitFor();
}

/** The app opens the second story of its library, as a click there does. */
async function openStory(page: Page, paragraph: string): Promise<void> {
  await page.evaluate(
    async ([selector, limit]) => {
      const { bench, texts } = window as unknown as { bench?: { open(texts: string[]): void }; texts: string[] };
      if (bench) bench.open(texts);
      else document.querySelector<HTMLElement>('[data-row="1"]')?.click();
      const frame = () => new Promise(requestAnimationFrame);
      const until = performance.now() + limit;
      while (document.querySelectorAll(selector).length < texts.length) {
        if (performance.now() > until) throw new Error('the story was not shown in time');
        await frame();
      }
      await frame();
      await frame();
    },
    [paragraph, LONGEST_OPENING_MS] as const,
  );
}
