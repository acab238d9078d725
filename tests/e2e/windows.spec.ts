import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, type Launched, test } from './launch.ts';

/** Puts the open story into a window of its own. */
async function ownWindow(app: ElectronApplication, window: Page): Promise<Page> {
  const [made] = await Promise.all([app.waitForEvent('window'), window.keyboard.press('Control+Shift+n')]);
  await made.waitForURL((url) => url.protocol !== 'about:');
  await expect(deskOf(made).body).toBeVisible();
  return made;
}

/** The window of this headline has the focus. */
const isInFront = (app: ElectronApplication, headline: string) =>
  app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getFocusedWindow()?.getTitle().startsWith(wanted) ?? false,
    headline,
  );

async function twoStories({ window }: Launched) {
  const desk = deskOf(window);
  for (const headline of ['Bài thứ nhất', 'Bài thứ hai']) {
    await desk.newStory();
    await desk.field('Headline').fill(headline);
    await desk.saved();
  }
  return desk;
}

test('a story has a window of its own, one at a time, and every word of it', async ({ launch }) => {
  const launched = await launch({ lang: 'en' });
  const { app, window } = launched;
  const desk = await twoStories(launched);
  const made = await ownWindow(app, window);
  const own = deskOf(made);
  await expect(own.field('Headline')).toHaveValue('Bài thứ hai');
  await expect(made.getByRole('navigation', { name: 'Library' })).toHaveCount(0);
  await expect(window.getByText('No story is open')).toBeVisible();

  await own.body.click();
  await made.keyboard.type('Viết ở cửa sổ riêng.');
  // Asked for at the desk meanwhile, it is not opened a second time: its own window comes forward.
  await desk.stories.filter({ hasText: 'Bài thứ hai' }).getByRole('button').first().click();
  await expect(window.getByRole('region', { name: 'Notices' })).toContainText('open in another window');
  await expect.poll(() => isInFront(app, 'Bài thứ hai')).toBe(true);
  await own.saved();

  // Another story at the desk, at the same time; then both windows go, and all is there.
  await desk.stories.filter({ hasText: 'Bài thứ nhất' }).getByRole('button').first().click();
  await expect(desk.field('Headline')).toHaveValue('Bài thứ nhất');
  await desk.body.click();
  await window.keyboard.type('Viết ở bàn làm việc.');
  await made.keyboard.type(' Và viết thêm.');
  await app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) if (each.getTitle().startsWith('Bài thứ hai')) each.close();
  });
  await expect.poll(() => app.windows().length).toBe(1);
  await desk.stories.filter({ hasText: 'Bài thứ hai' }).getByRole('button').first().click();
  await expect(desk.body).toHaveText('Viết ở cửa sổ riêng. Và viết thêm.');
  // By key: what was just saved moves up in the list, away from under a pointer.
  await desk.stories.filter({ hasText: 'Bài thứ nhất' }).getByRole('button').first().press('Enter');
  await expect(desk.body).toHaveText('Viết ở bàn làm việc.');
});

test('a story that goes into the trash leaves its own window, with the last words on disk', async ({ launch }) => {
  const launched = await launch({ lang: 'en' });
  const { app, window } = launched;
  const desk = await twoStories(launched);
  const made = await ownWindow(app, window);
  await deskOf(made).body.click();
  await made.keyboard.type('Gõ ngay trước đó.');
  await desk.stories.filter({ hasText: 'Bài thứ hai' }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await expect.poll(() => app.windows().length).toBe(1);
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await desk.stories.filter({ hasText: 'Bài thứ hai' }).getByRole('button').first().click();
  await expect(desk.body).toHaveText('Gõ ngay trước đó.');
});

test('quitting asks every window; what was typed in each is there at the next start', async ({ launch }) => {
  const launched = await launch({ lang: 'en' });
  const { app, window, close, profile } = launched;
  const desk = await twoStories(launched);
  const made = await ownWindow(app, window);
  await deskOf(made).body.click();
  await made.keyboard.type('Chưa kịp lưu thì thoát.');
  await desk.stories.filter({ hasText: 'Bài thứ nhất' }).getByRole('button').first().click();
  await desk.body.click();
  await window.keyboard.type('Cả ở đây nữa.');
  await close();
  const again = await launch({ profile, lang: 'en' });
  const later = deskOf(again.window);
  await expect(later.body).toHaveText('Cả ở đây nữa.');
  await later.stories.filter({ hasText: 'Bài thứ hai' }).getByRole('button').first().click();
  await expect(later.body).toHaveText('Chưa kịp lưu thì thoát.');
});

test('what belongs to the desk is done at the desk, from a story’s own window', async ({ launch }) => {
  const launched = await launch({ lang: 'en' });
  const { app, window } = launched;
  await twoStories(launched);
  const made = await ownWindow(app, window);
  await made.keyboard.press('Control+Shift+f');
  await expect(window.locator('#library-search')).toBeFocused();
  const [third] = await Promise.all([app.waitForEvent('window'), made.keyboard.press('Control+n')]);
  await third.waitForURL((url) => url.protocol !== 'about:');
  await expect(deskOf(third).field('Headline')).toHaveValue('');
  await expect(deskOf(made).field('Headline')).toHaveValue('Bài thứ hai');
});

test('a library of a newer program: the window says why, and opens it as soon as it can', async ({ launch }) => {
  const { profile, close, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Vẫn còn nguyên');
  await desk.saved();
  await close();
  const file = path.join(profile, 'library/library.db');
  const sound = readFileSync(file);
  const db = new DatabaseSync(file);
  db.exec("PRAGMA user_version=99; UPDATE library SET value = '99' WHERE name = 'schema'");
  db.close();

  const again = await launch({ profile, lang: 'en' });
  const problem = again.window.getByRole('main');
  await expect(problem).toContainText('A newer version of Copydesk wrote this library');
  await expect(problem).toContainText(path.join(profile, 'library'));
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(again.window.getByRole('region', { name: 'Notices' })).toContainText('Not done');
  writeFileSync(file, sound);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(deskOf(again.window).field('Headline')).toHaveValue('Vẫn còn nguyên');
});

test('a library that another program has open: another folder can be chosen, and is kept in mind', async ({
  launch,
}) => {
  const first = await launch({ lang: 'en' });
  await expect(deskOf(first.window).body).toBeVisible();
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'));
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'library-'));
  const prefs = { prefs: { language: 'en', libraryFolder: path.join(first.profile, 'library') } };
  writeFileSync(path.join(profile, 'preferences.json'), JSON.stringify(prefs));
  const second = await launch({ profile });
  const problem = second.window.getByRole('main');
  await expect(problem).toContainText('Another Copydesk has this library open');
  await answerDialogs(second.app, elsewhere);
  await problem.getByRole('button', { name: 'Choose another folder' }).click();
  const desk = deskOf(second.window);
  await desk.newStory();
  await desk.field('Headline').fill('Ở thư viện khác');
  await desk.saved();
  await second.close();
  const again = await launch({ profile });
  await expect(deskOf(again.window).field('Headline')).toHaveValue('Ở thư viện khác');
  await again.close();
  for (const folder of [profile, elsewhere]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
