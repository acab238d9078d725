import { divider, paragraph, texts } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

test('a divider is put in from the menu, typing goes on behind it, and one undo takes it out', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai')));
  await body(page).locator('p').first().click();
  await page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name: 'Khối khác' }).click();
  await page.getByRole('menuitem', { name: 'Vạch ngăn' }).click();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('abc');
  expect(texts((await desk.settled()).body)).toEqual(['một', '[divider]', 'abc', 'hai']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai']);
});

test('in an empty paragraph it takes its place', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph(), paragraph('hai')));
  await body(page).locator('p').nth(1).click();
  await page.evaluate(() => window.harness.session.run({ kind: 'insert', block: 'divider' }));
  await page.keyboard.type('abc');
  expect(texts((await desk.settled()).body)).toEqual(['một', '[divider]', 'abc', 'hai']);
});

test('the arrow keys reach it, Delete takes it out, Enter goes on behind it', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('một'), divider(), paragraph('hai'));
  await desk.open(story);
  const reach = async () => {
    await body(page).locator('p').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-selected]')).toHaveCount(1);
  };
  await reach();
  await page.keyboard.press('Delete');
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai']);
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).body).toEqual(story.body);
  await reach();
  await page.keyboard.press('Enter');
  await page.keyboard.type('abc');
  expect(texts((await desk.settled()).body)).toEqual(['một', '[divider]', 'abc', 'hai']);
  await body(page).locator('[data-handle]').click();
  await expect(page.locator('[data-selected]')).toHaveCount(1);
});

test('a pasted line is a divider', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await paste(page, { 'text/html': '<p>một</p><hr><p>hai</p>' });
  expect(texts((await desk.settled()).body)).toEqual(['một', '[divider]', 'hai']);
});
