import type { Page } from '@playwright/test';
import { newId } from '../../story/ids.ts';
import type { LetterCase } from '../../story/text/letterCase.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { body, expect, field, storyOf, test } from './page.ts';

/** As the menu does it: by then the browser has told of a moved caret. */
const change = (page: Page, to: LetterCase) =>
  page.evaluate(async (kind) => {
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    return window.harness.changeCase(kind);
  }, to);

test('a headline in title case and in sentence case, each one step of undo, the selection kept', async ({ desk }) => {
  const { page } = desk;
  const made = storyOf(paragraph('Sáng nay, UBND TP. Bắc Kạn họp.'), figure('chợ phiên ở Ba Bể'));
  made.fields.headline = 'thành phố Bắc Kạn đưa nghị quyết của Đảng về bản';
  await desk.open(made);
  const headline = field(page, 'headline');
  await headline.click();
  expect(await change(page, 'title')).toBe('done');
  await expect(headline).toHaveValue('Thành Phố Bắc Kạn Đưa Nghị Quyết của Đảng về Bản');
  expect(await change(page, 'title')).toBe('nothing');
  expect(await change(page, 'sentence')).toBe('done');
  await expect(headline).toHaveValue('Thành phố Bắc Kạn đưa nghị quyết của đảng về bản');
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveValue('Thành Phố Bắc Kạn Đưa Nghị Quyết của Đảng về Bản');
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveValue('thành phố Bắc Kạn đưa nghị quyết của Đảng về bản');
  // Only what is selected; it stays selected.
  await headline.evaluate((control: HTMLTextAreaElement) => control.setSelectionRange(0, 9));
  expect(await change(page, 'upper')).toBe('done');
  await expect(headline).toHaveValue('THÀNH PHỐ Bắc Kạn đưa nghị quyết của Đảng về bản');
  expect(await headline.evaluate((one: HTMLTextAreaElement) => [one.selectionStart, one.selectionEnd])).toEqual([0, 9]);
  const caption = page.locator('[data-body] textarea').first();
  await caption.click();
  expect(await change(page, 'title')).toBe('done');
  await expect(caption).toHaveValue('Chợ Phiên ở Ba Bể');
  await desk.settled();
});

test('in the body what is selected, with its formats, links and marks; a heading as a whole', async ({ desk }) => {
  const { page } = desk;
  const heading = { id: newId(), type: 'heading' as const, level: 2 as const, runs: [{ text: 'đường về bản' }] };
  await desk.open(
    storyOf(
      heading,
      paragraph(
        'đư',
        { text: 'ờng lê', bold: true },
        { text: 'n bản', link: 'https://baobackan.vn/' },
        { text: ' mới', check: true },
        ', 57,54%',
      ),
    ),
  );
  const before = (await desk.story()).body;
  await body(page).locator('p').click();
  expect(await change(page, 'upper')).toBe('select');
  await body(page).locator('h2').click();
  expect(await change(page, 'title')).toBe('done');
  await expect(body(page).locator('h2')).toHaveText('Đường về Bản');
  await page.keyboard.press('Control+a');
  expect(await change(page, 'upper')).toBe('done');
  const [title, text] = (await desk.story()).body;
  expect(title).toMatchObject({ runs: [{ text: 'ĐƯỜNG VỀ BẢN' }] });
  expect(text).toMatchObject({
    runs: [
      { text: 'ĐƯ' },
      { text: 'ỜNG LÊ', bold: true },
      { text: 'N BẢN', link: 'https://baobackan.vn/' },
      { text: ' MỚI', check: true },
      { text: ', 57,54%' },
    ],
  });
  expect(await change(page, 'lower')).toBe('done');
  expect((await desk.story()).body).toEqual(before);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(body(page).locator('h2')).toHaveText('Đường về Bản');
  await desk.settled();
});
