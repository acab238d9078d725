import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('a type decides which fields there are, how long they may be, and what publication needs', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Mưa lớn');
  await desk.field('Standfirst').fill('Nước lên nhanh trong đêm.');
  await desk.body.click();
  await window.keyboard.type('Sáng nay nước rút.');
  const panel = await desk.openTab('Story');
  const type = panel.getByRole('combobox', { name: 'Story type' });
  const choose = async (name: string) => {
    await type.click();
    await window.getByRole('option', { name, exact: true }).click();
  };
  await expect(type).toHaveText('News');
  await expect(desk.field('Kicker')).toBeVisible();

  // What a person wrote stays in sight, with a note; what is empty goes.
  await choose('Brief');
  await expect(desk.field('Kicker')).toBeHidden();
  await expect(desk.field('Standfirst')).toHaveValue('Nước lên nhanh trong đêm.');
  await expect(window.getByRole('article', { name: 'Story' })).toContainText('does not use this field');
  // Enter passes over the field that is not there, into the one that is.
  await desk.field('Headline').press('Enter');
  await expect(desk.field('Standfirst')).toBeFocused();

  await choose('Interview');
  await expect(desk.field('Kicker')).toBeVisible();
  await expect(window.getByRole('article', { name: 'Story' })).not.toContainText('does not use this field');
  const publish = await desk.openTab('Publish');
  const missing = publish.getByText('Byline: this type of story needs it');
  await expect(missing).toBeVisible();
  await publish.getByRole('button', { name: /^Byline: this type/ }).click();
  await expect(desk.field('Byline')).toBeFocused();
  await window.keyboard.type('Minh Thư');
  await expect(missing).toBeHidden();
  await desk.saved();
  // The versions tell of it by its name.
  await window.keyboard.press('Control+Shift+h');
  await window.getByRole('button', { name: 'Side by side' }).click();
  await expect(window.getByRole('main', { name: 'Version history' })).toContainText('Story type added: Interview');
});

test('a template brings its type', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  await window.keyboard.press('Control+Alt+n');
  const modal = window.locator('[data-modal]');
  await modal.getByRole('radio', { name: /Interview/ }).click();
  await modal.getByRole('button', { name: 'Start from this template' }).click();
  await expect(desk.field('Headline')).toHaveValue(/\[/);
  const panel = await desk.openTab('Story');
  await expect(panel.getByRole('combobox', { name: 'Story type' })).toHaveText('Interview');
});

test('a newsroom makes, exports, takes in and deletes its own types', async ({ launch }, info) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const settings = await desk.settings();
  const list = settings.getByRole('list', { name: 'Story types' });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await settings.getByRole('button', { name: 'New type' }).click();
  await settings.getByRole('textbox', { name: 'Name' }).fill('');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings).toContainText('The type needs a name.');
  await settings.getByRole('textbox', { name: 'Name' }).fill('Thể thao');
  await settings.getByRole('combobox', { name: 'Section: use' }).selectOption('Required');
  await settings.getByRole('textbox', { name: 'Section: starts with' }).fill('Thể thao');
  await settings.getByRole('textbox', { name: 'Section: help' }).fill('Tên môn đứng trước');
  await settings.getByRole('textbox', { name: 'Tags: limit in characters' }).fill('mười');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.getByRole('alert')).toContainText('A limit is a whole number');
  await expect(settings.getByRole('textbox', { name: 'Tags: limit in characters' })).toBeFocused();
  await settings.getByRole('textbox', { name: 'Tags: limit in characters' }).fill('100');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(list.getByRole('listitem')).toHaveCount(7);

  const file = join(info.outputDir, 'the-thao.copydesk-type');
  await answerDialogs(app, file);
  await settings.getByRole('button', { name: 'Export “Thể thao” as a file' }).click();
  await expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('Tên môn đứng trước');
  // It is here already: that is asked.
  await settings.getByRole('button', { name: 'Import a file…' }).click();
  await expect(window.getByRole('dialog', { name: 'Replace the type “Thể thao”?' })).toBeVisible();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await settings.getByRole('button', { name: 'Delete “Thể thao”' }).click();
  await window
    .getByRole('dialog', { name: /^Delete the type/ })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await settings.getByRole('button', { name: 'Import a file…' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(7);
  await window.keyboard.press('Escape');

  await desk.newStory();
  const panel = await desk.openTab('Story');
  await panel.getByRole('combobox', { name: 'Story type' }).click();
  await window.getByRole('option', { name: 'Thể thao' }).click();
  await expect(panel.getByRole('textbox', { name: 'Section' })).toHaveValue('Thể thao');
  await expect(panel).toContainText('Tên môn đứng trước');
});

test('axe finds nothing in the types of the settings', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const settings = await desk.settings();
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 960, height: 640 });
    await settings.getByRole('button', { name: 'Edit “Brief”' }).click();
    await expect(settings.getByRole('table')).toBeVisible();
    expect(await findings(window), theme).toEqual([]);
    await settings.getByRole('button', { name: 'Cancel' }).click();
  }
});
