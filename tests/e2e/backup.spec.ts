import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type ElectronApplication, type Page } from '@playwright/test';
import { findChromium } from '../electron-standin/chromium/find.ts';
import { OFFLINE } from '../electron-standin/chromium/flags.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

let stick: string;
test.beforeEach(() => {
  stick = mkdtempSync(path.join(tmpdir(), 'stick-'));
});
test.afterEach(() => rmSync(stick, { recursive: true, force: true }));

const backupsOn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.copydesk-backup'));
const libraryIn = (profile: string) => path.join(profile, 'library');

async function write(window: Page, headline: string, text: string): Promise<void> {
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill(headline);
  await desk.body.click();
  await window.keyboard.type(text);
  await desk.saved();
}
/** The settings, with a folder dialog answered by `file`. */
async function settingsWith(app: ElectronApplication, window: Page, file: string) {
  await answerDialogs(app, file);
  return deskOf(window).settings();
}
const openedPaths = (app: ElectronApplication) =>
  app.evaluate(({ shell }) => {
    const opened: string[] = [];
    shell.openPath = async (file: string) => {
      opened.push(file);
      return '';
    };
    (globalThis as { openedPaths?: string[] }).openedPaths = opened;
  });

test('a backup by hand, then the whole library back from it; the one before is kept', async ({ launch }) => {
  const { app, window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await write(window, 'Chợ phiên mở lại', 'Phiên chợ đầu tiên.');
  let settings = await settingsWith(app, window, stick);
  await expect(settings.getByText('There is no backup yet.')).toBeVisible();
  await settings.getByRole('button', { name: 'Back up to…' }).click();
  await expect(settings.getByText(/^Last backup: .*, 2 stories/)).toBeVisible();
  const [file] = backupsOn(stick);
  expect(readdirSync(stick)).toEqual([file]);
  await window.keyboard.press('Escape');
  await write(window, 'Tin viết sau', 'Chưa có trong bản sao lưu.');
  await expect(desk.stories).toHaveCount(3);

  settings = await settingsWith(app, window, path.join(stick, file!));
  await settings.getByRole('button', { name: 'Open a backup…' }).click();
  await expect(settings.getByText(/Read and checked from end to end/)).toBeVisible();
  await expect(settings.getByText(/^Made at .*: 2 stories/)).toBeVisible();
  await settings.getByRole('button', { name: 'Restore everything…' }).click();
  await window.getByRole('button', { name: 'Restore', exact: true }).click();
  const notice = window.getByRole('status').filter({ hasText: 'The library was restored from the backup' });
  await expect(notice).toContainText('library.before-restore-');
  await expect(desk.stories).toHaveCount(2);
  await expect(desk.stories.filter({ hasText: 'Chợ phiên mở lại' })).toBeVisible();
  const kept = readdirSync(profile).filter((name) => name.startsWith('library.'));
  expect(kept).toHaveLength(1);
  expect(readdirSync(path.join(profile, kept[0]!))).toContain('library.db');
  await notice.getByRole('button', { name: 'Understood' }).click();
  await expect(notice).toBeHidden();
  // One can go on writing in it.
  await write(window, 'Sau khi khôi phục', 'Viết tiếp.');
  await expect(desk.stories).toHaveCount(3);
});

test('single stories out of a backup: a lost one as it was, one that is here as a copy', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await write(window, 'Chợ phiên mở lại', 'Phiên chợ đầu tiên.');
  let settings = await settingsWith(app, window, stick);
  await settings.getByRole('button', { name: 'Back up to…' }).click();
  await expect(settings.getByText(/^Last backup: /)).toBeVisible();
  await window.keyboard.press('Escape');
  settings = await settingsWith(app, window, path.join(stick, backupsOn(stick)[0]!));
  await settings.getByRole('button', { name: 'Open a backup…' }).click();
  await settings.getByRole('checkbox', { name: /^Chợ phiên mở lại/ }).check();
  await settings.getByRole('button', { name: 'Add 1 chosen story' }).click();
  await expect(settings.getByRole('button', { name: 'Open a backup…' })).toBeVisible();
  // The keyboard goes on where the person was.
  await expect(settings.getByText(/^Last backup: /)).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(desk.stories).toHaveCount(3);
  await expect(desk.stories.filter({ hasText: 'Chợ phiên mở lại (from a backup)' })).toBeVisible();
});

test('a file that is no backup, or a damaged one, changes nothing', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  let settings = await settingsWith(app, window, stick);
  await settings.getByRole('button', { name: 'Back up to…' }).click();
  await expect(settings.getByText(/^Last backup: /)).toBeVisible();
  const file = path.join(stick, backupsOn(stick)[0]!);
  const bytes = readFileSync(file);
  writeFileSync(path.join(stick, 'cut.copydesk-backup'), bytes.subarray(0, bytes.length - 2000));
  writeFileSync(path.join(stick, 'other.copydesk-backup'), 'something else');
  for (const [name, sentence] of [
    ['cut', 'This backup is no longer whole'],
    ['other', 'This is not a Copydesk backup'],
  ]) {
    await answerDialogs(app, path.join(stick, `${name}.copydesk-backup`));
    await settings.getByRole('button', { name: 'Open a backup…' }).click();
    await expect(window.getByText(sentence!).first()).toBeVisible();
  }
  await window.keyboard.press('Escape');
  settings = await settingsWith(app, window, path.join(stick, 'gone'));
  await settings.getByRole('button', { name: 'Back up to…' }).click();
  await expect(window.getByText('The chosen place is not there').first()).toBeVisible();
});

