import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Chữ đang chọn' });
const tool = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');
const LONG = 'Chợ phiên đông vui từ sáng sớm, bà con các xã mang nông sản về bán. '.repeat(6).trim();

/** Drags the mouse along a line of a paragraph, and lets go or not. */
async function drag(page: Page, at: number, letGo = true): Promise<void> {
  const box = await body(page).locator('p').nth(at).boundingBox();
  if (!box) throw new Error('no such paragraph');
  await page.mouse.move(box.x + 40, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 14, { steps: 4 });
  if (letGo) await page.mouse.up();
}
/** Whether the bar covers any selected line. */
const covers = (page: Page) =>
  page.evaluate(() => {
    const over = document.querySelector('[data-floating]')?.getBoundingClientRect();
    const lines = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])];
    return over ? lines.some(({ top, bottom }) => top < over.bottom && bottom > over.top) : null;
  });

test('it comes when the mouse lets go, covers no selected line, and leaves the focus and the selection', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(LONG), paragraph(LONG)));
  await drag(page, 1, false);
  expect(await selected(page)).not.toBe('');
  await expect(bar(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(bar(page)).toBeVisible();
  expect(await covers(page)).toBe(false);
  await expect(body(page)).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const words = await selected(page);
  await tool(page, 'Chữ đậm').click();
  await expect(tool(page, 'Chữ đậm')).toHaveAttribute('aria-pressed', 'true');
  await tool(page, 'Trích dẫn').click();
  await expect(tool(page, 'Trích dẫn')).toHaveAttribute('aria-pressed', 'true');
  expect(await covers(page)).toBe(false);
  expect(await selected(page)).toBe(words);
  await expect(body(page)).toBeFocused();
  expect((await desk.settled()).body[1]).toMatchObject({
    type: 'quote',
    runs: expect.arrayContaining([{ text: words, bold: true }]),
  });
  await tool(page, 'Góp ý').click();
  expect(await page.evaluate(() => window.harness.asked)).toEqual(['comment']);
  await body(page).locator('p').first().click();
  await expect(bar(page)).toHaveCount(0);
});

test('by the keyboard: it comes when the keys rest, Alt+F10 leads there, arrows along it, Escape back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Chợ phiên đông vui')));
  await body(page).click();
  await page.keyboard.press('End');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Alt+F10');
  await expect(tool(page, 'Chữ đậm')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(page, 'Chữ nghiêng')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  expect(await selected(page)).toBe('vui');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(tool(page, 'Chữ đậm')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(body(page)).toBeFocused();
  expect(await selected(page)).toBe('vui');
  await page.keyboard.type('đúc');
  await expect(bar(page)).toHaveCount(0);
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [{ text: 'Chợ phiên đông ' }, { text: 'đúc', bold: true }],
  });
  // Without one the key leads to the toolbar, as ever.
  await page.keyboard.press('Alt+F10');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Đoạn văn');
});

test('typing, composing, a caret, Escape and another place in the window take it away', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph('Chợ phiên đông vui'), paragraph('Hết')));
  const select = async () => {
    await body(page)
      .locator('p')
      .first()
      .dblclick({ position: { x: 20, y: 14 } });
    await expect(bar(page)).toBeVisible();
  };
  await select();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await selected(page)).toBe('Chợ');
  await page.keyboard.press('ArrowRight');
  await select();
  await preedit(cdp, 'C', 'Ch', 'Chơ');
  await expect(bar(page)).toHaveCount(0);
  await cdp.send('Input.insertText', { text: 'Chợ' });
  await select();
  await page.locator('[data-field="headline"]').click();
  await expect(bar(page)).toHaveCount(0);
  await select();
  await tool(page, 'Liên kết').click();
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('baobackan.vn');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [{ text: 'Chợ', link: 'https://baobackan.vn/' }, { text: ' phiên đông vui' }],
  });
});

test('it stays in the window: below where above is no room, within the column, and gone where neither is', async ({
  desk,
}) => {
  const { page } = desk;
  await page.setViewportSize({ width: 620, height: 500 });
  await desk.open(storyOf(...Array.from({ length: 12 }, () => paragraph(LONG))));
  const scroll = page.locator('[data-scroll]');
  await body(page).locator('p').nth(3).scrollIntoViewIfNeeded();
  await scroll.evaluate((element) => {
    const line = element.querySelectorAll('[data-body] p')[3]?.getBoundingClientRect();
    element.scrollTop += (line?.top ?? 0) - element.getBoundingClientRect().top - 4;
  });
  await drag(page, 3);
  await expect(bar(page)).toBeVisible();
  expect(await covers(page)).toBe(false);
  const box = await bar(page).boundingBox();
  const line = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0);
  expect(box?.y).toBeGreaterThan(line);
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(620);
  // It goes where the words go.
  await scroll.evaluate((element) => {
    element.scrollTop -= 60;
  });
  expect((await bar(page).boundingBox())?.y).toBeCloseTo((box?.y ?? 0) + 60, 0);
  expect(await covers(page)).toBe(false);
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Control+b');
  await expect.poll(async () => (await desk.story()).body[11]).toMatchObject({ runs: [{ bold: true }] });
  await expect(bar(page)).toBeHidden();
  await desk.settled();
});
