import type { CDPSession, Page } from '@playwright/test';
import { paragraph } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const DECOMPOSED = 'Đường vào Bắc Kạn'.normalize('NFD');

/** Text dragged in from another program, dropped in the middle of an element. */
async function drop(page: Page, cdp: CDPSession, selector: string, data: Record<string, string>): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing at ${selector}`);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const items = Object.entries(data).map(([mimeType, text]) => ({ mimeType, data: text }));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...point, data: { items, dragOperationsMask: 1 } });
}

test('decomposed text that is dragged into a field becomes NFC', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await drop(desk.page, desk.cdp, '[data-field="headline"]', { 'text/plain': DECOMPOSED });
  await expect(field(desk.page, 'headline')).toHaveValue('Đường vào Bắc Kạn');
  expect((await desk.settled()).fields.headline).toBe('Đường vào Bắc Kạn');
});

test('decomposed text that is dragged into the body becomes NFC', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await drop(desk.page, desk.cdp, '[data-body] > p', { 'text/plain': DECOMPOSED });
  await expect(body(desk.page)).toHaveText('Đường vào Bắc Kạn');
  await desk.settled();
});

test('decomposed blocks of another story become NFC', async ({ desk }) => {
  await desk.open(storyOf(paragraph(DECOMPOSED)));
  await body(desk.page).press('Control+a');
  const json = await desk.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const copy = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('[data-body]')?.dispatchEvent(copy);
    return clipboardData.getData('application/x-lexical-editor');
  });
  expect(json).toContain(DECOMPOSED);
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  await paste(desk.page, { 'application/x-lexical-editor': json, 'text/plain': DECOMPOSED });
  await expect(body(desk.page)).toHaveText('Đường vào Bắc Kạn');
  await desk.settled();
});
