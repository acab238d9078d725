import { photo } from '../fixtures/photo.ts';
import { arrange, findings } from './axe.ts';
import { ALT, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { pressPhoto } from './photos.ts';

const PHOTOS = 20;

test('twenty photos are captioned with the keyboard alone', async ({ launch }) => {
  test.slow();
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => window.keyboard.insertText(text);
  // Each is dropped at the top: the last one is the first of the story.
  await desk.newStory();
  await desk.field('Headline').fill('Dưa lưới về bản');
  for (let at = 0; at < PHOTOS; at++) {
    await desk.drop(`dua-${at}.jpg`, at === PHOTOS - 1 ? await pressPhoto(99) : await photo('jpeg', 60, 40, at + 1));
    await expect(desk.field('Caption')).toHaveCount(at + 1);
  }
  await desk.body.focus();

  await press('Control+Alt+g');
  const table = window.getByRole('dialog', { name: 'Light table' });
  const field = (name: string, at: number) => table.getByRole('textbox', { name, exact: true }).nth(at);
  await expect(table.getByText(`0 of ${PHOTOS} photos complete`)).toBeVisible();
  // The first text that somebody has to look at: the press photo's alt text is missing.
  await expect(field(ALT, 0)).toBeFocused();
  await type('Người hái dưa 1');
  for (let at = 1; at < PHOTOS; at++) {
    await press('Control+ArrowDown');
    await expect(field(ALT, at)).toBeFocused();
    await type(`Người hái dưa ${at + 1}`);
  }
  await expect(field(ALT, 7)).toHaveValue('Người hái dưa 8');

  // From the last alt text back to its caption, and up.
  const goBackTo = async (name: string, at: number) => {
    while (!(await field(name, at).evaluate((element) => element === document.activeElement))) await press('Shift+Tab');
  };
  await goBackTo('Caption', PHOTOS - 1);
  for (let at = PHOTOS - 1; at > 0; at--) {
    await expect(field('Caption', at)).toBeFocused();
    await type(`Bà con thu hoạch dưa, ruộng ${at + 1}`);
    await press('Control+ArrowUp');
  }

  // What came with the first photo is right; its credit goes to all that have none.
  await expect(field('Caption', 0)).toBeFocused();
  await expect(table.getByRole('button', { name: 'Checked: Caption' })).toBeVisible();
  await press('Alt+Enter');
  await expect(table.getByRole('button', { name: /^Checked:/ })).toHaveCount(0);
  await press('Tab');
  while (!(await field('Credit, photographer', 0).evaluate((element) => element === document.activeElement)))
    await press('Tab');
  await press('Control+d');
  await expect(table.getByRole('status').filter({ hasText: 'Copied' })).toHaveText(`Copied to ${PHOTOS - 1} photos`);
  await expect(field('Credit, photographer', 19)).toHaveValue(await field('Credit, photographer', 0).inputValue());
  await expect(table.getByText(`${PHOTOS} of ${PHOTOS} photos complete`)).toBeVisible();

  // All in one step back, and there again.
  await press('Control+z');
  await expect(field('Credit, photographer', 19)).toHaveValue('');
  await press('Control+Shift+z');
  await expect(field('Credit, photographer', 19)).not.toHaveValue('');

  await press('Alt+ArrowDown');
  await expect(table.getByText('The photo is now number 2')).toBeVisible();
  await expect(field('Credit, photographer', 1)).toBeFocused();
  await expect(field(ALT, 1)).toHaveValue('Người hái dưa 1');

  await press('Escape');
  await expect(table).toBeHidden();
  await expect(desk.body).toBeFocused();
  await expect(desk.field('Caption').nth(19)).toHaveValue('Bà con thu hoạch dưa, ruộng 20');
  await expect(desk.field(ALT).nth(1)).toHaveValue('Người hái dưa 1');
  await desk.saved();

  await press('Control+Alt+g');
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 1280, height: 800 });
    expect(await findings(window)).toEqual([]);
  }
});
