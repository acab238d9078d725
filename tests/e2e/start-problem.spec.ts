// A library that cannot be opened: the window comes all the same, says why, and what to do. None of it writes to the library.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findings } from './axe.ts';
import { hurt, withLibrary, writeStory } from './damaged-library.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const folders: string[] = [];
const mounted: string[] = [];
test.afterAll(() => {
  for (const folder of mounted) execFileSync('umount', ['-l', folder]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'start-')));
  return folders.at(-1) as string;
}

/** A data folder whose library is somewhere else. */
function profileWith(libraryFolder: string): string {
  const profile = folder();
  writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ prefs: { libraryFolder } }));
  return profile;
}

/** A disk of its own, as the system lists it; null where none can be mounted. */
function disk(source: string, options: string): string | null {
  const at = folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, source, at], { stdio: 'ignore' });
  } catch {
    return null;
  }
  mounted.push(at);
  return at;
}
const files = (at: string) => readdirSync(at, { recursive: true }).map(String).sort();

test('a library of a newer Copydesk is left as it is; another folder can be chosen', async ({ launch }) => {
  const library = folder();
  writeStory(library, 'Của bản mới', ['Một câu.']);
  hurt(library, "UPDATE library SET value = '99' WHERE name = 'schema'");
  const path = join(library, 'library.db');
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(99, 60); // user_version
  writeFileSync(path, bytes);
  const { app, window, close } = await launch({ profile: profileWith(library), lang: 'en' });
  await expect(window.getByRole('heading', { name: 'The library belongs to a newer Copydesk' })).toBeFocused();
  await expect(window.getByText(library)).toBeVisible();
  expect(await findings(window)).toEqual([]);
  expect(readFileSync(path)).toEqual(bytes);
  const other = folder();
  await answerDialogs(app, other);
  await window.getByRole('button', { name: 'Choose another folder…' }).press('Enter');
  await expect(deskOf(window).body).toBeVisible();
  expect(existsSync(join(other, 'library.db'))).toBe(true);
  await close();
});

test('a library that another Copydesk has open opens as soon as that one is closed', async ({ launch }) => {
  const library = folder();
  writeStory(library, 'Tin chung', ['Một câu.']);
  const first = await launch({ profile: profileWith(library), lang: 'en' });
  await expect(deskOf(first.window).body).toContainText('Một câu.');
  const second = await launch({ profile: profileWith(library), lang: 'en' });
  await expect(second.window.getByRole('heading', { name: 'The library is open somewhere else' })).toBeVisible();
  const again = second.window.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(second.window.getByText('Another Copydesk window is using the library.').first()).toBeVisible();
  await expect(again).toBeEnabled();
  await first.close();
  await again.click();
  await expect(deskOf(second.window).body).toContainText('Một câu.');
});

test('a folder that is not there: no empty library takes its place', async ({ launch }) => {
  const missing = join(folder(), 'usb', 'Copydesk');
  const { window } = await launch({ profile: profileWith(missing), lang: 'en' });
  await expect(window.getByRole('heading', { name: "The library's folder is not there" })).toBeVisible();
  expect(existsSync(missing)).toBe(false);
  const stick = folder();
  writeStory(stick, 'Trên USB', ['Câu trên USB.']);
  cpSync(stick, missing, { recursive: true });
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(deskOf(window).body).toContainText('Câu trên USB.');
});

test('a library on a network drive is refused, and nothing is written there', async ({ launch }) => {
  const share = disk('//nas.example/toasoan', 'size=48m');
  test.skip(share === null, 'mounting a disk needs root');
  if (share === null) return;
  const { window } = await launch({ profile: profileWith(share), lang: 'en' });
  await expect(window.getByRole('heading', { name: 'The library is on a network drive' })).toBeVisible();
  await expect(window.getByRole('main')).toContainText('put a backup on the network drive instead');
  expect(readdirSync(share)).toEqual([]);
});

test('a folder that can only be read is not opened, and opens when it can be written to', async ({ launch }) => {
  const card = disk('card', 'size=48m');
  test.skip(card === null, 'mounting a disk needs root');
  if (card === null) return;
  const library = join(card, 'Copydesk');
  writeStory(library, 'Trên thẻ nhớ', ['Câu trên thẻ.']);
  const before = files(library);
  execFileSync('mount', ['-o', 'remount,ro', card]);
  const { window } = await launch({ profile: profileWith(library), lang: 'en' });
  await expect(window.getByRole('heading', { name: "The library's folder can only be read" })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  expect(files(library)).toEqual(before);
  execFileSync('mount', ['-o', 'remount,rw', card]);
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(deskOf(window).body).toContainText('Câu trên thẻ.');
});

test('a disk without any room opens what it has, warns, and takes words again as soon as there is room', async ({
  launch,
}) => {
  const stick = disk('stick', 'size=8m');
  test.skip(stick === null, 'mounting a disk needs root');
  if (stick === null) return;
  const library = join(stick, 'Copydesk');
  writeStory(library, 'Trên USB đầy', ['Câu trên USB.']);
  const ballast = join(stick, 'ballast');
  for (let size = 8 * 1024 * 1024; size >= 4096; size /= 2)
    try {
      writeFileSync(`${ballast}-${size}`, Buffer.alloc(size));
    } catch {
      // this much does not fit
    }
  const { window } = await launch({ profile: profileWith(library), lang: 'en' });
  const problem = window.getByRole('heading', { name: 'The disk has no room to open the library' });
  const desk = deskOf(window);
  await expect(problem.or(desk.body)).toBeVisible();
  if (await problem.isVisible()) {
    expect(await findings(window)).toEqual([]);
    for (const name of readdirSync(stick)) if (name.startsWith('ballast')) rmSync(join(stick, name));
    await window.getByRole('button', { name: 'Try again' }).click();
  }
  await expect(desk.body).toContainText('Câu trên USB.');
  for (const name of readdirSync(stick)) if (name.startsWith('ballast')) rmSync(join(stick, name));
  await desk.body.click();
  await window.keyboard.type('Thêm câu này. ');
  await desk.saved();
});

test('a disk that is nearly full is told of in time', async ({ launch }) => {
  const stick = disk('stick', 'size=64m');
  test.skip(stick === null, 'mounting a disk needs root');
  if (stick === null) return;
  const library = join(stick, 'Copydesk');
  mkdirSync(library);
  withLibrary(library, () => undefined);
  const { freeBytes } = await import('../../main/disk/place.ts').then(({ roomAt }) => roomAt(stick));
  writeFileSync(join(stick, 'ballast'), Buffer.alloc(freeBytes - 2 * 1024 * 1024));
  const { window } = await launch({ profile: profileWith(library), lang: 'en' });
  await expect(window.getByRole('status').filter({ hasText: 'The disk is nearly full' })).toBeVisible();
  await deskOf(window).newStory();
  await deskOf(window).field('Headline').fill('Vẫn lưu được');
  await deskOf(window).saved();
  expect(await findings(window)).toEqual([]);
  await window.getByRole('button', { name: 'Understood' }).click();
  await expect(window.getByRole('status').filter({ hasText: 'The disk is nearly full' })).toHaveCount(0);
});
