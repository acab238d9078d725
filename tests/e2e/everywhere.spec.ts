import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('title case from the palette and the menu, spaces kept together, and the time to read it out', async ({
  launch,
}) => {
  const { window, app } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const tab = await desk.openTab('Story');
  await tab.getByRole('combobox', { name: 'Language' }).click();
  await window.getByRole('option', { name: 'Vietnamese' }).click();
  const headline = desk.field('Headline');
  await headline.fill('đưa nghị quyết của Đảng về TP. Bắc Kạn');
  const choose = async (name: string) => {
    await window.keyboard.press('Control+k');
    await window.getByRole('combobox', { name: 'Search commands' }).fill(name);
    await window.keyboard.press('Enter');
  };
  await choose('title case');
  await expect(headline).toHaveValue('Đưa Nghị Quyết của Đảng về TP. Bắc Kạn');
  await expect(headline).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(headline).toHaveValue('đưa nghị quyết của Đảng về TP. Bắc Kạn');
  // Undoing selects what it brings back.
  await window.keyboard.press('End');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('case.upper')?.click());
  await expect(headline).toHaveValue('ĐƯA NGHỊ QUYẾT CỦA ĐẢNG VỀ TP. BẮC KẠN');
  await choose('keep numbers and names');
  await expect(headline).toHaveValue('ĐƯA NGHỊ QUYẾT CỦA ĐẢNG VỀ TP.\u00a0BẮC\u00a0KẠN');
  await expect(window.getByText('2 places kept together at line ends.')).toBeVisible();
  await desk.body.click();
  await choose('lower case');
  await expect(window.getByText('Select the words to change, or put the caret in a headline.')).toBeVisible();
  await desk.body.click();
  await window.keyboard.insertText(Array(25).fill('57,54%').join(' '));
  // 25 times nine syllables, and ten of the headline.
  await expect(tab.getByRole('definition').filter({ hasText: /^0:57$/ })).toBeVisible();
  await expect(tab.getByText('Read out, min:s')).toBeVisible();
});
