import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

test('what a photo knows, where from, who has checked it, and where it is used', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Dưa trong nhà lưới');
  await desk.drop('dua.jpg', await pressPhoto());
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await desk.saved();
  const tab = await desk.openTab('Photos');
  await tab.getByRole('button', { name: 'Photo 1: About the photo' }).press('Enter');
  const panel = window.getByRole('dialog', { name: 'About this photo' });
  // One Escape, from the closing button, too.
  await panel.getByRole('button', { name: 'Close' }).focus();
  await window.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const opener = tab.getByRole('button', { name: 'Photo 1: About the photo' });
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  const description = panel.getByRole('textbox', { name: 'Description', exact: true });
  await expect(description).toHaveValue(PRESS.caption);
  await expect(panel.getByText('From the file (XMP), not checked')).toHaveCount(3);
  await panel.getByRole('button', { name: 'Checked: Credit line' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Credit line' })).toBeFocused();
  await expect(panel.getByText('From the file (XMP), not checked')).toHaveCount(2);
  await expect(panel.getByText(/^From the file \(XMP\), checked by .+/)).toHaveCount(1);
  await expect(panel.getByRole('button', { name: 'Dưa trong nhà lưới' })).toBeVisible();
  await panel.getByRole('combobox', { name: 'How it was made (AI label)' }).click();
  await window.getByRole('option', { name: 'Made by AI', exact: true }).click();
  await expect(panel.getByText(/^Written by/)).toHaveCount(1);
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 1280, height: 800 });
    expect(await findings(window)).toEqual([]);
  }
  await description.fill('Bà con hái dưa lưới.');
  await panel.getByRole('textbox', { name: 'Photographer' }).focus();
  await expect(panel.getByText(/^Written by/)).toHaveCount(2);
  // The caption said the same: it is asked about, and changes only then.
  await window.keyboard.press('Escape');
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await window.getByRole('button', { name: 'Change the caption, too' }).click();
  await expect(desk.field('Caption')).toHaveValue('Bà con hái dưa lưới.');
  await desk.field('Caption').fill('Bà con hái dưa lưới ở Pác Nặm.');
  await desk.field('Headline').focus();
  await window.getByRole('button', { name: 'Change the description, too' }).click();
  await tab.getByRole('button', { name: 'Photo 1: About the photo' }).click();
  await expect(description).toHaveValue('Bà con hái dưa lưới ở Pác Nặm.');
});
