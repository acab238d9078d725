import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('a word learnt in one story is left alone in every other, also after a restart; the house’s tone marks', async ({
  launch,
}) => {
  const { window, profile, close } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.body.pressSequentially('They blorch in hoà bình. ');
  const marked = () => window.evaluate(() => CSS.highlights.get('copydesk-spelling')?.size ?? 0);
  await expect.poll(() => marked()).toBe(1);
  await window.keyboard.press('Alt+F7');
  await window.getByRole('menuitem', { name: 'Learn “blorch” for the newsroom' }).click();
  await expect(window.getByText('“blorch” is now a word of the newsroom.')).toBeVisible();
  await expect.poll(() => marked()).toBe(0);

  const settings = await desk.settings();
  await settings.getByRole('combobox', { name: 'Tone mark of oa, oe, uy' }).click();
  await window.getByRole('option', { name: 'hòa, khỏe, thúy' }).click();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('as the house does');
  await window.keyboard.press('Enter');
  await expect(desk.body).toHaveText('They blorch in hòa bình. ');
  await expect(window.getByText('Rewritten as the house does: 1.')).toBeVisible();
  await desk.saved();
  await close();

  const again = await launch({ lang: 'en', profile });
  const later = deskOf(again.window);
  await later.newStory();
  await later.body.click();
  await later.body.pressSequentially('One blorch, two dyas ');
  await expect.poll(() => again.window.evaluate(() => CSS.highlights.get('copydesk-spelling')?.size ?? 0)).toBe(1);
});
