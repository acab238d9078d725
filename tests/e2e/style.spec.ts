import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('findings of the house style are accepted, ignored, undone and shown before publication', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Đường dài 5 Km');
  await desk.body.click();
  await window.keyboard.type('Tuyến dài 12 Km, rộng 30 m2. Chi 500 VND.');
  const about = await desk.openTab('Story');
  await about.getByRole('combobox', { name: 'Language' }).click();
  await window.getByRole('option', { name: 'Vietnamese' }).click();
  const panel = await desk.openTab('Review');
  const areas = panel.getByRole('list', { name: 'Mét vuông viết m²' });
  const units = panel.getByRole('list', { name: 'Ki-lô-mét viết km' });
  await expect(areas.getByRole('listitem')).toHaveCount(1);
  await expect(units.getByRole('listitem')).toHaveCount(2);
  await expect(panel).toContainText('Nghị định 86/2012/NĐ-CP');
  expect(await findings(window)).toEqual([]);

  // By keyboard alone: go there, accept; the focus goes on to the next finding.
  await areas.getByRole('button', { name: /^Go to m2 / }).press('Enter');
  expect(await window.evaluate(() => String(getSelection()))).toBe('m2');
  await areas.getByRole('button', { name: 'Accept: change “m2”' }).press('Enter');
  await expect(areas).toBeHidden();
  await expect(desk.body).toHaveText('Tuyến dài 12 Km, rộng 30 m². Chi 500 VND.');
  await expect(panel.locator('[data-spot]:focus')).toHaveCount(1);
  await panel.getByRole('button', { name: /^Accept all 2/ }).click();
  await expect(desk.field('Headline')).toHaveValue('Đường dài 5 km');
  await expect(units).toBeHidden();
  await desk.body.click();
  await window.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('Tuyến dài 12 Km, rộng 30 m². Chi 500 VND.');
  await expect(units.getByRole('listitem')).toHaveCount(1);
  await units.getByRole('button', { name: 'Ignore “Km” once' }).click();
  await expect(units).toBeHidden();

  const publish = await desk.openTab('Publish');
  await expect(publish.getByText('House style: Tiền Việt Nam là đồng (1)', { exact: true })).toBeVisible();
  await desk.openTab('Review');
  await panel.getByRole('button', { name: 'Ignore “500 VND” for ever' }).click();
  await expect(panel).toContainText('Nothing differs');

  const settings = await desk.settings();
  const row = settings.getByRole('listitem').filter({ hasText: 'Ki-lô-mét viết km' });
  await expect(row).toContainText('Accepted 2 · ignored 1');
  await row.getByRole('checkbox').uncheck();
  await settings.getByRole('button', { name: 'Find “500 VND” again' }).click();
  await window.keyboard.press('Escape');
  await expect(panel.getByRole('list', { name: 'Tiền Việt Nam là đồng' })).toBeVisible();
});

test('place names by the day of the story, the closing mark, fields of the inspector; a rule that is mostly ignored shows', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const settings = await desk.settings();
  await settings.getByRole('textbox', { name: 'Closing mark' }).fill('./.');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Escape');
  await desk.newStory();
  await expect(desk.field('Closing mark')).toHaveValue('./.');
  await desk.field('Date').fill('08:37, 14/06/2021');
  const about = await desk.openTab('Story');
  await about.getByRole('combobox', { name: 'Language' }).click();
  await window.getByRole('option', { name: 'Vietnamese' }).click();
  await about.getByRole('textbox', { name: 'Social headline' }).fill('Tăng 57.54% ở tỉnh Bắc Kạn');
  await desk.body.click();
  await window.keyboard.type('Ở tỉnh Bắc Kạn có 12 Km, 13 Km, 14 Km, 15 Km, 16 Km đường.');
  const panel = await desk.openTab('Review');
  const km = panel.getByRole('list', { name: 'Ki-lô-mét viết km' });
  await expect(km.getByRole('listitem')).toHaveCount(5);
  const places = panel.getByRole('list', { name: 'Tên tỉnh sau sắp xếp năm 2025' });
  await expect(places).toBeHidden();
  await desk.field('Date').fill('08:37, 14/06/2026');
  await expect(places.getByRole('listitem')).toHaveCount(2);
  await expect(panel).toContainText('Nghị quyết 202/2025/QH15');

  // A field of another tab is shown first, and its words selected.
  await panel.getByRole('button', { name: /^Go to 57.54 / }).press('Enter');
  const social = window.getByRole('textbox', { name: 'Social headline' });
  await expect(social).toBeFocused();
  const selected = () =>
    social.evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
  await expect.poll(selected).toBe('57.54');
  // Its words are underlined there, too, and have the menu.
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowRight');
  await social.press('ContextMenu');
  await expect(window.getByRole('menuitem', { name: '57,54', exact: true })).toBeFocused();
  await window.keyboard.press('Escape');
  // By keyboard: from there to the body, and back to the field of another tab, at which the menu opens, too.
  await window.keyboard.press('Alt+Shift+F8');
  await expect(window.getByRole('menuitem', { name: 'km', exact: true })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(desk.body).toBeFocused();
  await desk.openTab('Review');
  await desk.body.press('Control+End');
  await window.keyboard.press('Alt+F8');
  await expect(window.getByRole('menuitem', { name: '57,54', exact: true })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(social).toHaveValue('Tăng 57,54% ở tỉnh Bắc Kạn');
  await desk.openTab('Review');

  for (let left = 4; left >= 0; left -= 1) {
    await km.getByRole('button', { name: 'Ignore “Km” once' }).first().press('Enter');
    await expect(km.getByRole('listitem')).toHaveCount(left);
  }
  await desk.field('Closing mark').fill('/.');
  const closing = panel.getByRole('list', { name: 'Dấu kết bài' });
  await closing.getByRole('button', { name: 'Accept: change “/.”' }).press('Enter');
  await expect(desk.field('Closing mark')).toHaveValue('./.');

  await desk.settings();
  await expect(settings.getByText(/^Ignored more often than followed: “Ki-lô-mét viết km”/)).toBeVisible();
  const row = settings.getByRole('listitem').filter({ hasText: 'Ki-lô-mét viết km' });
  await expect(row).toContainText('Accepted 0 · ignored 5');
  expect(await findings(window)).toEqual([]);
  await settings.getByRole('checkbox', { name: /^Underline in the text what differs from the rules/ }).uncheck();
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('copydesk-style')?.size ?? 0)).toBe(0);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+F8');
  await expect(window.getByText('Underlining by the house style is switched off.')).toBeVisible();
});

