import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Chèn khối' });
const options = (page: Page) => list(page).getByRole('option');
const marked = (page: Page) => list(page).locator('[aria-selected="true"]');
/** Types "/" and what follows in the last paragraph. */
const slash = async (page: Page, filter = '') => {
  await body(page).locator('p').last().click();
  await page.keyboard.type(`/${filter}`);
};

test('"/" in an empty paragraph offers every block; the keys choose, and one undo takes it all back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Chợ phiên'), paragraph()));
  await slash(page);
  await expect(options(page)).toHaveCount(13);
  await expect(marked(page)).toHaveText(/^Đoạn văn/);
  await page.keyboard.press('ArrowUp');
  await expect(marked(page)).toHaveText(/^Chèn ảnh/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
  await expect(marked(page)).toHaveText(/^Tít xen lớn/);
  expect(await body(page).getAttribute('aria-activedescendant')).toBe(await marked(page).getAttribute('id'));
  expect(await body(page).getAttribute('aria-controls')).toBe(await list(page).getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(list(page)).toHaveCount(0);
  expect(await body(page).getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.type('Đông vui');
  expect((await desk.settled()).body).toMatchObject([
    { type: 'paragraph' },
    { type: 'heading', level: 2, runs: [{ text: 'Đông vui' }] },
  ]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).body[1]).toMatchObject({ type: 'paragraph', runs: [{ text: '/' }] });
  await expect(list(page)).toHaveCount(0);
});

test('it is filtered in both languages and without diacritics; the best comes first', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  const finds = async (filter: string, first: RegExp) => {
    await slash(page, filter);
    await expect(options(page).first()).toHaveText(first);
    await page.keyboard.press('Escape');
    await expect(list(page)).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  };
  await finds('trich', /^Trích dẫn/);
  await finds('quote', /^Trích dẫn/);
  await finds('trích dẫn', /^Trích dẫn/);
  await finds('TABLE', /^Bảng/);
  await finds('gach dau', /^Danh sách/);
  await finds('anh', /^Chèn ảnh/);
  await finds('h3', /^Tít xen nhỏ/);
});

test('what is put in stands in the paragraph’s place, by Tab and by the mouse; one undo gives "/" back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('a'), paragraph()));
  await slash(page, 'bang');
  await expect(marked(page)).toHaveText(/^Bảng/);
  await page.keyboard.press('Tab');
  expect((await desk.settled()).body.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph']);
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).body).toMatchObject([{ type: 'paragraph' }, { runs: [{ text: '/bang' }] }]);
  for (let n = 0; n < 5; n++) await page.keyboard.press('Backspace');
  await slash(page);
  await options(page).filter({ hasText: 'Trích dẫn' }).first().hover();
  await expect(marked(page)).toHaveText(/^Trích dẫn/);
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.type('Vui lắm');
  expect((await desk.settled()).body[1]).toMatchObject({ type: 'quote', runs: [{ text: 'Vui lắm' }] });
  // Nothing holds the keys any longer.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hết');
  expect((await desk.settled()).body.length).toBe(3);
});

test('the photo is the desk’s to ask for, the embed’s address the dialog’s', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await slash(page, 'photo');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.harness.asked)).toEqual(['photo']);
  expect((await desk.settled()).body).toMatchObject([{ runs: [] }]);
  await page.keyboard.type('/youtube');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('https://www.youtube.com/watch?v=abc');
  await page.keyboard.press('Enter');
  await expect(body(page)).toBeFocused();
  expect((await desk.settled()).body.map(({ type }) => type)).toEqual(['embed', 'paragraph']);
});

test('a slash in a text, Escape and a filter that finds nothing leave what is typed, and every key', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  for (const text of ['14/06/2021', '80km/h', 'và/hoặc', '/.', '/ Nguồn']) {
    await page.keyboard.type(text);
    await expect(list(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('/tr');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('i');
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  // Where what is typed finds nothing it goes, and comes back where it finds something again.
  await page.keyboard.type('/bax');
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await page.keyboard.press('Backspace');
  await expect(list(page)).toHaveCount(0);
  const texts = (await desk.settled()).body.map((block) =>
    'runs' in block ? (block.runs[0]?.text ?? '') : block.type,
  );
  expect(texts).toEqual(['14/06/2021', '80km/h', 'và/hoặc', '/.', '/ Nguồn', '/tri', '/bxa', '']);
});

test('an input method composes the filter undisturbed, and keeps its keys', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph()));
  await slash(page);
  // As an input method does: the key goes before its composition.
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await preedit(cdp, 't', 'tr', 'tri', 'tric', 'trich', 'trích');
  await expect(options(page).first()).toHaveText(/^Trích dẫn/);
  // Enter of the composition is the input method's.
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(list(page)).toBeVisible();
  await cdp.send('Input.insertText', { text: 'trích' });
  expect((await desk.story()).body).toMatchObject([{ type: 'paragraph', runs: [{ text: '/trích' }] }]);
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await preedit(cdp, 'đ', 'đo', 'đô', 'đôn', 'đông');
  await cdp.send('Input.insertText', { text: 'đông' });
  expect((await desk.settled()).body).toMatchObject([{ type: 'quote', runs: [{ text: 'đông' }] }]);
});

test('chosen by the mouse while an input method composes, nothing of the filter stays', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph()));
  await slash(page);
  await preedit(cdp, 'b', 'bả', 'bản', 'bảng');
  await options(page).filter({ hasText: 'Bảng' }).click();
  expect((await desk.settled()).body.map(({ type }) => type)).toEqual(['table', 'paragraph']);
});
