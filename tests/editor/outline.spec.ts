import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newId } from '../../story/ids.ts';
import type { Block } from '../../story/model.ts';
import { figure, item, paragraph } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

const heading = (text: string, level: 2 | 3 = 2): Block => ({ id: newId(), type: 'heading', level, runs: [{ text }] });
const outline = (page: Page) => page.getByRole('navigation', { name: 'Dàn bài' });
const names = (page: Page) => outline(page).locator('[data-item]').allInnerTexts();
const show = (page: Page) => page.evaluate(() => window.harness.view({ outline: true }));

const story = () =>
  storyOf(
    paragraph('Mở đầu'),
    heading('Chợ'),
    paragraph('Chợ họp từ sớm.'),
    heading('Hàng', 3),
    item('gạo'),
    item('ngô'),
    heading('Hội'),
    figure('Ném còn'),
    paragraph('Hội vui.'),
  );

test('lists headings and photos, follows the caret and the typing after a pause, and goes there', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  await show(page);
  expect(await names(page)).toEqual(['Chợ', 'Hàng', 'Hội', 'Ném còn']);
  await body(page).getByText('ngô').click();
  await expect(outline(page).locator('[aria-current]')).toHaveText('Hàng');
  await body(page).locator('h2').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' xuân');
  await expect(outline(page).getByRole('button', { name: 'Hội xuân' })).toBeVisible();
  await outline(page).getByRole('button', { name: 'Chợ' }).click();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Cái ');
  expect((await desk.settled()).body[1]).toMatchObject({ runs: [{ text: 'Cái Chợ' }] });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('moves whole sections by keyboard and mouse, ids kept, one step of undo each', async ({ desk }) => {
  const { page } = desk;
  const given = story();
  await desk.open(given);
  await show(page);
  await outline(page).getByRole('button', { name: 'Hội' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => names(page)).toEqual(['Hội', 'Ném còn', 'Chợ', 'Hàng']);
  await expect(outline(page).getByRole('button', { name: 'Hội' })).toBeFocused();
  const order = [0, 6, 7, 8, 1, 2, 3, 4, 5];
  expect((await desk.settled()).body).toEqual(order.map((at) => given.body[at]));
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(outline(page).getByRole('button', { name: 'Ném còn' })).toBeFocused();
  await page.evaluate(() => window.harness.session.run({ kind: 'undo' }));
  expect((await desk.settled()).body).toEqual(given.body);
  await expect.poll(() => names(page)).toEqual(['Chợ', 'Hàng', 'Hội', 'Ném còn']);
  await outline(page)
    .getByRole('button', { name: 'Ném còn' })
    .dragTo(outline(page).getByRole('button', { name: 'Chợ' }));
  await expect.poll(() => names(page)).toEqual(['Ném còn', 'Chợ', 'Hàng', 'Hội']);
  expect((await desk.settled()).body).toEqual([0, 7, 1, 2, 3, 4, 5, 6, 8].map((at) => given.body[at]));
});
