import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startWordPress, type WordPressSite, wordPressMissing } from '../cms/wordpress.ts';
import { ALT, type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

const missing = wordPressMissing();
test.skip(missing !== null, missing ?? '');

let site: WordPressSite;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  if (!missing) site = await startWordPress();
});
test.afterAll(async () => site?.stop());
test.beforeEach(() => site.clear());

type Post = {
  id: number;
  status: string;
  link: string;
  featured_media: number;
  title: { raw: string };
  excerpt: { raw: string };
  content: { raw: string };
};
type Photo = { caption: { raw: string }; alt_text: string; source_url: string };
const posts = () => site.api('/wp/v2/posts?status=any&context=edit') as Promise<Post[]>;
const photos = () => site.api('/wp/v2/media?context=edit') as Promise<Photo[]>;

/** Settings: a WordPress site of that address and account. Leaves the form open after *Check*. */
async function addSite(desk: Desk, url: string, password: string) {
  const dialog = await desk.settings();
  await dialog.getByRole('button', { name: 'Add a WordPress site' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Báo điện tử');
  await dialog.getByRole('textbox', { name: 'Address of the site' }).fill(url);
  await dialog.getByRole('textbox', { name: 'User name' }).fill(site.users.editor.user);
  await dialog.getByLabel('Application password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  return dialog;
}

async function writeStory(desk: Desk): Promise<void> {
  await desk.newStory();
  await desk.field('Headline').fill('Đường mới về Pác Nặm');
  await desk.field('Standfirst').fill('Ba xã vùng cao có đường bê tông, 57,54% số hộ hưởng lợi.');
  await desk.body.click();
  await desk.window.keyboard.type('Con đường trị giá 3.700 triệu đồng vừa thông xe.');
  await desk.drop('photo.jpg', await pressPhoto());
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await desk.field(ALT).fill('Xe máy chạy trên đường mới.');
}

async function publish(desk: Desk) {
  const panel = await desk.openTab('Publish');
  const places = panel.getByRole('group', { name: 'Publish to' });
  await places.getByRole('checkbox', { name: 'Báo điện tử' }).check();
  await places.getByRole('checkbox').first().uncheck();
  await panel.getByRole('button', { name: /^(Publish|Update)$/ }).click();
  await desk.window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  return panel;
}

test('one click makes one post with photo and caption; again updates it; without a server it waits, survives a restart, goes out', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const first = await launch({ lang: 'en' });
  let desk = deskOf(first.window);
  await expect(desk.body).toBeVisible();
  const dialog = await addSite(desk, site.url, site.users.editor.password);
  await expect(dialog.getByText(/It may publish stories and send photos/)).toBeVisible();
  const keep = dialog.getByRole('checkbox', { name: /Keep the password on this computer/ });
  if ((await keep.count()) && !(await keep.isChecked())) await keep.click();
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  // The form warns of "a password kept here" by itself: it has to be gone first.
  await expect(dialog.getByRole('button', { name: 'Save destination' })).toBeHidden();
  await expect(dialog.getByText('password kept')).toBeVisible();
  // From now on the password is main's alone: the window is told that there is one, and no file shows it.
  const told = await first.window.evaluate(async () => {
    const { call } = (globalThis as unknown as { copydesk: { call(name: string, input: unknown): Promise<unknown> } })
      .copydesk;
    const fields = [...document.querySelectorAll('input')].map((input) => input.value);
    return JSON.stringify([await call('destination.list', {}), await call('app.start', {}), fields]);
  });
  expect(told).toContain('"secret":"stored"');
  expect(told).not.toContain(site.users.editor.password);
  for (const file of ['library/library.db', 'library/library.db-wal', 'preferences.json'])
    expect(readFileSync(join(first.profile, file)).includes(site.users.editor.password), file).toBe(false);
  await first.window.keyboard.press('Escape');
  await writeStory(desk);
  let panel = await publish(desk);
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();

  const [post, ...others] = await posts();
  expect(others).toEqual([]);
  expect(post).toMatchObject({ status: 'publish', title: { raw: 'Đường mới về Pác Nặm' } });
  expect(post?.excerpt.raw).toBe('Ba xã vùng cao có đường bê tông, 57,54% số hộ hưởng lợi.');
  expect(post?.content.raw.startsWith('<!-- wp:paragraph {"className":"lead"} -->')).toBe(true);
  expect(post?.content.raw).toContain('<!-- wp:image');
  expect(post?.content.raw).toMatch(/<figcaption class="wp-element-caption">[^<]*Bà con xã Pác Nặm/);
  const [photo, ...more] = await photos();
  expect(more).toEqual([]);
  expect(photo?.alt_text).toBe('Xe máy chạy trên đường mới.');
  expect(photo?.caption.raw).toContain(PRESS.caption);
  expect(photo?.caption.raw).toContain(PRESS.credit);
  await expect(panel.getByText(post?.link ?? 'no link').first()).toBeVisible();

  // Again after an edit, with the server down: it waits, says so, and survives a restart.
  await site.killPhp();
  await desk.body.getByText('Con đường').click();
  await first.window.keyboard.press('End');
  await first.window.keyboard.type(' Xe tải vào được tận bản.');
  panel = await publish(desk);
  await expect(panel.getByText('Waiting', { exact: true })).toBeVisible();
  await expect(desk.status).toContainText('1 story waiting to publish');
  await first.close();
  const second = await launch({ profile: first.profile, lang: 'en' });
  desk = deskOf(second.window);
  await expect(desk.status).toContainText('1 story waiting to publish');
  await site.startPhp();
  panel = await desk.openTab('Publish');
  const now = panel.getByRole('button', { name: 'Try now' });
  if (await now.isVisible()) await now.click();
  await expect(panel.getByText('Updated').first()).toBeVisible({ timeout: 60_000 });
  const after = await posts();
  expect(after.map(({ id }) => id)).toEqual([post?.id]);
  expect(after[0]?.content.raw).toContain('Xe tải vào được tận bản.');
  expect(await photos()).toHaveLength(1);
});

test('Check says in a sentence what is wrong', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  const dialog = await addSite(desk, site.url, 'wrong wrong wrong wrong');
  await expect(dialog.getByText(/did not accept the user name or the application password/)).toBeVisible();
  const plain = createServer((_request, response) => response.end('<h1>Hello</h1>'));
  const redirecting = createServer((request, response) =>
    response.writeHead(301, { location: `${site.url}${request.url}` }).end(),
  );
  const address = async (server: typeof plain) => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const check = async (url: string, sentence: RegExp) => {
    await dialog.getByRole('textbox', { name: 'Address of the site' }).fill(url);
    await dialog.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(dialog.getByText(sentence)).toBeVisible();
  };
  try {
    await check(await address(plain), /it is not WordPress/);
    await check(await address(redirecting), /redirects to another address/);
    await check('http://news.example.test', /not encrypted/);
    await check('không phải địa chỉ', /address is not valid/);
  } finally {
    plain.close();
    redirecting.close();
  }
});