test('a newsroom writes a rule, tries it, shares its set, and a changed set is refused', async ({ launch }, info) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type(`Từ cấm: xyz. ${'a'.repeat(40)}!`);
  const settings = await desk.settings();
  await settings.getByRole('button', { name: 'New rule' }).click();
  const form = settings.getByRole('region', { name: 'Style rule' });
  const set = (name: string) => form.getByRole('textbox', { name, exact: true });
  await set('Name').fill('Từ không dùng');
  await form.getByRole('combobox', { name: 'Looks for' }).selectOption('pattern');
  await set('What to look for').fill('(xyz');
  await set('Try it').fill('Một xyz hai.');
  await expect(form.getByRole('status')).toContainText('cannot be used');
  await set('What to look for').fill('xyz');
  await set('Instead (empty: only pointed out)').fill('abc');
  await expect(form.getByRole('status')).toContainText('Would write: Một abc hai.');
  await form.getByRole('checkbox', { name: /^Blocks publication/ }).check();
  expect(await findings(window)).toEqual([]);
  await form.getByRole('button', { name: 'Save the rule' }).press('Enter');
  await expect(set('Why')).toBeFocused();
  await expect(form).toContainText('Say why');
  await set('Why').fill('Xúc phạm.');
  await form.getByRole('button', { name: 'Save the rule' }).press('Enter');

  // A pattern that never ends is stopped and named; the other rules go on.
  await settings.getByRole('button', { name: 'New rule' }).click();
  await set('Name').fill('Không dừng');
  await set('Why').fill('Thử.');
  await form.getByRole('combobox', { name: 'Looks for' }).selectOption('pattern');
  await set('What to look for').fill('(a+)+b');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  const own = settings.getByRole('list', { name: 'Rules of the newsroom' });
  await expect(own.getByRole('listitem')).toHaveCount(2);

  const out = join(info.outputDir, 'ours.copydesk-style');
  await answerDialogs(app, out);
  await settings.getByRole('button', { name: 'Export the set Rules of the newsroom' }).click();
  await expect.poll(() => (existsSync(out) ? readFileSync(out, 'utf8') : '')).toContain('signature');
  await settings.getByRole('button', { name: 'Import a set' }).click();
  const question = window.getByRole('dialog', { name: /^Import the set/ });
  await expect(question).toContainText(/[0-9a-f]{64}/);
  await question.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(own.getByRole('listitem')).toHaveCount(2);
  writeFileSync(out, readFileSync(out, 'utf8').replace('xyz', 'xyy'));
  await settings.getByRole('button', { name: 'Import a set' }).click();
  await expect(window.getByRole('alert').getByText(/has no valid signature/)).toBeVisible();
  writeFileSync(out, '{"format": "copydesk-style", ');
  await settings.getByRole('button', { name: 'Import a set' }).click();
  await expect(window.getByRole('alert').getByText(/not a set of style rules/)).toBeVisible();
  writeFileSync(out, ' '.repeat(3 * 1024 * 1024));
  await settings.getByRole('button', { name: 'Import a set' }).click();
  await expect(window.getByRole('alert').getByText(/larger than allowed/)).toBeVisible();
  await expect(own.getByRole('listitem')).toHaveCount(2);
  await window.keyboard.press('Escape');

  const panel = await desk.openTab('Review');
  await expect(panel.getByText(/^The rule “Không dừng” took too long/)).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Từ không dùng' })).toBeVisible();
});
