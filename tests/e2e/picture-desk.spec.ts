import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readByExiftool } from '../../scripts/measure/photos/oracle.ts';
import { ALT, answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

test('from a phone and a camera to the file that readers load, without the mouse', async ({ launch }, info) => {
  const card = path.join(info.outputDir, 'card');
  await mkdir(path.join(card, 'DCIM'), { recursive: true });
  await copyFile(path.resolve(import.meta.dirname, '../fixtures/phone.heic'), path.join(card, 'DCIM', 'IMG_0001.HEIC'));
  for (const number of [2, 3]) await writeFile(path.join(card, 'DCIM', `DSC_${number}.JPG`), await pressPhoto(number));
  const { app, window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const press = (key: string) => window.keyboard.press(key);
  // Right after the start nobody may be listening yet.
  await expect(async () => {
    await press('Control+n');
    await expect(desk.field('Headline')).toHaveValue('', { timeout: 5000 });
  }).toPass();
  await desk.field('Headline').focus();
  await window.keyboard.insertText('Dưa lưới về bản');
  await desk.body.focus();
  await window.keyboard.insertText('Bà con Pác Nặm hái dưa.');
  await answerDialogs(app, card);
  await press('Control+Alt+Shift+o');
  const sheet = window.getByRole('dialog', { name: '3 photos' });
  await expect(sheet.getByRole('option')).toHaveCount(3);
  await press('Control+a');
  while (!(await sheet.getByRole('button', { name: /^Take 3/ }).evaluate((one) => one === document.activeElement)))
    await press('Tab');
  await press('Enter');
  await expect(desk.body.locator('figure')).toHaveCount(3);
  // The phone's photo is drawn, too.
  await expect
    .poll(() =>
      desk.body.locator('figure img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    )
    .toEqual(expect.arrayContaining([192]));

  await press('Control+Alt+g');
  const table = window.getByRole('dialog', { name: 'Light table' });
  const field = (name: string, at: number) => table.getByRole('textbox', { name, exact: true }).nth(at);
  const goTo = async (name: string, at: number) => {
    const isThere = () => field(name, at).evaluate((element) => element === document.activeElement);
    while (!(await isThere())) await press('Tab');
  };
  for (let at = 0; at < 3; at++) {
    for (const [name, text] of [
      ['Caption', `Hái dưa ở ruộng ${at + 1}`],
      ['Credit, photographer', `Ảnh: Trần Thị Bích Phượng ${at + 1}`],
      [ALT, `Người hái dưa ${at + 1}`],
    ] as const) {
      await goTo(name, at);
      await press('Control+a');
      await window.keyboard.insertText(text);
    }
    await press('Alt+Enter');
  }
  await expect(table.getByText('3 of 3 photos complete')).toBeVisible();
  await press('Escape');
  await desk.saved();

  await press('Control+Shift+p');
  const panel = window.getByRole('tabpanel', { name: /^Publish/ });
  await panel.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).press('Enter');
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();

  const published = path.join(profile, 'published');
  const [name = ''] = readdirSync(published);
  const html = readFileSync(path.join(published, name, 'index.html'), 'utf8');
  const loaded = [...html.matchAll(/<figure><img src="([^"]+)"/g)].map(([, file = '']) => file);
  expect(loaded).toHaveLength(3);
  for (const [at, file] of loaded.entries())
    expect(readByExiftool(path.join(published, name, file))).toMatchObject({
      caption: `Hái dưa ở ruộng ${at + 1}`,
      credit: `Ảnh: Trần Thị Bích Phượng ${at + 1}`,
      alt: `Người hái dưa ${at + 1}`,
      copyright: at === 0 ? expect.any(String) : PRESS.copyright,
    });
});
