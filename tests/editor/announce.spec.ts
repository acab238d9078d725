import type { Page } from '@playwright/test';
import { figure, item, paragraph } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

/** What was announced since the last look, in order; the region is watched from when it is there. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const region = document.querySelector('body > [role="status"][aria-live="polite"]') as HTMLElement;
    const heard: string[] = [];
    new MutationObserver(() => heard.push((region.textContent ?? '').replace(/\u200b/g, ''))).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { heard });
  });
/** Waits until exactly this has been announced since. */
const hears = async (page: Page, ...messages: (string | RegExp)[]) => {
  const read = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(async () => (await read()).length).toBe(messages.length);
  const said = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  for (const [index, message] of messages.entries())
    if (typeof message === 'string') expect(said[index]).toBe(message);
    else expect(said[index]).toMatch(message);
};

test('kinds of blocks, formats, levels, undo and redo, and blocks that come and go are announced', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Chợ phiên'), item('một'), figure()));
  await body(page).locator('p').first().click();
  await listen(page);
  await page.keyboard.type(' đông');
  await page.keyboard.press('Control+Shift+9');
  await hears(page, 'Trích dẫn.');
  await page.keyboard.press('Control+z');
  await hears(page, 'Đã hoàn tác. Đoạn văn.');
  await page.keyboard.press('Control+Shift+z');
  await hears(page, 'Đã làm lại. Trích dẫn.');
  await page.keyboard.press('Control+b');
  await hears(page, 'Đã bật: Chữ đậm.');
  await page.keyboard.press('Control+b');
  await hears(page, 'Đã tắt: Chữ đậm.');

  await body(page).locator('li').click();
  await page.keyboard.press('Tab');
  await hears(page, 'Cấp 2.');
  await page.keyboard.press('Shift+Tab');
  await hears(page, 'Cấp 1.');

  await page.evaluate(() => window.harness.session.run({ kind: 'insert', block: 'divider' }));
  await hears(page, /^Đã thêm: /);
  await page.keyboard.press('Control+z');
  await hears(page, /^Đã hoàn tác\. Đã bỏ: /);
  await desk.settled();
});

test('a story that opens says nothing, and neither does the next one', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('a'), figure(), figure()));
  await listen(page);
  await body(page).locator('p').first().click();
  await desk.open(storyOf(paragraph('b'), figure()));
  await page.keyboard.press('Control+z'); // nothing to undo
  await page.waitForTimeout(100);
  expect(await page.locator('body > [role="status"]').allTextContents()).toEqual(['']);
});

test('Tab leaves the body, and a list where there is no level to go; after Escape always', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(item('một'), item('hai')));
  const isInBody = () => page.evaluate(() => 'body' in (document.activeElement as HTMLElement).dataset);
  const indents = async () => (await desk.story()).body.map((block) => 'indent' in block && block.indent);
  await body(page).locator('li').last().click();
  await page.keyboard.press('Tab');
  expect(await isInBody()).toBe(true);
  expect(await indents()).toEqual([0, 1]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await isInBody()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await isInBody()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  expect(await indents()).toEqual([0, 0]);
  await page.keyboard.press('Shift+Tab');
  expect(await isInBody()).toBe(false);
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.field)).toBe('date');
});

test('the toolbar is one stop: Alt+F10 leads there, arrows along it, Escape back to the caret', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một')));
  await body(page).click();
  await page.keyboard.press('End');
  const active = () => page.evaluate(() => (document.activeElement as HTMLElement).ariaLabel);
  await page.keyboard.press('Alt+F10');
  const first = await active();
  expect(await page.getByRole('toolbar', { name: 'Định dạng' }).locator(':focus').count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  expect(await active()).not.toBe(first);
  expect(await page.getByRole('toolbar', { name: 'Định dạng' }).first().locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.type(' hai');
  expect((await desk.settled()).body[0]).toMatchObject({ runs: [{ text: 'một hai' }] });
});
