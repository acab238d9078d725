import { findings } from './axe.ts';
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

test('findings in fields beside the page are walked to, marked and put right', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const tab = await desk.openTab('Story');
  await tab.getByRole('combobox', { name: 'Language' }).click();
  await window.getByRole('option', { name: 'Vietnamese' }).click();
  const field = tab.getByRole('textbox', { name: 'Web headline', exact: true });
  await field.fill('Đường mới ddến bản Nà Rào');
  await desk.field('Byline').fill('Nguyễn Văn Hưởng');
  // Shut, the field is brought there.
  await window.keyboard.press('Control+Alt+i');
  await desk.body.click();
  await window.keyboard.press('Alt+F7');
  await expect(window.getByRole('menuitem', { name: 'đến', exact: true })).toBeFocused();
  await expect(field).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(field).toHaveValue('Đường mới đến bản Nà Rào');
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('copydesk-spelling')?.size ?? 0)).toBe(0);

  await field.fill('Đường mới mở loois');
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('copydesk-spelling')?.size ?? 0)).toBe(0);
  await desk.body.click();
  // The line lies under the word, in the field.
  const marked = () =>
    window.evaluate(() => {
      const [range] = CSS.highlights.get('copydesk-spelling') ?? [];
      if (!range) return null;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { x, y, width, height } = live.getBoundingClientRect();
      return { x, y, width, height };
    });
  await expect.poll(marked).not.toBeNull();
  const [line, box] = [await marked(), await field.boundingBox()];
  if (!line || !box) throw new Error('nothing is marked');
  expect(line.y).toBeGreaterThanOrEqual(box.y);
  expect(line.y + line.height).toBeLessThanOrEqual(box.y + box.height);
  await window.mouse.click(line.x + line.width / 2, line.y + line.height / 2, { button: 'right' });
  await window.getByRole('menuitem', { name: 'lối', exact: true }).click();
  await expect(field).toHaveValue('Đường mới mở lối');
});

test('the newsroom’s words are listed in the settings, found without diacritics, added and forgotten', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const settings = await desk.settings();
  const input = settings.getByRole('textbox', { name: 'Find a word, or write a new one' });
  for (const word of ['Đoỏng', 'dyas', 'Kpă']) {
    await input.fill(word);
    await settings.getByRole('button', { name: 'Learn it' }).click();
    await expect(settings.getByRole('button', { name: `Forget “${word}”` })).toBeVisible();
  }
  const list = settings.locator('[data-learnt-words]');
  await expect(list.getByRole('listitem')).toHaveText(['dyas', 'Đoỏng', 'Kpă']);
  await input.fill('do');
  await expect(list.getByRole('listitem')).toHaveText(['Đoỏng']);
  expect(await findings(window)).toEqual([]);
  await settings.getByRole('button', { name: 'Forget “Đoỏng”' }).press('Enter');
  await expect(settings.getByText('The newsroom has no such word.')).toBeVisible();
  await expect(settings.getByText('2 words of the newsroom')).toBeVisible();
});
