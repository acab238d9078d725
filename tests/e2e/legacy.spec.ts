import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';

const WORD = readFileSync(path.resolve(import.meta.dirname, '../fixtures/legacy/word.html'), 'utf8');
const TCVN3 = 'Hîp t¸c x· ký hîp ®ång bao tiªu\nM\u00ada lò lµm s¹t lë quèc lé';

const conversion = (window: Page) => window.getByRole('dialog', { name: 'Convert old encoding' });
/** By the palette, as a keyboard does it. */
async function ask(window: Page) {
  await window.keyboard.press('Control+k');
  await window.keyboard.type('old encoding');
  await window.keyboard.press('Enter');
  await expect(conversion(window)).toBeVisible();
}

test('text from Word in old fonts lands as it is, is shown converted run by run, and undone in one step', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.paste({ 'text/html': WORD, 'text/plain': '' });
  const before = [
    'b¸o c¸o cña huyÖn Nµ Rµo',
    'Thµnh phè B¾c K¹n ®\u00ada nghÞ quyÕt vµo cuéc sèng; tỷ lệ đạt 57,54%',
    'Ngöôøi daân ñi caáy víi x· b¹n.',
  ];
  expect((await paragraphs(desk.body)).slice(0, 3)).toEqual(before);
  const note = window.locator('[data-paste-note]');
  await expect(note).toContainText('Text in an old Vietnamese encoding');
  await note.getByRole('button', { name: 'See it converted' }).click();
  const dialog = conversion(window);
  const row = (words: string) => dialog.getByRole('row').filter({ hasText: words });
  await expect(row('Nµ Rµo').first()).toContainText('BÁO CÁO của huyện Nà Rào');
  await expect(row('Ngöôøi')).toContainText('Người dân đi cấy với xã bạn.');
  await expect(dialog.getByRole('row', { name: /HuyÖn Huyện$/ })).toContainText('Block 4: row 1, column 1');
  await expect(row('Sè hé')).toContainText('Số hộ nghèo nước ta');
  expect(await findings(window)).toEqual([]);
  await dialog.getByRole('button', { name: /^Convert/ }).click();
  expect((await paragraphs(desk.body)).slice(0, 3)).toEqual([
    'BÁO CÁO của huyện Nà Rào',
    'Thành phố Bắc Kạn đưa nghị quyết vào cuộc sống; tỷ lệ đạt 57,54%',
    'Người dân đi cấy với xã bạn.',
  ]);
  await expect(desk.body.locator('strong')).toHaveText('đưa nghị quyết');
  await expect(desk.body.getByRole('link')).toHaveText('xã bạn');
  await desk.body.press('Control+z');
  expect((await paragraphs(desk.body)).slice(0, 3)).toEqual(before);
});

test('a whole story by keyboard: the headline with it, a passage left out, another encoding chosen, kept as it is', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.paste({ 'text/plain': TCVN3 });
  await desk.field('Headline').fill('NÕp tÝm Khuæi Thµng');
  await desk.body.click();
  await ask(window);
  const dialog = conversion(window);
  await dialog.getByRole('checkbox', { name: 'Block 1' }).press('Space');
  await dialog.getByRole('button', { name: 'Convert 2 passages' }).press('Enter');
  await expect(desk.field('Headline')).toHaveValue('Nếp tím Khuổi Thàng');
  expect(await paragraphs(desk.body)).toEqual(['Hîp t¸c x· ký hîp ®ång bao tiªu', 'Mưa lũ làm sạt lở quốc lộ']);
  await expect(window.getByText(/words converted; 4 of them in fields/)).toBeVisible();

  await ask(window);
  await dialog.getByRole('combobox', { name: 'Written in' }).press('Enter');
  await window.getByRole('option', { name: 'VIQR (Vie^.t Nam)' }).click();
  await expect(dialog).toContainText('Nothing would change.');
  await dialog.getByRole('button', { name: 'Keep as it is' }).click();
  expect(await paragraphs(desk.body)).toEqual(['Hîp t¸c x· ký hîp ®ång bao tiªu', 'Mưa lũ làm sạt lở quốc lộ']);
  await desk.saved();
});

test('what is pasted into a field is offered too; Unicode is not', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Standfirst').click();
  await desk.paste({ 'text/plain': 'Giá nếp tím cao hơn năm ngoái' });
  await expect(desk.field('Standfirst')).toHaveValue('Giá nếp tím cao hơn năm ngoái');
  await desk.field('Standfirst').fill('');
  await desk.paste({ 'text/plain': 'Gi¸ nÕp tÝm cao h¬n n¨m ngo¸i' });
  await expect(window.getByText('Text in an old Vietnamese encoding')).toHaveCount(1);
  await window.getByRole('button', { name: 'See it converted' }).click();
  await conversion(window)
    .getByRole('button', { name: /^Convert/ })
    .click();
  await expect(desk.field('Standfirst')).toHaveValue('Giá nếp tím cao hơn năm ngoái');
});

test('of a passage only what is selected: the rest keeps its font, and is converted later', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.paste({
    'text/html':
      '<p><span style="font-family:.VnTimeH">b¸o c¸o</span> <span style="font-family:.VnTime">x· Nµ Rµo</span></p>',
    'text/plain': '',
  });
  const dialog = conversion(window);
  const convert = async () => {
    await ask(window);
    await dialog.getByRole('button', { name: 'Convert 1 passage' }).click();
  };
  await desk.body.press('Home');
  for (let letter = 0; letter < 3; letter++) await desk.body.press('Shift+ArrowRight');
  await convert();
  expect(await paragraphs(desk.body)).toEqual(['BÁO c¸o x· Nµ Rµo']);
  await desk.body.press('End');
  await convert();
  expect(await paragraphs(desk.body)).toEqual(['BÁO CÁO xã Nà Rào']);
});
