import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { photo } from '../fixtures/photo.ts';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('a card: looked through, chosen and taken into the story by keyboard alone', async ({ launch }, info) => {
  const card = path.join(info.outputDir, 'card');
  await mkdir(path.join(card, 'DCIM'), { recursive: true });
  for (const number of [1, 2, 3, 4, 5])
    await writeFile(path.join(card, 'DCIM', `IMG_${number}.jpg`), await photo('jpeg', 640, 400, number));
  await writeFile(path.join(card, 'DCIM', 'IMG_6.jpg'), 'no picture');
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Chợ phiên');
  await answerDialogs(app, card);
  await window.keyboard.press('Control+Alt+Shift+o');
  const sheet = window.getByRole('dialog', { name: '6 photos' });
  const list = sheet.getByRole('listbox', { name: 'Photos to choose from' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option')).toHaveCount(6);
  await expect(list.locator('img')).toHaveCount(5);
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 1280, height: 800 });
    expect(await findings(window)).toEqual([]);
  }
  await list.focus();
  // The newest is no picture; the next one is.
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  const large = sheet.locator('img[src$="large"]');
  await expect(large).toBeVisible();
  await expect(sheet.getByText('Chosen', { exact: true })).toHaveCount(0);
  await window.keyboard.press('Space');
  await expect(sheet.getByText('Chosen', { exact: true })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await window.keyboard.press('Enter');
  await large.click();
  await expect(large).toHaveCount(0);
  await expect(list).toBeFocused();
  await window.keyboard.press('Control+a');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(6);
  await window.keyboard.press('Tab');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Tab');
  await expect(sheet.getByRole('button', { name: /^Take 6 photos in/ })).toBeFocused();
  await window.keyboard.press('Enter');
  const report = window.getByRole('dialog', { name: 'One file could not be taken in' });
  await expect(report).toContainText('IMG_6.jpg');
  await expect(report).toContainText('5 other photos have been taken in and are safe.');
  await window.keyboard.press('Escape');
  await expect(desk.body.locator('figure')).toHaveCount(5);
  await desk.body.press('Control+z');
  await expect(desk.body.locator('figure')).toHaveCount(0);
  await desk.body.press('Control+Shift+z');
  await expect(desk.body.locator('figure')).toHaveCount(5);
  await desk.saved();

  // Again: what is there is told, and taken once.
  await window.keyboard.press('Control+Alt+Shift+o');
  await expect(list.getByRole('option', { name: /in the library$/ })).toHaveCount(5);
  await sheet.getByRole('button', { name: 'Choose all that are new' }).click();
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  await rm(card, { recursive: true });
  await sheet.getByRole('button', { name: /^Take one photo in/ }).click();
  await expect(desk.alert.or(window.getByRole('dialog'))).toContainText('no longer where it was chosen');
});