test('a plan: the folder is asked for once, and the settings say when the stick is not there', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const folder = path.join(stick, 'copydesk');
  mkdirSync(folder);
  let settings = await settingsWith(app, window, folder);
  await settings.getByRole('combobox', { name: 'Automatic backup' }).click();
  await window.getByRole('option', { name: 'Every day' }).click();
  await expect(settings.getByText(folder, { exact: true })).toBeVisible();
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect(settings.getByText(/^Last backup: /)).toBeVisible();
  expect(backupsOn(folder)).toHaveLength(1);
  rmSync(folder, { recursive: true });
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect(settings.getByText(/The backup at .* could not be made/)).toBeVisible();
  await window.keyboard.press('Escape');
  const late = deskOf(window).status.getByRole('button', { name: 'Backup is late' });
  await late.click();
  settings = window.getByRole('dialog', { name: 'Settings' });
  mkdirSync(folder);
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect(settings.getByText(/could not be made/)).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(late).toBeHidden();
});

test('everything as plain files, that any browser shows', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  await write(window, 'CON: <b>đèn</b> ../../xưa', 'Nội dung bài.');
  await openedPaths(app);
  const settings = await settingsWith(app, window, stick);
  await settings.getByRole('button', { name: 'Export everything as plain files…' }).click();
  await expect.poll(() => readdirSync(stick).filter((name) => !name.endsWith('.unfinished'))).toHaveLength(1);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', `--host-resolver-rules=${OFFLINE}`],
  });
  const page = await browser.newPage();
  await page.goto(`file://${path.join(stick, readdirSync(stick)[0]!, 'index.html')}`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('link', { name: 'CON: <b>đèn</b> ../../xưa' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CON: <b>đèn</b> ../../xưa');
  await expect(page.getByText('Nội dung bài.')).toBeVisible();
  await page.goBack();
  await page.getByRole('link').last().click();
  await expect(page.locator('img').first()).toHaveJSProperty('complete', true);
  expect(
    await page
      .locator('img')
      .first()
      .evaluate((img: HTMLImageElement) => img.naturalWidth),
  ).toBeGreaterThan(0);
});

test('the library moves to another folder, and the next start opens it there', async ({ launch }) => {
  const first = await launch({ lang: 'en' });
  await write(first.window, 'Chợ phiên mở lại', 'Phiên chợ đầu tiên.');
  const settings = await settingsWith(first.app, first.window, stick);
  await settings.getByRole('button', { name: 'Move the library…' }).click();
  const notice = first.window.getByRole('status').filter({ hasText: 'The library was moved' });
  await expect(notice).toContainText(libraryIn(first.profile));
  await expect(deskOf(first.window).stories).toHaveCount(2);
  await write(first.window, 'Viết ở chỗ mới', 'Đây.');
  await first.close();
  // Even where the preferences are lost.
  rmSync(path.join(first.profile, 'preferences.json'));
  const again = await launch({ lang: 'en', profile: first.profile });
  await expect(deskOf(again.window).stories).toHaveCount(3);
  const place = path.join(stick, 'Copydesk-library');
  expect(readdirSync(place)).toContain('library.db');
  await again.close();
  // The drive is not plugged in: no new library is made, and it goes on when it is there again.
  renameSync(place, path.join(stick, 'unplugged'));
  const without = await launch({ lang: 'en', profile: first.profile });
  await expect(without.window.getByText(/Copydesk does not make an empty library in its place/).first()).toBeVisible();
  expect(readdirSync(stick)).toEqual(['unplugged']);
  renameSync(path.join(stick, 'unplugged'), place);
  await without.window.getByRole('button', { name: 'Try again' }).click();
  await expect(deskOf(without.window).stories).toHaveCount(3);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in a backup that is open (${colorScheme})`, async ({ launch }) => {
    const { app, window } = await launch({ lang: 'en' });
    await window.emulateMedia({ colorScheme });
    const settings = await settingsWith(app, window, stick);
    await settings.getByRole('button', { name: 'Back up to…' }).click();
    await expect(settings.getByText(/^Last backup: /)).toBeVisible();
    const findings = async () => (await new AxeBuilder({ page: window }).setLegacyMode().analyze()).violations;
    expect(await findings()).toEqual([]);
    await answerDialogs(app, path.join(stick, backupsOn(stick)[0]!));
    await settings.getByRole('button', { name: 'Open a backup…' }).click();
    await expect(settings.getByText(/Read and checked/)).toBeVisible();
    expect(await findings()).toEqual([]);
    await settings.getByRole('button', { name: 'Restore everything…' }).click();
    await expect(window.getByRole('button', { name: 'Restore', exact: true })).toBeVisible();
    expect(await findings()).toEqual([]);
  });
