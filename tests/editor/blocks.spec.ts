import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Block } from '../../story/model.ts';
import { figure, item, paragraph, texts } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const handle = (page: Page) => page.getByRole('button', { name: 'Kéo để chuyển khối' });
/** Its class alone: "byline" ends in the same letters. */
const dropLine = (page: Page) => page.locator('[class*="_line_"]');
const of = (type: 'quote' | 'attribution', text: string): Block => ({ ...(paragraph(text) as object), type }) as Block;

/** The mouse on the handle of the block that holds a text. */
async function grab(page: Page, text: string): Promise<{ x: number; y: number }> {
  await body(page).getByText(text, { exact: true }).hover();
  await expect(handle(page)).toBeVisible();
  const box = await handle(page).boundingBox();
  if (!box) throw new Error('no handle');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  return at;
}

async function drag(page: Page, text: string, below: string): Promise<void> {
  await grab(page, text);
  await page.mouse.down();
  const box = await body(page).getByText(below, { exact: true }).boundingBox();
  if (!box) throw new Error('no target');
  await page.mouse.move(box.x + 20, box.y + box.height - 3, { steps: 6 });
  await expect(dropLine(page)).toBeVisible();
}

test('a block is dragged by its handle: it keeps its id, and one undo brings it back', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('một'), paragraph('hai'), item('ba'), item('bốn'), paragraph('năm'));
  await desk.open(story);
  await drag(page, 'một', 'ba');
  await page.mouse.up();
  const moved = (await desk.settled()).body;
  expect(texts(moved)).toEqual(['hai', 'ba', 'một', 'bốn', 'năm']);
  expect(moved[2]).toEqual(story.body[0]);
  await body(page).focus();
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).body).toEqual(story.body);
});

test('Escape lets go of a drag; a quote takes along whose words it is', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(of('quote', 'lời'), of('attribution', 'người'), paragraph('một'), figure('ảnh'));
  await desk.open(story);
  await drag(page, 'lời', 'một');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await desk.settled()).body).toEqual(story.body);
  await drag(page, 'người', 'một');
  await page.mouse.up();
  expect(texts((await desk.settled()).body).slice(0, 3)).toEqual(['một', 'lời', 'người']);
});

test('by keyboard a block goes up and down with its caret, and typing goes on in it', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai'), paragraph('ba')));
  await body(page).locator('p').nth(2).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.keyboard.type('!');
  expect(texts((await desk.settled()).body)).toEqual(['ba!', 'một', 'hai']);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  expect(texts((await desk.settled()).body)).toEqual(['một', 'ba!', 'hai']);
});

test('a selected photo is moved by keyboard, and stays selected', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), figure('ảnh'), paragraph('hai')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(page.locator('[data-selected]')).toHaveCount(1);
  const { body: moved } = await desk.settled();
  expect(moved.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'figure']);
});

test('the menu of a block turns it into another, doubles and deletes it', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('một'), paragraph('hai'));
  await desk.open(story);
  const choose = async (text: string, name: string) => {
    await grab(page, text);
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await choose('hai', 'Trích dẫn');
  expect((await desk.settled()).body[1]).toMatchObject({ type: 'quote', id: story.body[1]!.id });
  await choose('một', 'Nhân đôi');
  const doubled = (await desk.settled()).body;
  expect(texts(doubled)).toEqual(['một', 'một', 'hai']);
  expect(new Set(doubled.map(({ id }) => id)).size).toBe(3);
  await choose('hai', 'Xóa khối');
  expect(texts((await desk.settled()).body)).toEqual(['một', 'một']);
});

test('blocks selected together are dragged together, and one undo brings them back', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('một'), paragraph('hai'), paragraph('ba'), paragraph('bốn'));
  await desk.open(story);
  await body(page).getByText('một', { exact: true }).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  await drag(page, 'hai', 'ba');
  await page.mouse.up();
  expect((await desk.settled()).body).toEqual([2, 0, 1, 3].map((at) => story.body[at]));
  await body(page).focus();
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).body).toEqual(story.body);
});

test('an item takes its deeper items along, and is not dropped among those of another', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(
    item('một'),
    item('một a', 'bullet', 1),
    item('hai'),
    item('hai a', 'bullet', 1),
    paragraph('ba'),
  );
  await desk.open(story);
  await drag(page, 'một', 'hai a');
  await page.mouse.up();
  expect((await desk.settled()).body).toEqual([2, 3, 0, 1, 4].map((at) => story.body[at]));
});

test('held near the edge, the page scrolls until the end of the story is there', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(...Array.from({ length: 60 }, (_, n) => paragraph(`đoạn ${n}`)));
  await desk.open(story);
  await grab(page, 'đoạn 0');
  await page.mouse.down();
  const last = body(page).getByText('đoạn 59', { exact: true });
  await expect(last).not.toBeInViewport();
  await page.mouse.move(300, 890, { steps: 4 });
  await expect(last).toBeInViewport();
  const box = await last.boundingBox();
  if (!box) throw new Error('no target');
  await page.mouse.move(box.x + 20, box.y + box.height - 2, { steps: 4 });
  await expect
    .poll(async () => {
      const line = await dropLine(page).boundingBox();
      const under = await last.boundingBox();
      return line && under && Math.abs(line.y - under.y - under.height) < 4;
    })
    .toBe(true);
  await page.mouse.up();
  const moved = (await desk.settled()).body;
  expect(moved.at(-1)).toEqual(story.body[0]);
  expect(moved).toHaveLength(60);
});

test('a press on the handle ends a composition and keeps its word', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai')));
  await body(page).getByText('một', { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  await preedit(cdp, 'B', 'Bă', 'Bắc');
  await drag(page, 'một Bắc', 'hai');
  await page.mouse.up();
  expect(texts((await desk.settled()).body)).toEqual(['hai', 'một Bắc']);
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing with the handle's menu open, ${theme}`, async ({ desk }) => {
    const { page } = desk;
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await desk.open(storyOf(paragraph('một'), paragraph('hai')));
    await grab(page, 'một');
    await page.mouse.down();
    await page.mouse.up();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    // A menu hangs at the end of the document, in no landmark; the focus is in it as long as it is open.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().disableRules('region').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 80))}`)).toEqual([]);
  });
