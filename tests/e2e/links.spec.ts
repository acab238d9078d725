import { findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('the links of a story: what is wrong, whether they answer, and where they are', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.body.pressSequentially(
    'See [the paper](http://127.0.0.1:9/a) and [the other](https://bao.example/x). End',
  );
  await expect(desk.body.locator('a')).toHaveCount(2);

  const story = await desk.openTab('Story');
  await story.getByRole('button', { name: 'Links' }).click();
  const row = story.getByRole('listitem').filter({ hasText: '127.0.0.1' });
  await expect(row).toContainText('http, not https');
  await expect(story.getByRole('listitem').filter({ hasText: 'bao.example' })).not.toContainText('http, not https');
  await story.getByRole('button', { name: 'Ask whether they answer' }).click();
  // Nothing on this computer is asked.
  await expect(row).toContainText('An address on a private network');
  await expect(story.getByRole('button', { name: 'Ask whether they answer' })).toBeVisible();
  await expect(story.getByRole('listitem').filter({ hasText: 'bao.example' })).toContainText(
    /There is no such site|No answer|offline/,
  );
  await row.getByRole('button', { name: /^the paper/ }).click();
  expect(await window.evaluate(() => getSelection()?.toString())).toBe('the paper');
  expect(await findings(window)).toEqual([]);

  const publish = await desk.openTab('Publish');
  await expect(publish.getByText('A link’s address wants another look')).toBeVisible();
});
