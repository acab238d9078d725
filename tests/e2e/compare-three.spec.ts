import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { arrange, findings } from './axe.ts';
import { answerDialogs, type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const ROAD = 'Con đường dài 4 km nối ba xã vừa thông xe.';
const MONEY = 'Tổng vốn là 3.700 triệu đồng, theo ông Nông Văn Chí.';

async function write(window: Page, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await window.keyboard.press('Enter');
    await window.keyboard.type(text);
  }
}

/** Writes a paragraph anew, with other words in the place of some. */
async function rewrite({ body, window }: Desk, text: string, words: string, instead: string): Promise<string> {
  const now = text.replace(words, instead);
  await body.getByText(text).selectText();
  await window.keyboard.type(now);
  await expect(body.getByText(now)).toBeVisible();
  return now;
}

test('what came in is compared three ways, its changed facts are listed, and a comparison prints', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'three-'));
  const [there, back, copy] = ['there.copydesk', 'back.copydesk', 'copy.txt'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const reporter = await launch({ lang: 'en' });
  const mine = deskOf(reporter.window);
  await mine.newStory();
  await mine.field('Headline').fill('Ba xã có đường mới');
  await mine.body.click();
  await write(reporter.window, [ROAD, MONEY]);
  await answerDialogs(reporter.app, there);
  await mine.sendFile();

  // The editor changes a figure and a name; that is what the facts say, since the reporter wrote the story.
  const editor = await launch({ lang: 'en' });
  const theirs = deskOf(editor.window);
  await expect(theirs.body).toBeVisible();
  await answerDialogs(editor.app, there);
  await theirs.receiveFile();
  await expect(theirs.field('Headline')).toHaveValue('Ba xã có đường mới');
  const review = await theirs.openTab('Review');
  const facts = review.getByRole('region', { name: 'Facts changed since sign-off' });
  await expect(facts.getByText('No number, name, date or quote differs')).toBeVisible();
  const named = await rewrite(theirs, MONEY, 'Văn Chí', 'Văn Chỉ');
  await rewrite(theirs, named, '3.700', '3.900');
  const money = facts.getByRole('button', { name: '3.700 triệu đồng → 3.900 triệu đồng. Go there' });
  await expect(money).toBeVisible();
  await expect(facts.getByRole('status')).toHaveText('2 facts changed');
  await expect(facts.getByRole('button', { name: 'Nông Văn Chí → Nông Văn Chỉ. Go there' })).toBeVisible();
  expect(await findings(editor.window), 'the facts').toEqual([]);
  await money.focus();
  await editor.window.keyboard.press('Enter');
  await expect(theirs.body).toBeFocused();
  expect(await editor.window.evaluate(() => getSelection()?.toString())).toBe('3.900 triệu đồng');
  await theirs.saved();
  await answerDialogs(editor.app, back);
  await theirs.sendFile();

  // Meanwhile the reporter changed the same figure, and the road.
  await rewrite(mine, MONEY, '3.700', '3.800');
  await rewrite(mine, ROAD, '4 km', '5 km');
  await mine.saved();
  await answerDialogs(reporter.app, back);
  await mine.receiveFile();
  const { window } = reporter;
  const handoff = await mine.openTab('Review');
  await handoff.getByRole('button', { name: 'Compare', exact: true }).focus();
  await window.keyboard.press('Enter');
  const screen = window.getByRole('main', { name: 'What came in, and what was here' });
  const changes = screen.locator('[data-change]');
  await expect(changes).toHaveCount(2);
  await window.keyboard.press('F7');
  await expect(changes.nth(0)).toBeFocused();
  await expect(changes.nth(0)).toHaveAccessibleName('1 of 2: Changed, Here');
  await expect(changes.nth(0).locator('ins')).toContainText('added by Here: 5');
  await expect(changes.nth(1)).toHaveAttribute('data-whose', 'different');
  await expect(changes.nth(1)).toContainText(/changed differently:.*3\.800.*3\.900/);
  expect(await findings(window), 'three versions').toEqual([]);
  await arrange(reporter.app, window, 'dark', { width: 900, height: 600 });
  expect(await findings(window), 'three versions, dark').toEqual([]);
  await arrange(reporter.app, window, 'light', { width: 1280, height: 800 });

  // Printing shows the comparison alone; what stands in for the system's dialog leaves the page where it is.
  await window.evaluate(() => Object.assign(globalThis, { print: () => document.body.setAttribute('data-asked', '') }));
  await screen.getByRole('button', { name: 'Print this comparison…' }).click();
  await expect(window.locator('body[data-asked]')).toHaveCount(1);
  await window.emulateMedia({ media: 'print' });
  const paper = window.locator('[data-print-page]');
  await expect(paper.getByText('Tổng vốn là')).toBeVisible();
  await expect(screen).toBeHidden();
  await window.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
  await window.emulateMedia({ media: 'screen' });
  await window.keyboard.press('Escape');
  await expect(screen).toBeHidden();

  // In the history: a version and the present since an older one; and a version with a text out of a file.
  await window.keyboard.press('Control+Shift+H');
  const history = window.getByRole('main', { name: 'Version history' });
  await history.getByRole('button', { name: 'Three versions' }).click();
  await expect(history.getByText(/^Choose a version in the list/)).toBeVisible();
  const versions = history.getByRole('listbox', { name: 'Versions' });
  await history.getByRole('button', { name: /name this version/i }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Merged');
  await window.keyboard.press('Enter');
  await versions.getByRole('option', { name: 'Merged' }).click();
  await expect(history.getByRole('term').first()).toHaveText('Since:');
  writeFileSync(copy, `Ba xã có đường mới\n${ROAD.replace('4', '6')}\n`);
  await history.getByRole('button', { name: 'With a text' }).click();
  await history.locator('input[type="file"]').setInputFiles(copy);
  await expect(history.getByText('copy.txt')).toBeVisible();
  await expect(history.locator('del').filter({ hasText: '6' })).toBeVisible();
  await history.getByRole('textbox', { name: 'Text to compare with' }).fill('Không có gì chung.');
  await expect(history.locator('del').filter({ hasText: 'Không có gì chung.' })).toBeVisible();
  await arrange(reporter.app, window, 'light', { width: 900, height: 600 });
  expect(await findings(window), 'with a text').toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
