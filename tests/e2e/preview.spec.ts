import type { Page } from '@playwright/test';
import { photo } from '../fixtures/photo.ts';
import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const KEYS = 'Control+Alt+p';
const preview = (window: Page) => window.getByRole('main', { name: 'Preview' });
const show = (window: Page, name: string) => preview(window).getByRole('tab', { name }).click();

test('the preview shows the page that is published, and nothing of the newsroom’s own', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Chợ phiên <mở> lại & đông');
  await desk.body.click();
  await window.keyboard.type('Sáng nay chợ mở. Tin chưa kiểm chứng.');
  const panel = await desk.openTab('Story');
  await panel.getByRole('textbox', { name: /notes/i }).fill('đừng gọi ông Bình');
  await desk.saved();

  await window.keyboard.press(KEYS);
  const page = window.frameLocator('iframe[title="Article page"]');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chợ phiên <mở> lại & đông');
  await expect(page.locator('.body p')).toHaveText(['Sáng nay chợ mở. Tin chưa kiểm chứng.']);
  await expect(page.locator('body')).not.toContainText('ông Bình');
  await expect(page.locator('body').locator('script, style, [style]')).toHaveCount(0);
  // It is paper: white, and the frame has no way to run anything.
  await expect(window.locator('iframe')).toHaveAttribute('sandbox', 'allow-same-origin');

  // The inspector stays beside it, and what is changed there is followed.
  await panel.getByRole('textbox', { name: 'Web headline' }).fill('Chợ phiên đông trở lại');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chợ phiên đông trở lại');

  // From the page itself, too, Escape goes back to where one was writing.
  await page.locator('body').click();
  await window.keyboard.press('Escape');
  await expect(preview(window)).toBeHidden();
  await expect(desk.field('Web headline')).toBeFocused();
});

test('a link in the preview opens in the browser, and the page stays where it is', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Tin');
  await desk.body.click();
  await desk.paste({
    'text/html': '<p>Theo <a href="https://bao.example.vn/tin">báo</a>.</p>',
    'text/plain': 'Theo báo.',
  });
  await app.evaluate(({ shell }) => {
    (globalThis as { opened?: string[] }).opened = [];
    shell.openExternal = async (url: string) => {
      (globalThis as { opened?: string[] }).opened?.push(url);
    };
  });
  await window.keyboard.press(KEYS);
  const page = window.frameLocator('iframe[title="Article page"]');
  await page.getByRole('link', { name: 'báo' }).click();
  await expect
    .poll(() => app.evaluate(() => (globalThis as { opened?: string[] }).opened))
    .toEqual(['https://bao.example.vn/tin']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tin');
  expect(app.windows()).toHaveLength(1);
});

test('the social card says what is missing, and follows the story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Lũ quét ở Nà Rào '.repeat(8));
  await window.keyboard.press(KEYS);
  await show(window, 'Social card');
  const missing = window.getByRole('list', { name: 'What is missing on the card' });
  await expect(missing.getByRole('listitem')).toHaveText([/longer than a card/, /no standfirst/, /no photo/]);
  await window.keyboard.press('Escape');

  await desk.field('Headline').fill('Lũ quét ở Nà Rào');
  await desk.field('Standfirst').fill('Nước lên nhanh.');
  await desk.drop('lu.jpg', await photo('jpeg', 1400, 900));
  await expect(desk.body.getByRole('figure')).toBeVisible();
  await window.keyboard.press(KEYS);
  const card = preview(window).getByRole('article');
  await expect(card).toContainText('Lũ quét ở Nà Rào');
  await expect(card.locator('img')).toHaveJSProperty('complete', true);
  const box = (await card.locator('img').boundingBox())!;
  expect(box.width / box.height).toBeCloseTo(1.91, 1);
  await expect(missing.getByRole('listitem')).toHaveCount(0);
});

test('the printed column tells its length, and keeps how the paper sets its text', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Một dòng');
  await desk.body.click();
  await desk.paste({ 'text/plain': `${'Con đường bê tông dài vừa thông xe. '.repeat(40)}\n\nĐoạn hai.` });
  await window.keyboard.press(KEYS);
  await show(window, 'Printed column');
  const length = preview(window).getByRole('status');
  const lines = async () => Number(/Body: ([\d,]+) lines/.exec(await length.innerText())?.[1]?.replace(',', ''));
  await expect(length).toContainText('column cm');
  // The figure agrees with the lines that are there, however they are counted.
  const shown = async () =>
    window
      .frameLocator('iframe')
      .locator('.body')
      .evaluate((body) => {
        const range = document.createRange();
        const bottoms = [...body.querySelectorAll('p')].flatMap((paragraph) => {
          range.selectNodeContents(paragraph);
          return [...range.getClientRects()].map((rect) => Math.round(rect.bottom));
        });
        return new Set(bottoms).size;
      });
  await expect.poll(async () => (await lines()) - (await shown())).toBe(0);
  const narrow = await lines();

  const width = preview(window).getByRole('textbox', { name: 'Column width (mm)' });
  await width.fill('100');
  await width.press('Tab');
  await expect.poll(lines).toBeLessThan(narrow);
  const wide = await lines();
  // Two columns hold the same lines, half as deep.
  await preview(window).getByRole('button', { name: 'Columns: more' }).click();
  await expect(length).toContainText('2 columns');
  expect(await lines()).toBe(wide);
  await preview(window).getByRole('button', { name: 'Ragged' }).click();

  await window.keyboard.press('Escape');
  await expect(preview(window)).toBeHidden();
  await window.keyboard.press(KEYS);
  await expect(width).toHaveValue('100');
  await expect(preview(window).getByRole('button', { name: 'Ragged' })).toHaveAttribute('aria-pressed', 'true');
});

for (const [theme, size] of [
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 960, height: 640 }],
] as const)
  test(`axe finds nothing in the preview, ${theme}`, async ({ launch }) => {
    const { app, window } = await launch({ lang: 'en' });
    await expect(deskOf(window).body).toBeVisible();
    await arrange(app, window, theme, size);
    await window.keyboard.press(KEYS);
    for (const name of ['Article page', 'Phone', 'Social card', 'Printed column']) {
      await show(window, name);
      expect(await findings(window), name).toEqual([]);
    }
  });
