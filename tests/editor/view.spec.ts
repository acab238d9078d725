import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const story = () => storyOf(...Array.from({ length: 60 }, (_, n) => paragraph(`Đoạn ${n}: mưa lũ ở Bắc Kạn.`)));
const show = (page: Page, patch: object) => page.evaluate((wanted) => window.harness.view(wanted), patch);
/** How far the caret's line is from the middle of what scrolls, in pixels. */
const off = (page: Page) =>
  page.evaluate(() => {
    const frame = (document.querySelector('[data-scroll]') as HTMLElement).getBoundingClientRect();
    // At an element's edge a caret has no rectangle of its own.
    const line = getSelection()?.anchorNode;
    const element = line instanceof HTMLElement ? line : (line?.parentElement as HTMLElement);
    const caret = element.getBoundingClientRect();
    return Math.abs(Math.round((caret.top + caret.bottom - frame.top - frame.bottom) / 2));
  });

test('the focus mode marks the paragraph with the caret and no other, and stays readable', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  await show(page, { focus: true });
  const current = body(page).locator('[data-current]');
  await body(page).getByText('Đoạn 1:').click();
  await expect(current).toHaveText(/^Đoạn 1:/);
  await page.keyboard.press('ArrowDown');
  await expect(current).toHaveText(/^Đoạn 2:/);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mới');
  await expect(current).toHaveText('Mới');
  await page.evaluate(() => window.harness.session.run({ kind: 'heading', level: 2 }));
  await expect(current).toHaveText('Mới');
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  await show(page, { focus: false });
  await expect(current).toHaveCount(0);
  await desk.settled();
});

test('the typewriter mode keeps the line in the middle, also the first and the last, and waits for a composition', async ({
  desk,
}) => {
  const { page, cdp } = desk;
  await desk.open(story());
  await show(page, { typewriter: true });
  await body(page).getByText('Đoạn 3:').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' a');
  await expect.poll(() => off(page)).toBeLessThan(4);
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowDown');
  await expect.poll(() => off(page)).toBeLessThan(4);
  await page.keyboard.press('Control+End');
  await expect.poll(() => off(page)).toBeLessThan(4);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => off(page)).toBeLessThan(4);
  const before = await page.evaluate(() => document.querySelector('[data-scroll]')?.scrollTop);
  await page.evaluate(() => document.querySelector('[data-scroll]')?.scrollBy(0, -60));
  await preedit(cdp, 'B', 'Ba', 'Bắ');
  expect(await off(page)).toBeGreaterThan(40);
  await cdp.send('Input.insertText', { text: 'Bắc' });
  await expect.poll(() => off(page)).toBeLessThan(4);
  expect(await page.evaluate(() => document.querySelector('[data-scroll]')?.scrollTop)).toBe(before);
  await desk.settled();
});

test('the zoom is of the text alone, and keeps its measure', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  const measure = () =>
    page.evaluate(() => {
      const line = document.querySelector('[data-body] p') as HTMLElement;
      const size = Number.parseFloat(getComputedStyle(line).fontSize);
      const article = document.querySelector('article') as HTMLElement;
      const { maxWidth } = getComputedStyle(article);
      return { size, em: Math.round((Number.parseFloat(maxWidth) - 48) / size) };
    });
  const plain = await measure();
  await show(page, { zoom: 2 });
  expect(await measure()).toEqual({ size: plain.size * 2, em: plain.em });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
