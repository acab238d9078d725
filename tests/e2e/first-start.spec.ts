import { spawn } from 'node:child_process';
import path from 'node:path';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

test('the first window shows the library with the sample story, in Vietnamese', async ({ launch }) => {
  const { window } = await launch({ lang: 'vi' });
  const library = window.getByRole('navigation', { name: 'Thư viện' });
  await expect(library.getByRole('list', { name: 'Các bài viết' }).getByRole('listitem')).toHaveCount(1);
  await expect(window.locator('html')).toHaveAttribute('lang', 'vi');
  const text = (await window.locator('[contenteditable=true]').textContent()) ?? '';
  expect(text).toMatch(/\d+,\d+%/);
  expect(text).toMatch(/tỷ đồng/);
  const photo = window.locator('[contenteditable=true] img').first();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
});

test('the window’s texts follow the language chosen in the settings, without a restart', async ({ launch }) => {
  const { window } = await launch({ lang: 'vi' });
  await window
    .getByRole('button', { name: 'Tin mới' })
    .or(window.getByRole('button', { name: /mới/ }))
    .first()
    .waitFor();
  await window.keyboard.press('Control+,');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await window.getByRole('option', { name: /Tiếng Anh|English/ }).click();
  await expect(window.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
});

test('a second instance hands over to the first and ends', async ({ launch }) => {
  const { app, window, profile } = await launch({ lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  const file = path.join(profile, 'not-there.copydesk');
  const second = spawn(app.process().spawnfile, [process.cwd(), `--profile=${profile}`, file], {
    env: { ...process.env, STANDIN_HEADLESS: '1' },
    stdio: 'ignore',
  });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(0);
  // The first one got the second one's file, and says what is wrong with it.
  await expect(window.getByText(/not a .copydesk file|no longer there|could not be read/i).first()).toBeVisible();
  expect(app.windows()).toHaveLength(1);
});
