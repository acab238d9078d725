import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findings } from './axe.ts';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';

const WORD = readFileSync(path.resolve(import.meta.dirname, '../fixtures/paste/word.html'), 'utf8');
const WEB = readFileSync(path.resolve(import.meta.dirname, '../fixtures/paste/web.html'), 'utf8');

test('a paste says what it left out, brings it back, and keeps the clipboard with the story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const note = window.locator('[data-paste-note]');
  await desk.newStory();
  await desk.body.click();
  await desk.paste({ 'text/html': WORD, 'text/plain': 'Vụ mùa ở Chợ Đồn\nSáng 14/6' });
  await expect(desk.body.getByRole('heading')).toHaveText('Vụ mùa ở Chợ Đồn');
  await expect(note).toContainText('1 picture left out');
  await expect(note).toContainText('1 tracked deletion left out');
  await expect(note).toContainText('1 footnote put at the end');

  expect(await findings(window)).toEqual([]);
  await note.getByRole('button', { name: 'Show both' }).click();
  const both = window.getByRole('dialog', { name: 'Pasted text' });
  const [original, taken] = [both.getByLabel('As it was'), both.getByLabel('In the story')];
  await expect(original).toContainText('bảy nghìn');
  await expect(original).toContainText('Hỏi lại giá');
  await expect(taken).toContainText('tám nghìn');
  await expect(taken).not.toContainText('bảy nghìn');
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await note.getByRole('button', { name: 'Bring back the words' }).click();
  await expect(note).toBeHidden();
  expect((await paragraphs(desk.body)).slice(-4)).toEqual(['Hỏi lại giá', 'ẩn đi', 'bảy nghìn', 'Cánh đồng']);
  await window.keyboard.press('Control+z');
  await expect(desk.body).not.toContainText('bảy nghìn');
  await window.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('');

  const tab = await desk.openTab('Story');
  await tab.getByRole('button', { name: 'Pasted texts' }).click();
  await tab.getByRole('button', { name: /^Word/ }).click();
  await expect(original).toContainText('bảy nghìn');
});

test('as plain text instead; typing on sends the note away; a picture of the paste becomes a figure', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const note = window.locator('[data-paste-note]');
  await desk.newStory();
  await desk.body.click();
  await desk.paste({ 'text/plain': 'Việc:\n\n- một\n- hai' });
  await expect(desk.body.getByRole('listitem')).toHaveCount(2);
  await note.getByRole('button', { name: 'As plain text instead' }).click();
  await expect(desk.body.getByRole('listitem')).toHaveCount(0);
  expect(await paragraphs(desk.body)).toEqual(['Việc:', '- một', '- hai']);

  await window.keyboard.press('Control+End');
  await window.keyboard.press('Enter');
  await desk.paste({ 'text/html': WEB, 'text/plain': 'Được mùa lúa' });
  await expect(note).toContainText('1 picture left out');
  await expect(desk.body.locator('figure img')).toHaveCount(1);
  await window.keyboard.type('Tiếp.');
  await expect(note).toBeHidden();
  await desk.saved();
});
