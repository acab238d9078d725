import { startWordPress, type WordPressSite, wordPressMissing } from '../cms/wordpress.ts';
import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const missing = wordPressMissing();
test.skip(missing !== null, missing ?? '');

let site: WordPressSite;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  if (!missing) site = await startWordPress();
});
test.afterAll(async () => site?.stop());

type Named = { id: number; name: string };
const make = async (kind: string, name: string, parent?: number) =>
  ((await site.api(`wp/v2/${kind}`, { method: 'POST', body: { name, ...(parent && { parent }) } })) as Named).id;

test('a story is filed by keys alone under the site’s own categories and tags, and is there after a restart of the tab', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const economy = await make('categories', 'Kinh tế');
  const farming = await make('categories', 'Nông nghiệp', economy);
  await make('tags', 'Pác Nặm');
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const dialog = await desk.settings();
  await dialog.getByRole('button', { name: 'Add a WordPress site' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Báo điện tử');
  await dialog.getByRole('textbox', { name: 'Address of the site' }).fill(site.url);
  await dialog.getByRole('textbox', { name: 'User name' }).fill(site.users.editor.user);
  await dialog.getByLabel('Application password', { exact: true }).fill(site.users.editor.password);
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await expect(dialog.getByRole('button', { name: 'Save destination' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  await desk.newStory();
  await desk.field('Headline').fill('Đường mới về Pác Nặm');
  await desk.body.click();
  await window.keyboard.type('Con đường vừa thông xe.');
  const panel = await desk.openTab('Publish');
  const places = panel.getByRole('group', { name: 'Publish to' });
  await places.getByRole('checkbox', { name: 'Báo điện tử' }).check();
  await places.getByRole('checkbox').first().uncheck();
  const fold = panel.getByRole('button', { name: 'Filed on Báo điện tử' });
  await fold.focus();
  await window.keyboard.press('Enter');

  const categories = panel.getByRole('combobox', { name: 'Categories' });
  await categories.focus();
  await window.keyboard.type('nong');
  await expect(panel.getByRole('option', { name: 'Kinh tế › Nông nghiệp' })).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  const tags = panel.getByRole('combobox', { name: 'Tags' });
  await tags.focus();
  await window.keyboard.type('pac');
  await expect(panel.getByRole('option', { name: 'Pác Nặm', exact: true })).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.type('đường mới');
  await expect(panel.getByRole('option', { name: 'New: đường mới' })).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'Take đường mới away' })).toBeVisible();
  for (const [theme, size] of [
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 900, height: 640 }],
  ] as const) {
    await arrange(app, window, theme, size);
    await window.screenshot({ path: test.info().outputPath(`placement-${theme}.png`) });
    expect(await findings(window)).toEqual([]);
  }

  await desk.openTab('Story');
  await desk.openTab('Publish');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(panel.getByText('Nông nghiệp, Pác Nặm, đường mới')).toBeVisible();
  await panel.getByRole('button', { name: /^(Publish|Update)$/ }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect
    .poll(async () => {
      const [post] = (await site.api('wp/v2/posts')) as { categories: number[]; tags: number[] }[];
      return post && [post.categories, post.tags.length];
    })
    .toEqual([[farming], 2]);
});
