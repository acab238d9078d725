import { findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('focus mode, typewriter mode, zoom and outline: by shortcut and menu, and remembered', async ({ launch }) => {
  const first = await launch({ lang: 'en' });
  const { window, app } = first;
  const desk = deskOf(window);
  const library = window.getByRole('navigation', { name: 'Library' });
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Bắc Kạn');
  await window.keyboard.press('Control+Shift+d');
  await expect(library).toBeHidden();
  await expect(desk.body.locator('[data-current]')).toHaveText('Bắc Kạn');
  await window.keyboard.press('Control+Shift+t');
  const size = () => desk.body.evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  const plain = await size();
  await window.keyboard.press('Control+=');
  await window.keyboard.press('Control+=');
  await expect.poll(size).toBe(plain * 1.25);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view.zoomOut')?.click());
  await expect.poll(size).toBeCloseTo(plain * 1.1, 1);
  await window.keyboard.press('Control+Alt+o');
  await expect(window.getByRole('navigation', { name: 'Outline' })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  const isChecked = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.checked, id);
  expect([await isChecked('view.focus'), await isChecked('view.typewriter')]).toEqual([true, true]);
  await desk.saved();
  await first.close();

  const second = await launch({ profile: first.profile });
  const again = deskOf(second.window);
  await expect(second.window.getByRole('navigation', { name: 'Outline' })).toBeVisible();
  await expect(second.window.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await again.status.getByRole('button', { name: '110%' }).click();
  await expect
    .poll(() => again.body.evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize)))
    .toBe(plain);
  await again.status.getByRole('button', { name: 'Focus mode' }).click();
  await expect(second.window.getByRole('navigation', { name: 'Library' })).toBeVisible();
});

test('the status line counts what is selected, over several paragraphs and in a field', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Mưa lũ ở Bắc Kạn');
  await desk.body.click();
  await window.keyboard.type('Mưa lớn.');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Nước sông Năng lên.');
  const words = desk.status.locator('[data-words]');
  await expect(words).toHaveText('11 words');
  await window.keyboard.press('Control+a');
  await expect(words).toHaveText('6 of 11 words, 27 characters selected');
  await window.keyboard.press('ArrowRight');
  await expect(words).toHaveText('11 words');
  await desk.field('Headline').focus();
  await window.keyboard.press('Home');
  for (let n = 0; n < 6; n++) await window.keyboard.press('Shift+ArrowRight');
  await expect(words).toHaveText('2 of 11 words, 6 characters selected');
});

test('everything in the windows can be made larger, and stays so', async ({ launch }) => {
  const first = await launch({ lang: 'en' });
  const settings = await deskOf(first.window).settings();
  await settings.getByRole('combobox', { name: 'Size of the window’s content' }).click();
  await first.window.getByRole('option', { name: '150%' }).click();
  const factor = ({ app }: typeof first) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await expect.poll(() => factor(first)).toBe(1.5);
  await first.close();
  const second = await launch({ profile: first.profile });
  await second.window.getByRole('textbox').first().waitFor();
  await expect.poll(() => factor(second)).toBe(1.5);
});
