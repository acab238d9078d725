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
test.beforeEach(() => site.clear());

type Post = { id: number; content: { raw: string } };
const posts = () => site.api('/wp/v2/posts?status=any&context=edit') as Promise<Post[]>;

test('a story changed on the site: seen, compared, merged with what was written since, and published again', async ({
  launch,
}, info) => {
  test.setTimeout(240_000);
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
  await window.keyboard.press('Escape');

  await desk.newStory();
  await desk.field('Headline').fill('Đường mới về Pác Nặm');
  await desk.body.click();
  await window.keyboard.type('Con đường trị giá 3.700 triệu đồng vừa thông xe.');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Bà con ba xã đi lại dễ dàng.');
  const panel = await desk.openTab('Publish');
  const places = panel.getByRole('group', { name: 'Publish to' });
  await places.getByRole('checkbox', { name: 'Báo điện tử' }).check();
  await places.getByRole('checkbox').first().uncheck();
  const press = async () => {
    await panel.getByRole('button', { name: /^(Publish|Update)$/ }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  };
  await press();
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible({ timeout: 60_000 });

  // An editor corrects a figure in WordPress; the desk adds a word.
  const [post] = await posts();
  const raw = post!.content.raw.replace('3.700', '3.800');
  await site.api(`wp/v2/posts/${post!.id}`, { method: 'POST', body: { content: raw } });
  await desk.body.getByText('Bà con').click();
  await window.keyboard.press('End');
  await window.keyboard.type(' Ai cũng vui.');

  await panel.getByRole('button', { name: 'Look at the site' }).click();
  await expect(panel.getByText('Changed on the site')).toBeVisible({ timeout: 30_000 });
  await panel.getByRole('button', { name: 'See what changed…' }).click();
  const ways = window.getByRole('dialog');
  await expect(ways.getByText('Vừa thông xe', { exact: false }).or(ways.getByText('3.800')).first()).toBeVisible();
  for (const [theme, size] of [
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 900, height: 640 }],
  ] as const) {
    await arrange(app, window, theme, size);
    await window.screenshot({ path: info.outputPath(`ways-${theme}.png`) });
    expect(await findings(window)).toEqual([]);
  }
  await ways.getByRole('button', { name: 'Merge both' }).click();
  await expect(ways).toBeHidden();
  await expect(desk.body.getByText('3.800 triệu')).toBeVisible();
  await expect(desk.body.getByText('Ai cũng vui.')).toBeVisible();
  await expect(panel.getByText('Changed on the site')).toBeHidden();

  await press();
  await expect.poll(async () => (await posts())[0]?.content.raw, { timeout: 60_000 }).toContain('Ai cũng vui.');
  const [merged, ...others] = await posts();
  expect(others).toEqual([]);
  expect(merged!.content.raw).toContain('3.800 triệu');
});
