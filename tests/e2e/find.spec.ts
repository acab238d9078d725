import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('the open story is searched by its shortcut, walked through by F3, and its hidden fields come into sight', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Lúa Ba Bể. Lúa Ba Bể.');
  const tab = await desk.openTab('Story');
  await tab.getByRole('textbox', { name: 'Tags', exact: true }).fill('lúa');
  await window.keyboard.press('Control+Alt+i');
  await desk.body.click();
  await window.keyboard.press('Control+f');
  const bar = window.getByRole('search', { name: 'Find in the story' });
  await bar.getByRole('textbox').fill('lua');
  await expect(bar.getByRole('status').first()).toHaveText(/ of 3$/);
  await expect(tab).toBeHidden();
  for (let n = 0; n < 3; n++) await window.keyboard.press('F3');
  await expect(tab.getByRole('textbox', { name: 'Tags', exact: true })).toBeVisible();
  await window.keyboard.press('Control+h');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('Ngô');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByText('Replaced 3, 1 of them in fields')).toBeVisible();
  await expect(desk.body).toHaveText('Ngô Ba Bể. Ngô Ba Bể.');
  await desk.saved();
});
