import { findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('shortcuts are looked up without diacritics, changed, taken from another command, refused, and kept', async ({
  launch,
}) => {
  const first = await launch({ lang: 'vi' });
  const { window, app } = first;
  await window.getByRole('textbox', { name: 'Nội dung bài' }).click();
  await window.keyboard.press('F1');
  const list = window.getByRole('dialog', { name: 'Phím tắt' });
  await list.getByRole('searchbox').fill('chu dam');
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(1);
  expect(await findings(window)).toEqual([]);
  const bold = rows.filter({ hasText: 'Chữ đậm' });
  const keys = bold.getByRole('button', { name: 'Đổi phím tắt' });
  await expect(keys).toHaveText('Ctrl+B');
  await keys.click();
  await window.keyboard.press('w');
  await expect(bold.getByRole('status')).toContainText('Telex');
  await window.keyboard.press('Control+v');
  await expect(bold.getByRole('status')).toContainText('cắt, dán');
  await window.keyboard.press('Control+Shift+p');
  await expect(bold.getByRole('status')).toContainText('“Đăng bài”');
  expect(await findings(window)).toEqual([]);
  await bold.getByRole('button', { name: 'Chuyển sang lệnh này' }).click();
  await expect(keys).toHaveText('Ctrl+Shift+P');
  await window.keyboard.press('Escape');
  await expect(list).toBeHidden();

  // At once in the body, the toolbar and the menu: the old keys do nothing.
  const body = window.getByRole('textbox', { name: 'Nội dung bài' });
  await window.getByRole('button', { name: 'Bài mới', exact: true }).first().click();
  await expect(body).toHaveText('');
  await body.click();
  await window.keyboard.press('Control+b');
  await window.keyboard.type('a');
  await window.keyboard.press('Control+Shift+p');
  await window.keyboard.type('b');
  await expect(body.locator('strong')).toHaveText('b');
  const accelerator = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator ?? null, id);
  expect([await accelerator('format.bold'), await accelerator('publish.open')]).toEqual(['CmdOrCtrl+Shift+P', null]);

  await first.close();
  const second = await launch({ profile: first.profile });
  await second.window.getByRole('textbox', { name: 'Nội dung bài' }).click();
  await second.window.keyboard.press('F1');
  const again = second.window.getByRole('dialog', { name: 'Phím tắt' });
  await again.getByRole('searchbox').fill('dam');
  await expect(again.getByRole('button', { name: 'Đổi phím tắt' })).toHaveText('Ctrl+Shift+P');
  await again.getByRole('button', { name: 'Đặt lại tất cả' }).click();
  await expect(again.getByRole('button', { name: 'Đổi phím tắt' })).toHaveText('Ctrl+B');
});

test('a shortcut works in the other windows, too', async ({ launch }) => {
  const { window, app } = await launch({ lang: 'en' });
  await deskOf(window).newStory();
  const opening = app.waitForEvent('window');
  await window.keyboard.press('Control+Shift+n');
  const other = await opening;
  await other.getByRole('textbox', { name: 'Headline', exact: true }).waitFor();
  await window.keyboard.press('F1');
  const list = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByRole('searchbox').fill('inspector');
  await list.getByRole('button', { name: 'Change the shortcut' }).click();
  await window.keyboard.press('Control+Shift+j');
  await expect(list.getByRole('button', { name: 'Change the shortcut' })).toHaveText('Ctrl+Shift+J');
  await other.keyboard.press('Control+Shift+j');
  await expect(other.getByRole('complementary')).toBeVisible();
});
