// Whoever knows the shortcuts types on without waiting for what they open: nothing of it may fall into the story.
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('what is typed right after a shortcut goes into what it opens, never into the story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Bắc Kạn.');
  const into = async (keys: string, text: string) => {
    await window.keyboard.press(keys);
    await window.keyboard.type(text);
    await expect(window.locator(':focus')).toHaveValue(text);
    await window.keyboard.press('Escape');
    await expect(desk.body).toHaveText('Bắc Kạn.');
    await desk.body.click();
  };
  await into('Control+f', 'ba be');
  await into('Control+h', 'na ri');
  await into('Control+k', 'settings');
  await into('F1', 'bold');
});
