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
  await form.getByRole('button', { name: 'Save the rule' }).click();

  // A pattern that never ends is stopped and named; the other rules go on.
  await settings.getByRole('button', { name: 'New rule' }).click();
  await set('Name').fill('Không dừng');
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
  await window.keyboard.press('Escape');

  const panel = await desk.openTab('Review');
  await expect(panel.getByText(/^The rule “Không dừng” took too long/)).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Từ không dùng' })).toBeVisible();
});
