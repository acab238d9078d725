import type { Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const WORDS = 'Diện tích 12 m2, CO2, đã bỏ, cần xem';

/** Selects a stretch of the only paragraph with the keyboard. */
async function select(page: Page, words: string): Promise<void> {
  const start = WORDS.indexOf(words);
  await page.keyboard.press('Home');
  for (let n = 0; n < start; n++) await page.keyboard.press('ArrowRight');
  for (let n = 0; n < words.length; n++) await page.keyboard.press('Shift+ArrowRight');
}

test('every format by the menu or its keys, on and off, shown as what it is', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(WORDS)));
  await body(page).locator('p').click();
  const more = page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name: 'Định dạng khác' });
  const choose = async (name: string) => {
    await more.click();
    await page.getByRole('menuitemcheckbox', { name }).click();
    await expect(body(page)).toBeFocused();
  };
  await select(page, 'Diện tích');
  await page.keyboard.press('Control+u');
  await select(page, 'đã bỏ');
  await page.keyboard.press('Control+Shift+X');
  await page.keyboard.press('Home');
  for (let n = 0; n < 14; n++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await choose('Chỉ số trên');
  await select(page, 'cần xem');
  await page.keyboard.press('Control+Shift+M');
  await expect(body(page).locator('sup')).toHaveText('2');
  await expect(body(page).locator('mark')).toHaveText('cần xem');
  await expect(body(page).getByText('đã bỏ')).toHaveCSS('text-decoration-line', 'line-through');
  await expect(body(page).getByText('Diện tích')).toHaveCSS('text-decoration-line', 'underline');
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [
      { text: 'Diện tích', underline: true },
      { text: ' 12 m' },
      { text: '2', superscript: true },
      { text: ', CO2, ' },
      { text: 'đã bỏ', strike: true },
      { text: ', ' },
      { text: 'cần xem', check: true },
    ],
  });
  await more.click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Đánh dấu cần kiểm tra' })).toBeChecked();
  await page.keyboard.press('Escape');
  await choose('Đánh dấu cần kiểm tra');
  await page.keyboard.press('Control+z');
  await expect(body(page).locator('mark')).toHaveText('cần xem');
  await page.keyboard.press('Control+Shift+z');
  await expect(body(page).locator('mark')).toHaveCount(0);
});

test('pasted formats are kept where a story has them', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await paste(page, {
    'text/html': '<p>H<sub>2</sub>O, m<sup>2</sup>, <u>gạch</u>, <s>bỏ</s>, <code>mã</code></p>',
  });
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [
      { text: 'H' },
      { text: '2', subscript: true },
      { text: 'O, m' },
      { text: '2', superscript: true },
      { text: ', ' },
      { text: 'gạch', underline: true },
      { text: ', ' },
      { text: 'bỏ', strike: true },
      { text: ', mã' },
    ],
  });
});

test('a quotation pasted with its source is a quote and an attribution', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await paste(page, {
    'text/html':
      '<p>Đầu.</p><blockquote><p>Vui lắm.</p><footer>Bà Mến</footer></blockquote>' +
      '<figure class="wp-block-pullquote"><blockquote><p>Được giá</p><cite>Ông Sủ</cite></blockquote></figure><p>Cuối.</p>',
  });
  const story = await desk.settled();
  expect(story.body.map((block) => [block.type, 'runs' in block ? block.runs[0]?.text : ''])).toEqual([
    ['paragraph', 'Đầu.'],
    ['quote', 'Vui lắm.'],
    ['attribution', 'Bà Mến'],
    ['pullquote', 'Được giá'],
    ['attribution', 'Ông Sủ'],
    ['paragraph', 'Cuối.'],
  ]);
});

test('a format that is switched on or off waits for the words, however long', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Chợ ')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  const wait = () => page.waitForTimeout(400); // longer than Lexical remembers a format by itself
  await page.keyboard.press('Control+b');
  await wait();
  await page.keyboard.type('đậm');
  await wait();
  await page.keyboard.press('Control+b');
  await wait();
  await page.keyboard.type(' nhạt');
  const [block] = (await desk.settled()).body;
  expect(block).toMatchObject({ runs: [{ text: 'Chợ ' }, { text: 'đậm', bold: true }, { text: ' nhạt' }] });
});
