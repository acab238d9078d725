import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { noise } from '../fixtures/photo.ts';
import { findings } from './axe.ts';
import { type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const EDIT = 'Crop, turn or hide';
const shownSize = (figure: Locator) =>
  figure.evaluate((image) => {
    const { naturalWidth, naturalHeight, complete } = image as HTMLImageElement;
    return complete ? `${naturalWidth} x ${naturalHeight}` : 'loading';
  });

/** A story with one photo of noise, 900 by 600: whatever is hidden in it is plainly another picture. */
async function withPhoto(desk: Desk): Promise<Locator> {
  await desk.newStory();
  await desk.field('Headline').fill('Ảnh có vùng che');
  await desk.body.click();
  await desk.window.keyboard.type('Một câu.');
  await desk.drop('photo.jpg', await noise(900, 600).jpeg({ quality: 95 }).toBuffer());
  const image = desk.body.locator('figure img');
  await expect.poll(() => shownSize(image)).toBe('900 x 600');
  return image;
}
const editor = (window: Page) => window.getByRole('dialog', { name: 'Edit photo' });
const apply = (window: Page) => editor(window).getByRole('button', { name: 'Apply' }).click();

test('by keyboard alone: opened by its shortcut, turned, cropped, an area hidden; one step of undo, and it opens again with all of it', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const image = await withPhoto(desk);
  await window.keyboard.press('Control+Alt+c');
  const dialog = editor(window);
  await expect(dialog).toBeVisible();
  expect(await findings(window)).toEqual([]);

  await dialog.getByRole('button', { name: 'Turn right' }).press('Enter');
  await expect(dialog.getByText('600 × 900 pixels left')).toBeVisible();
  const frame = dialog.locator('[data-crop]');
  await frame.focus();
  for (let times = 0; times < 25; times++) await window.keyboard.press('Shift+ArrowUp');
  await expect(dialog.getByText('600 × 675 pixels left')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(dialog.getByText('600 × 900 pixels left')).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await expect(dialog.getByText('600 × 675 pixels left')).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(dialog.getByText('Only 600 pixels across are left; the page needs 1,200.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Hide areas' }).press('Enter');
  await dialog.getByRole('button', { name: 'Add a hidden area' }).press('Enter');
  const area = dialog.getByRole('button', { name: 'Hidden area 1: Blur' });
  await expect(area).toBeFocused();
  const before = await area.boundingBox();
  await window.keyboard.press('ArrowRight');
  await expect.poll(async () => ((await area.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(1);
  await window.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => ((await area.boundingBox())?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(1);
  await dialog.getByRole('button', { name: 'Add a hidden area' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Hidden area 2: Blur' })).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(dialog.locator('[data-area]')).toHaveCount(1);
  await expect(area).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(dialog.getByRole('button', { name: 'Add a hidden area' })).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(dialog.locator('[data-area]')).toHaveCount(1);
  expect(await findings(window)).toEqual([]);

  await dialog.getByRole('button', { name: 'Focal point' }).press('Enter');
  await dialog.getByRole('button', { name: 'Set the focal point' }).press('Enter');
  await expect(dialog.getByRole('button', { name: /^Focal point, / })).toBeFocused();
  for (const cut of ['Social card', 'Square']) await expect(dialog.getByRole('figure', { name: cut })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => shownSize(image)).toBe('600 x 675');
  await desk.saved();

  await desk.body.getByText('Một câu.').click();
  await window.keyboard.press('Control+z');
  await expect.poll(() => shownSize(image)).toBe('900 x 600');
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(() => shownSize(image)).toBe('600 x 675');

  await desk.body.getByRole('button', { name: EDIT }).click();
  await expect(dialog.getByText('600 × 675 pixels left')).toBeVisible();
  await dialog.getByRole('button', { name: 'Back to the original' }).click();
  await apply(window);
  await expect.poll(() => shownSize(image)).toBe('900 x 600');
});

test('by mouse: a ratio held while a corner is pulled, an area drawn over the photo; what is not applied is not dropped by one Escape', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const image = await withPhoto(desk);
  await desk.body.getByRole('button', { name: EDIT }).click();
  const dialog = editor(window);
  await dialog.getByRole('combobox', { name: 'Proportions' }).click();
  await window.getByRole('option', { name: '1:1' }).click();
  await expect(dialog.getByText('600 × 600 pixels left')).toBeVisible();
  const corner = await dialog.locator('[data-pull="1 1"]').boundingBox();
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await window.mouse.move(from.x, from.y);
    await window.mouse.down();
    await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await window.mouse.move(to.x, to.y);
    await window.mouse.up();
  };
  const middle = (box: { x: number; y: number; width: number; height: number } | null) => ({
    x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
  });
  const from = middle(corner);
  await drag(from, { x: from.x - 60, y: from.y - 10 });
  const left = await dialog.getByText(/pixels left$/).textContent();
  const [, width, height] = /^(\d+) × (\d+)/.exec(left ?? '') ?? [];
  expect(width).toBe(height);
  expect(Number(width)).toBeLessThan(600);

  await dialog.getByRole('button', { name: 'Hide areas' }).click();
  const stage = await dialog.locator('[data-stage]').boundingBox();
  const centre = middle(stage);
  await drag({ x: centre.x - 50, y: centre.y - 40 }, { x: centre.x + 50, y: centre.y + 40 });
  await expect(dialog.locator('[data-area]')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Pixelate' }).click();
  await expect(dialog.getByRole('button', { name: 'Hidden area 1: Pixelate' })).toBeVisible();

  await window.keyboard.press('Escape');
  await expect(dialog.getByText('Your changes are not applied yet.')).toBeVisible();
  await apply(window);
  await expect.poll(() => shownSize(image)).toBe(`${width} x ${height}`);
});

test('what is published shows the hidden area hidden, and the original is kept as it was', async ({ launch }) => {
  const { window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await withPhoto(desk);
  await desk.body.getByRole('button', { name: EDIT }).click();
  const dialog = editor(window);
  await dialog.getByRole('button', { name: 'Hide areas' }).click();
  await dialog.getByRole('button', { name: 'Add a hidden area' }).click();
  await expect(dialog.locator('[data-area]')).toHaveCount(1);
  await apply(window);
  await desk.saved();
  const panel = await desk.openTab('Publish');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();

  const published = path.join(profile, 'published');
  const [name = ''] = readdirSync(published);
  const [file = ''] = readdirSync(path.join(published, name)).filter((one) => /\.(jpg|webp|avif)$/.test(one));
  const bytes = readFileSync(path.join(published, name, file));
  /** How much neighbouring pixels differ in a part of the photo. */
  const unrest = async (left: number, top: number) => {
    const { data } = await sharp(bytes)
      .extract({ left, top, width: 60, height: 60 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    let sum = 0;
    for (let at = 1; at < data.length; at++) sum += Math.abs(data[at]! - data[at - 1]!);
    return sum / data.length;
  };
  expect(await unrest(420, 270)).toBeLessThan(3);
  expect(await unrest(100, 100)).toBeGreaterThan(15);
});

test('an address that names no recipe there could be shows nothing', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const image = await withPhoto(deskOf(window));
  const address = (await image.getAttribute('src')) ?? '';
  const shows = (recipe: string) =>
    window.evaluate(
      (src) =>
        new Promise<boolean>((done) => {
          const tried = new Image();
          tried.onload = () => done(true);
          tried.onerror = () => done(false);
          tried.src = src;
        }),
      `${address}?recipe=${encodeURIComponent(recipe)}`,
    );
  expect(await shows('{"rotate":90}')).toBe(true);
  for (const bad of [
    '{"rotate":45}',
    '{"rotate":90,"more":1}',
    '{"crop":{"x":0,"y":0,"width":9,"height":9}}',
    '{',
    '[]',
  ])
    expect(await shows(bad), bad).toBe(false);
  expect(await shows(`{"rotate":90${' '.repeat(20_000)}}`)).toBe(false);
});
