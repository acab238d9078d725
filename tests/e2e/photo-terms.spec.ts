import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { readByExiftool } from '../../scripts/measure/photos/oracle.ts';
import { photo, withSegments, xmpPacket, xmpSegment } from '../fixtures/photo.ts';
import { arrange, findings } from './axe.ts';
import { ALT, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const CREDIT = 'Ảnh: Đỗ Thị Na';
const TERMS = '<photoshop:Instructions>NO SALES, no archives</photoshop:Instructions>';

test('by the keyboard: terms that forbid a photo stop it until they are cleared; it goes out as its destination wants it', async ({
  launch,
}) => {
  const { app, window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const settings = await desk.settings();
  await settings.getByRole('button', { name: 'Edit Folder on this computer' }).press('Enter');
  const sizes = settings.getByRole('group', { name: 'Photos' });
  await sizes.getByRole('textbox', { name: 'Longer side at most (px)' }).fill('400');
  await sizes.getByRole('combobox', { name: 'Format' }).press('Enter');
  await window.getByRole('option', { name: 'WebP' }).press('Enter');
  await sizes.getByRole('textbox', { name: 'Size at most (KB)' }).fill('120');
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 960, height: 640 });
    expect(await findings(window)).toEqual([]);
  }
  await settings.getByRole('button', { name: 'Save destination' }).press('Enter');
  await expect(settings.getByRole('button', { name: 'Edit Folder on this computer' })).toBeVisible();
  await window.keyboard.press('Escape');

  await desk.newStory();
  await desk.field('Headline').fill('Đường lên Đồng Phúc');
  await desk.body.click();
  await window.keyboard.type('Đường mới mở.');
  const packet = xmpPacket(`${TERMS}<photoshop:Credit>${CREDIT}</photoshop:Credit>`);
  await desk.drop('a.jpg', withSegments(await photo('jpeg', 640, 400), xmpSegment(packet)));
  await desk.field('Caption').fill('Đường mới.');
  await desk.field(ALT).fill('Con đường đất đỏ lên núi.');
  await desk.saved();
  const panel = await desk.openTab('Publish');
  const finding = panel.getByText(/^Photo 1 may not be published: “NO SALES”/);
  await expect(finding).toBeVisible();
  await panel.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await expect(panel.locator('[data-finding="block"]').first()).toBeFocused();
  await panel.getByRole('button', { name: /^Photo 1 may not be published/ }).press('Enter');
  const about = window.getByRole('dialog', { name: 'About this photo' });
  await expect(about.getByRole('textbox', { name: 'Instructions' })).toBeFocused();
  await expect(about.getByText('“NO SALES” stops a publication')).toBeVisible();
  await window.keyboard.press('Tab');
  await expect(about.getByRole('button', { name: 'Checked: Instructions' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(about.getByText(/checked by/)).toBeVisible();
  await expect(about.getByText('“NO SALES” stops a publication')).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(finding).toBeHidden();
  await expect(panel.getByText(/^Photo 1: “NO SALES” was cleared by /)).toBeVisible();
  await panel.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).press('Enter');
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();

  const folder = path.join(profile, 'published', 'duong-len-dong-phuc');
  expect(readdirSync(folder).sort()).toEqual([
    'duong-len-dong-phuc-1.webp',
    'index.html',
    'manifest.json',
    'story.ninjs.json',
  ]);
  const file = path.join(folder, 'duong-len-dong-phuc-1.webp');
  expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 400, height: 250 });
  expect(readByExiftool(file)).toEqual({ caption: 'Đường mới.', credit: CREDIT, alt: 'Con đường đất đỏ lên núi.' });
});
