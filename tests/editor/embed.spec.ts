import { embed, paragraph, texts } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

test('an address pasted into an empty paragraph is a card; one undo leaves it as text, another takes it away', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('đầu'), paragraph()));
  await body(page).locator('p').last().click();
  await paste(page, { 'text/plain': VIDEO });
  await expect(page.getByRole('group', { name: 'Nội dung nhúng: YouTube' })).toBeVisible();
  await page.keyboard.type('sau');
  expect((await desk.settled()).body).toMatchObject([
    { type: 'paragraph' },
    { type: 'embed', url: VIDEO, caption: '' },
    { runs: [{ text: 'sau' }] },
  ]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['đầu', VIDEO]);
  await page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['đầu', '']);
});

test('in a line of text, or of an unknown site, it stays text', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('xem '), paragraph()));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await paste(page, { 'text/plain': VIDEO });
  await body(page).locator('p').last().click();
  await page.keyboard.press('End'); // as the keys of a paste do, it tells Lexical of the caret
  await paste(page, { 'text/plain': 'https://bao.example.vn/tin' });
  expect(texts((await desk.settled()).body)).toEqual([`xem ${VIDEO}`, 'https://bao.example.vn/tin']);
});

test('from the menu: an address is asked for, a wrong one refused; the card has its caption and its link', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một')));
  await body(page).locator('p').click();
  await page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name: 'Khối khác' }).click();
  await page.getByRole('menuitem', { name: 'Nội dung nhúng' }).click();
  const address = page.getByLabel('Địa chỉ');
  await address.fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Nhúng', exact: true }).click();
  await expect(page.getByText('Đây không phải là địa chỉ https.')).toBeVisible();
  await address.fill('www.openstreetmap.org/#map=15/22.14/105.83');
  await page.getByRole('button', { name: 'Nhúng', exact: true }).click();
  await expect(body(page)).toBeFocused();
  const link = page.getByRole('link', { name: 'openstreetmap.org' });
  await expect(link).toHaveAttribute('href', 'https://www.openstreetmap.org/#map=15/22.14/105.83');
  await expect(link).toHaveAttribute('target', '_blank');
  await page.getByLabel('Chú thích').fill('Hồ Ba Bể');
  const story = await desk.settled();
  expect(story.body).toMatchObject([{ type: 'paragraph' }, { type: 'embed', caption: 'Hồ Ba Bể' }, { runs: [] }]);
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Chú thích')).toHaveValue('');
});

test('the arrow keys reach a card, Delete takes it out, nothing of it is fetched', async ({ desk }) => {
  const { page } = desk;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await desk.open(storyOf(paragraph('một'), embed(VIDEO, 'Lễ hội'), paragraph('hai')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-selected]')).toHaveCount(1);
  await page.keyboard.press('Delete');
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai']);
  expect(asked.filter((url) => !url.includes('desk.editor.invalid'))).toEqual([]);
});
