import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { expect, storyOf, test } from './page.ts';

const TEXT = 'Theo ông Nguyễn Văn An, dưa ở Pác Nặm được giá.';
const caption = (page: Page) => page.locator('[data-figure-text="caption"]');
const names = (page: Page) => page.getByRole('listbox', { name: 'Tên người, địa danh trong bài' });

test('names of the story are offered under a caption, and taken with Tab or Enter', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(TEXT), figure('')));
  await caption(page).click();
  await page.keyboard.type('Ông nguyen v');
  await expect(names(page).getByRole('option')).toHaveText(['Nguyễn Văn An']);
  await expect(caption(page)).toHaveAttribute('aria-activedescendant', /.+/);
  expect((await new AxeBuilder({ page }).include('[data-body]').analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(caption(page)).toHaveValue('Ông Nguyễn Văn An');
  await expect(caption(page)).toBeFocused();
  await expect(names(page)).toHaveCount(0);
  await page.keyboard.type(' ở Pa');
  await expect(names(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(caption(page)).toHaveValue('Ông Nguyễn Văn An ở Pác Nặm');
  // One step back: what was typed.
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveValue('Ông Nguyễn Văn An ở Pa');
  expect((await desk.settled()).body[1]).toMatchObject({ caption: 'Ông Nguyễn Văn An ở Pa' });
});

test('Escape closes the list for that word; typing goes on, and Tab leaves the field', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(TEXT), figure('')));
  await caption(page).click();
  await page.keyboard.type('Nguy');
  await expect(names(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(names(page)).toHaveCount(0);
  await page.keyboard.type('ễn');
  await page.keyboard.press('Tab');
  await expect(caption(page)).not.toBeFocused();
  await expect(caption(page)).toHaveValue('Nguyễn');
});

test('nothing is offered while an input method composes', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph(TEXT), figure('')));
  await caption(page).click();
  await cdp.send('Input.imeSetComposition', { text: 'Nguye', selectionStart: 5, selectionEnd: 5 });
  await expect(caption(page)).toHaveValue('Nguye');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await expect(names(page)).toHaveCount(0);
  await cdp.send('Input.insertText', { text: 'Nguyễ' });
  await expect(names(page)).toBeVisible();
});

test('what is wrong with a text stands under it; a credit goes where it belongs, in one step', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(TEXT), figure('Ông Nguyễn Văn Ân. (Ảnh: Tùng Vân)')));
  await expect(page.getByText('“Nguyễn Văn Ân”, trong bài là “Nguyễn Văn An”')).toBeVisible();
  await page.locator('[data-figure-text="credit"]').fill('');
  await page.getByRole('button', { name: 'Chuyển sang ô nguồn' }).click();
  await expect(caption(page)).toHaveValue('Ông Nguyễn Văn Ân.');
  await expect(caption(page)).toBeFocused();
  await expect(page.locator('[data-figure-text="credit"]')).toHaveValue('Ảnh: Tùng Vân');
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveValue('Ông Nguyễn Văn Ân. (Ảnh: Tùng Vân)');
});

test('the length of a caption is told when it comes near its limit', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(figure('')));
  const length = page.locator('[data-length="caption"]');
  await caption(page).fill('dưa '.repeat(20).trim());
  await expect(length).toBeHidden();
  await caption(page).fill('dưa '.repeat(50).trim());
  await expect(length).toHaveText('199/220 ký tự, 50 chữ');
  await caption(page).fill('dưa '.repeat(60).trim());
  await expect(length).toHaveText('239/220 ký tự, 60 chữ: dài quá');
});
