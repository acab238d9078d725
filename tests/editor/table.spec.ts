import type { Page } from '@playwright/test';
import type { Story, Table } from '../../story/model.ts';
import { paragraph, table, texts } from '../unit/schema/editing.ts';
import { preedit, UNIKEY, unikey } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
const tableOf = (story: Story): Table => story.body.find((block): block is Table => block.type === 'table') as Table;
const menu = async (page: Page, name: string) => {
  await page.locator('fieldset').hover();
  await page.getByRole('button', { name: 'Sửa bảng' }).click();
  await page.getByRole('menu').getByText(name, { exact: true }).click();
  await expect(page.locator('[data-cell]:focus, [data-body]:focus')).toHaveCount(1);
};
const pasteInto = (page: Page, data: Record<string, string>) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, data);

test('put in from the menu, written in cell by cell with Tab, a row added behind the last, all of it undone', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai')));
  await body(page).locator('p').first().click();
  await page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name: 'Khối khác' }).click();
  await page.getByRole('menuitem', { name: 'Bảng' }).click();
  await expect(cell(page, 0, 0)).toBeFocused();
  for (const text of ['Xã', 'Hộ', 'Tỷ lệ', 'Bản Thi', '120', '12%', 'Yên Thượng', '95', '9%', 'Đồng Lạc']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  const story = await desk.settled();
  expect(tableOf(story)).toMatchObject({
    header: true,
    rows: [
      ['Xã', 'Hộ', 'Tỷ lệ'],
      ['Bản Thi', '120', '12%'],
      ['Yên Thượng', '95', '9%'],
      ['Đồng Lạc', '', ''],
    ],
  });
  await expect(cell(page, 3, 1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(tableOf(await desk.settled()).rows).toHaveLength(3);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  expect(await desk.settled()).toEqual(story);
});

test('arrows, Enter and Shift+Tab go through the cells and out of the table', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), table(['a', 'b'], ['c', 'd']), paragraph('hai')));
  await cell(page, 0, 0).click();
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 1, 0)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 1, 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 0)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.insertText('x');
  expect(tableOf(await desk.settled()).rows).toEqual([
    ['a', 'b'],
    ['\nx', 'd'],
  ]);
  await page.keyboard.press('ArrowDown');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('0');
  await cell(page, 1, 1).click();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('1');
  await cell(page, 1, 1).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-selected]')).toHaveCount(1);
  await page.keyboard.press('Delete');
  expect(texts((await desk.settled()).body)).toEqual(['một', '10hai']);
});

test('rows and columns are put in, moved and taken out, and the headers set, from the menu', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(table(['a', 'b'], ['c', 'd'])));
  await cell(page, 1, 1).click();
  await menu(page, 'Thêm hàng phía trên');
  await expect(cell(page, 1, 1)).toBeFocused();
  await menu(page, 'Thêm cột bên trái');
  await page.keyboard.insertText('mới');
  expect(tableOf(await desk.settled()).rows).toEqual([
    ['a', '', 'b'],
    ['', 'mới', ''],
    ['c', '', 'd'],
  ]);
  await menu(page, 'Chuyển hàng lên');
  await menu(page, 'Chuyển cột sang trái');
  expect(tableOf(await desk.settled()).rows).toEqual([
    ['mới', '', ''],
    ['', 'a', 'b'],
    ['', 'c', 'd'],
  ]);
  await menu(page, 'Xóa hàng');
  await menu(page, 'Xóa cột');
  await menu(page, 'Hàng đầu là tiêu đề');
  await menu(page, 'Cột đầu là tiêu đề');
  const { rows, header, headerColumn } = tableOf(await desk.settled());
  expect({ rows, header, headerColumn }).toEqual({
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    header: false,
    headerColumn: true,
  });
  await menu(page, 'Bỏ bảng khỏi bài');
  expect((await desk.settled()).body.map((block) => block.type)).toEqual(['paragraph']);
});

test('cells from a spreadsheet fill the table from the cell on; other text stays in it', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(table(['a', 'b'], ['c', 'd'])));
  await cell(page, 1, 1).click();
  await pasteInto(page, { 'text/plain': '1\t2\n3\t4\n', 'text/html': '' });
  const filled = [
    ['a', 'b', ''],
    ['c', '1', '2'],
    ['', '3', '4'],
  ];
  expect(tableOf(await desk.settled()).rows).toEqual(filled);
  await expect(cell(page, 1, 1)).toBeFocused();
  await page.keyboard.press('Control+z');
  expect(tableOf(await desk.settled()).rows).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  await cell(page, 0, 0).click();
  await page.keyboard.press('End');
  await pasteInto(page, { 'text/plain': ' một\nhai' });
  expect(tableOf(await desk.settled()).rows[0]).toEqual(['a một\nhai', 'b']);
});

test('input methods write in a cell as in any field', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(table(['', ''], ['', ''])));
  await cell(page, 0, 0).click();
  await unikey(page);
  await cell(page, 0, 1).click();
  await preedit(cdp, 'B', 'Bă');
  await page.evaluate(() => window.harness.session.flush('quiet'));
  await preedit(cdp, 'Bắc');
  await cdp.send('Input.insertText', { text: 'Bắc' });
  expect(tableOf(await desk.settled()).rows[0]).toEqual([UNIKEY, 'Bắc']);
});

test('a comment on words of a cell is found there again, also when a row has come above', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(table(['a', 'b'], ['c', 'cần hỏi lại'])));
  await cell(page, 1, 1).selectText();
  const id = await page.evaluate(() => window.harness.session.addComment('Ai?', { name: 'Lan', fingerprint: 'x' }));
  await menu(page, 'Thêm hàng phía trên');
  await body(page).press('Escape');
  await page.evaluate((thread) => window.harness.session.reveal(thread as string), id);
  await expect(cell(page, 2, 1)).toBeFocused();
});
