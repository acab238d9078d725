import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

/** The addresses the window is asked to open from now on. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const opened: string[] = [];
    document.addEventListener('copydesk:open-link', (event) => opened.push((event as CustomEvent<string>).detail));
    Object.assign(window, { opened });
  });
const opened = (page: Page) => page.evaluate(() => (window as unknown as { opened: string[] }).opened);

test('an address pasted over words links them, in one step of undo; over an address it replaces it', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Xem báo tỉnh')));
  await body(page).click();
  await page.keyboard.press('End');
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowLeft');
  await paste(page, {
    'text/plain': ' https://baobackan.vn/a ',
    'text/html': '<a href="https://baobackan.vn/a">Báo</a>',
  });
  expect((await desk.story()).body[0]).toMatchObject({
    runs: [{ text: 'Xem báo ' }, { text: 'tỉnh', link: 'https://baobackan.vn/a' }],
  });
  await page.keyboard.press('Control+z');
  expect((await desk.story()).body[0]).toMatchObject({ runs: [{ text: 'Xem báo tỉnh' }] });
  await paste(page, { 'text/plain': 'javascript:alert(1)' });
  await page.keyboard.press('Control+a');
  await paste(page, { 'text/plain': 'https://a.vn/1' });
  await page.keyboard.press('Control+a');
  await paste(page, { 'text/plain': 'https://b.vn/2' });
  const story = await desk.settled();
  const block = story.body[0];
  expect(block && 'runs' in block && block.runs.map(({ text, link }) => [text, link])).toEqual([
    ['Xem báo javascript:alert(1)', 'https://b.vn/2'],
  ]);
});

test('Ctrl with Enter or a click opens a link in the browser; a click alone does not, and nothing navigates', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('a ', { text: 'báo tỉnh', link: 'https://baobackan.vn/' }, ' b')));
  await watch(page);
  const link = body(page).locator('a');
  await link.click();
  expect(await opened(page)).toEqual([]);
  await link.click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+Enter');
  expect(await opened(page)).toEqual(['https://baobackan.vn/', 'https://baobackan.vn/']);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Enter');
  expect((await opened(page)).length).toBe(2);
  expect(page.url()).toBe('https://desk.editor.invalid/');
});

test('where the caret is in a link its address shows, and what can be done; by keyboard, too', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('đầu ', { text: 'báo tỉnh', link: 'https://baobackan.vn/tin' }, ' cuối')));
  await watch(page);
  const popover = page.locator('[data-link-popover]');
  await body(page).click();
  await page.keyboard.press('Home');
  await expect(popover).toHaveCount(0);
  await body(page).locator('a').click();
  await expect(popover).toContainText('https://baobackan.vn/tin');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await opened(page)).toEqual(['https://baobackan.vn/tin']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('baobackan.vn/moi');
  await page.keyboard.press('Enter');
  await expect(popover).toContainText('https://baobackan.vn/moi');
  await popover.getByRole('button', { name: 'Bỏ liên kết' }).click();
  await expect(popover).toHaveCount(0);
  await page.keyboard.type('!');
  const block = (await desk.settled()).body[0];
  expect(block && 'runs' in block && block.runs.every(({ link }) => link === undefined)).toBe(true);
});
