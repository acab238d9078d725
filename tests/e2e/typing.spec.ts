import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('what is put right while typing: switches, the house’s list, a word never to be corrected', async ({
  launch,
}, info) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.body.pressSequentially('"Một" ');
  await expect(desk.body).toHaveText('“Một” ');

  const settings = await desk.settings();
  await settings.getByRole('checkbox', { name: /^Quotes/ }).uncheck();
  await settings.getByRole('button', { name: 'Correction lists…' }).click();
  const list = settings.getByRole('textbox', { name: 'Typed -> meant' });
  await list.fill('vn -> Việt Nam\nlỗi');
  await settings.getByRole('button', { name: 'Save list' }).click();
  await expect(settings.getByText(/^Lines that say nothing.*: 2\./)).toBeVisible();
  await list.fill('vn -> Việt Nam');
  const file = join(info.outputPath(), 'list.txt');
  writeFileSync(file, 'sgk\tsách giáo khoa\n');
  await answerDialogs(app, file);
  await settings.getByRole('button', { name: 'Import from a file…' }).click();
  await expect(list).toHaveValue('vn -> Việt Nam\nsgk\tsách giáo khoa');
  await settings.getByRole('button', { name: 'Export to a file…' }).click();
  await expect.poll(() => readFileSync(file, 'utf8')).toBe('vn -> Việt Nam\nsgk -> sách giáo khoa\n');
  await settings.getByRole('button', { name: 'Save list' }).click();
  await window.keyboard.press('Escape');

  await desk.body.click();
  await window.keyboard.press('End');
  await desk.body.pressSequentially('"sgk" vn ');
  await expect(desk.body).toHaveText('“Một” "sách giáo khoa" Việt Nam ');
  await window.keyboard.press('Control+z');
  await window.getByRole('button', { name: 'Never correct “vn”' }).click();
  await desk.body.click();
  await window.keyboard.press('End');
  await desk.body.pressSequentially('vn ');
  await expect(desk.body).toHaveText('“Một” "sách giáo khoa" vn vn ');
  await desk.settings();
  await settings.getByRole('button', { name: 'Correction lists…' }).click();
  await expect(settings.getByRole('textbox', { name: 'Never correct' })).toHaveValue('vn');
});
