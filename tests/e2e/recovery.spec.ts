// Trouble that somebody can make by hand with a library's files, and what the program then shows. Every word that was
// saved is back, or offered.
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { hurt, writeStory } from './damaged-library.ts';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';

const TEXTS = ['Câu một.', 'Câu hai.', 'Câu ba.', 'Câu bốn.', 'Câu năm.'];
let profile: string;
let library: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'profile-'));
  profiles.push(profile);
  library = join(profile, 'library');
});
const profiles: string[] = [];
test.afterAll(() => {
  for (const folder of profiles) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const screen = (window: Page) => window.getByRole('main', { name: 'After trouble: what was found' });

test('a damaged record: the screen comes first, each choice can be read, and the story goes on with the chosen one', async ({
  launch,
}) => {
  writeStory(library, 'Cầu mới thông xe', TEXTS);
  hurt(library, 'DELETE FROM snapshots WHERE seq > 0');
  hurt(library, "UPDATE records SET change = replace(change, 'Câu ba', 'Cau ba') WHERE seq = 3");
  rmSync(join(library, 'recovery'), { recursive: true });
  const { window, close } = await launch({ profile, lang: 'en' });
  const desk = deskOf(window);
  const shown = screen(window);
  await expect(shown.getByRole('heading', { name: 'Cầu mới thông xe' })).toBeVisible();
  await expect(shown.getByRole('listitem').filter({ hasText: 'Cau ba.' })).toBeVisible();
  expect(await findings(window)).toEqual([]);

  // By the keyboard alone.
  await shown.getByRole('radio', { name: /^The version in use(?!,)/ }).focus();
  await window.keyboard.press('ArrowDown');
  const beyond = shown.getByRole('region', { name: 'The version in use, with what was written after the damage' });
  for (const text of ['Câu một.', 'Câu hai.', 'Câu bốn.', 'Câu năm.']) await expect(beyond).toContainText(text);
  await expect(beyond.locator('ins')).toHaveText(['Câu bốn.', 'Câu năm.']);
  expect(await findings(window)).toEqual([]);
  await shown.getByRole('button', { name: 'Use this version' }).press('Enter');
  await expect(desk.body).toContainText('Câu năm.');
  expect(await paragraphs(desk.body)).toEqual(['', 'Câu một.', 'Câu hai.', 'Câu bốn.', 'Câu năm.']);
  await desk.saved();
  await close();

  const again = await launch({ profile, lang: 'en' });
  await expect(deskOf(again.window).body).toContainText('Câu năm.');
  await expect(deskOf(again.window).alert).toHaveCount(0);
});

test('overwritten bytes in library.db: all words are back, and what was done is told until it is seen', async ({
  launch,
}) => {
  writeStory(library, 'Cầu mới thông xe', TEXTS);
  const path = join(library, 'library.db');
  const bytes = readFileSync(path);
  bytes.fill('hỏng', 0, 4096);
  writeFileSync(path, bytes);
  const first = await launch({ profile, lang: 'en' });
  await expect(deskOf(first.window).body).toContainText('Câu năm.');
  await expect(deskOf(first.window).alert).toContainText('1 thing to look at after trouble');
  await first.close();
  const { window } = await launch({ profile, lang: 'en' });
  await window.getByRole('button', { name: 'See and choose' }).click();
  const shown = screen(window);
  await expect(shown).toContainText('The library was damaged and has been rebuilt');
  const [kept] = readdirSync(join(library, 'damaged'));
  await expect(shown).toContainText(`damaged/${kept}`);
  expect(readFileSync(join(library, 'damaged', kept!, 'library.db'))).toEqual(bytes);
  await shown.getByRole('button', { name: 'Understood' }).click();
  await expect(shown).toContainText('Nothing is left to look at.');
  await shown.getByRole('button', { name: 'Go to the desk' }).click();
  await expect(deskOf(window).alert).toHaveCount(0);
});

test('library.db is gone: every story comes back from its recovery copy, and the screen comes first', async ({
  launch,
}) => {
  writeStory(library, 'Cầu mới thông xe', TEXTS);
  writeStory(library, 'Giá cà phê tăng', ['Sáng nay.']);
  rmSync(join(library, 'library.db'));
  const { window } = await launch({ profile, lang: 'en' });
  const shown = screen(window);
  await expect(shown).toContainText('The story came back from its recovery copy');
  for (const headline of ['Cầu mới thông xe', 'Giá cà phê tăng']) {
    await shown.getByRole('button', { name: headline }).click();
    await expect(shown.getByRole('heading', { name: headline })).toBeVisible();
  }
  await shown.getByRole('button', { name: 'All seen, do not remind me' }).click();
  await expect(deskOf(window).stories).toHaveCount(2);
});

test('a log that was cut: nothing before its cut is missing', async ({ launch }) => {
  const first = await launch({ profile, lang: 'en' });
  const desk = deskOf(first.window);
  await desk.newStory();
  await desk.field('Headline').fill('Tin trước khi mất điện');
  await desk.saved();
  await first.kill();
  const log = join(library, 'library.db-wal');
  const size = readFileSync(log).length;
  const next = await launch({ profile, lang: 'en' });
  await deskOf(next.window).body.click();
  await next.window.keyboard.type('Câu cuối cùng.');
  await deskOf(next.window).saved();
  await next.kill();
  truncateSync(log, Math.min(size, readFileSync(log).length - 2000));
  const { window } = await launch({ profile, lang: 'en' });
  await expect(deskOf(window).stories.filter({ hasText: 'Tin trước khi mất điện' })).toBeVisible();
});
