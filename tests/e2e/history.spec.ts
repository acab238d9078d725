import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';

/** axe's findings as short lines; see a11y.spec.ts. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** What a person does in the history. */
function historyOf(window: Page) {
  const screen = window.getByRole('main', { name: 'Version history' });
  const versions = screen.getByRole('listbox', { name: 'Versions' }).getByRole('option');
  return {
    screen,
    versions,
    open: async () => {
      await window.keyboard.press('Control+Shift+H');
      await expect(screen).toBeVisible();
      await expect(versions).not.toHaveCount(1); // read by now
    },
    leave: async () => {
      await window.keyboard.press('Escape');
      await expect(screen).toBeHidden();
    },
    /** Names the version as it stands now. */
    name: async (name: string) => {
      await screen.getByRole('button', { name: /name this version/i }).click();
      await window.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await window.keyboard.press('Enter');
      await expect(screen.getByRole('option', { name })).toBeVisible();
      // The next key is the screen's again.
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await expect(screen.locator(':focus')).toHaveCount(1);
    },
    against: async (label: string) => {
      await screen.getByRole('combobox', { name: 'Compare with' }).click();
      await window.getByRole('option', { name: label, exact: true }).click();
    },
    changes: screen.locator('[data-change]'),
  };
}

const ROAD = 'Con đường dài bốn cây số nối ba xã vừa thông xe.';
const MAIZE = 'Người dân mang ngô ra chợ bằng xe máy.';
const MONEY = 'Tổng vốn là 3.700 triệu đồng.';

/** A story of three paragraphs, named; then a sentence changed, a paragraph taken out, another headline. */
async function twoVersions(window: Page) {
  const desk = deskOf(window);
  const history = historyOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Ba xã vùng cao có đường mới');
  await desk.body.click();
  for (const text of [ROAD, MAIZE, MONEY]) {
    await window.keyboard.type(text);
    if (text !== MONEY) await window.keyboard.press('Enter');
  }
  await desk.saved();
  await history.open();
  await history.name('As sent');
  await history.leave();
  await desk.body.getByText('Con đường dài').click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' Huyện góp một nửa.');
  await desk.body.getByText('Người dân').click();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+End');
  await window.keyboard.press('Delete');
  await window.keyboard.press('Backspace');
  await desk.field('Headline').fill('Ba xã vùng cao đã có đường mới');
  await desk.saved();
  return { desk, history };
}

const NOW = [ROAD, `${MONEY} Huyện góp một nửa.`];

test('a version is read, compared both ways by keyboard, and restored without losing anything', async ({ launch }) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'history-'));
  const first = await launch({ lang: 'en', profile });
  const { desk, history } = await twoVersions(first.window);
  const { window } = first;
  expect(await paragraphs(desk.body)).toEqual(NOW);

  // Reading: the arrow keys walk along the versions, the page shows each as it was, with nothing to edit.
  await history.open();
  await expect(history.versions.first()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(history.versions.filter({ hasText: 'As sent' })).toHaveAttribute('aria-selected', 'true');
  const page = history.screen.getByRole('article');
  await expect(page.getByText(MAIZE)).toBeVisible();
  await expect(page.getByText('Ba xã vùng cao có đường mới')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(await findings(window), 'reading').toEqual([]);

  // Side by side, with now; F7 walks through what differs, and round.
  await history.screen.getByRole('button', { name: 'Side by side' }).click();
  await history.against('Current version');
  await expect(history.changes).toHaveCount(3);
  await expect(history.screen.getByRole('status').filter({ hasText: 'words' })).toContainText('1 field changed');
  await window.keyboard.press('F7');
  await expect(history.changes.nth(0)).toBeFocused();
  await window.keyboard.press('F7');
  await window.keyboard.press('Alt+ArrowDown');
  await expect(history.changes.nth(2)).toBeFocused();
  await window.keyboard.press('Shift+F7');
  await expect(history.changes.nth(1)).toBeFocused();
  await expect(history.changes.nth(1)).toHaveAccessibleName(/^2 of 3: Removed/);
  expect(await findings(window), 'side by side').toEqual([]);

  // Inline: what came in and what went is said in words, too.
  await history.screen.getByRole('button', { name: 'Inline' }).click();
  await expect(history.screen.locator('ins').filter({ hasText: 'Huyện góp một nửa.' })).toContainText('added:');
  await expect(history.screen.locator('del').filter({ hasText: MAIZE })).toContainText('removed:');
  expect(await findings(window), 'inline').toEqual([]);

  // Restoring is one more version; the one before it is named, and comes back the same way.
  await history.screen.getByRole('button', { name: 'Restore as a new version' }).click();
  await expect(history.screen).toBeHidden();
  await expect.poll(() => paragraphs(desk.body)).toEqual([ROAD, MAIZE, MONEY]);
  await expect(desk.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');
  await desk.saved();
  await first.close();

  const again = await launch({ lang: 'en', profile });
  const there = deskOf(again.window);
  const past = historyOf(again.window);
  await expect(there.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');
  await past.open();
  await expect(past.versions.filter({ hasText: 'Restored from' })).toHaveCount(1);
  await past.versions.filter({ hasText: 'Before restoring' }).click();
  await past.screen.getByRole('button', { name: 'Restore as a new version' }).click();
  await expect.poll(() => paragraphs(there.body)).toEqual(NOW);
  await expect(there.field('Headline')).toHaveValue('Ba xã vùng cao đã có đường mới');
  rmSync(profile, { recursive: true, force: true });
});

test('a single paragraph, and a field, are taken back out of a comparison', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const { desk, history } = await twoVersions(window);
  await history.open();
  await window.keyboard.press('ArrowDown');
  await history.screen.getByRole('button', { name: 'Inline' }).click();
  await history.against('Current version');
  await history.changes.filter({ hasText: MAIZE }).getByRole('button', { name: 'Take back' }).click();
  await expect(history.changes).toHaveCount(2);
  await history.changes.first().getByRole('button', { name: 'Take back' }).click();
  await expect(history.changes).toHaveCount(1);
  await history.leave();
  await expect(desk.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');
  expect(await paragraphs(desk.body)).toEqual([ROAD, MAIZE, `${MONEY} Huyện góp một nửa.`]);
  await desk.saved();
});

test('a paragraph tells its own past, and one of its states is taken back', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const dialog = window.getByRole('dialog', { name: "This paragraph's past" });
  const paragraph = desk.body.locator('p').first();
  await expect(paragraph).not.toBeEmpty();
  const before = await paragraph.innerText();
  await paragraph.click();
  await window.keyboard.press('Home');
  await window.keyboard.type('Sáng sớm. ');
  await desk.saved();
  await window.keyboard.press('Control+Alt+h');
  await expect(dialog).toBeVisible();
  const states = dialog.getByRole('option');
  await expect(states).toHaveCount(2);
  await expect(states.first()).toBeFocused();
  await expect(dialog.getByText('The paragraph reads like this now.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take this paragraph back' })).toBeDisabled();
  await window.keyboard.press('ArrowDown');
  await expect(dialog.locator('ins')).toContainText('Sáng sớm.');
  expect(await findings(window), 'the past of a paragraph').toEqual([]);
  await dialog.getByRole('button', { name: 'Take this paragraph back' }).click();
  await expect(dialog).toBeHidden();
  await expect(paragraph).toHaveText(before);
  await desk.saved();

  // A photo's caption has a past, too; a field of the story says where to put the caret.
  const caption = desk.body.locator('[data-figure-text="caption"]').first();
  await caption.fill('Cánh đồng trước mùa gặt.');
  await desk.saved();
  await window.keyboard.press('Control+Alt+h');
  await expect(states).toHaveCount(2);
  await window.keyboard.press('ArrowDown');
  await expect(dialog.locator('ins')).toContainText('Cánh đồng trước mùa gặt');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(caption).toBeFocused();
  await desk.field('Headline').focus();
  await window.keyboard.press('Control+Alt+h');
  await expect(window.getByText(/Put the caret into a paragraph/).first()).toBeVisible();
});

test('the text lives on behind the history: Escape brings back the caret, and typing goes on there', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const { desk, history } = await twoVersions(window);
  await desk.body.getByText('Tổng vốn là').click();
  await window.keyboard.press('End');
  await history.open();
  // A list that is open closes first.
  await history.screen.getByRole('button', { name: 'Inline' }).click();
  await history.screen.getByRole('combobox', { name: 'Compare with' }).click();
  await expect(window.getByRole('option', { name: 'The version before it' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(history.screen).toBeVisible();
  await history.leave();
  await expect(desk.body).toBeFocused();
  await window.keyboard.type(' Đường rộng 5 m.');
  await desk.saved();
  expect((await paragraphs(desk.body)).at(-1)).toBe(`${NOW[1]} Đường rộng 5\u00a0m.`);
  // Another command goes back to the text first.
  await history.open();
  await window.keyboard.press('Control+n');
  await expect(history.screen).toBeHidden();
  await expect(desk.field('Headline')).toHaveValue('');
});

test('axe finds nothing in a small dark window either', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const { history } = await twoVersions(window);
  await app.evaluate(({ BrowserWindow, nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
    BrowserWindow.getAllWindows()[0]?.setSize(900, 600);
  });
  await expect.poll(() => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await history.open();
  await window.keyboard.press('ArrowDown');
  expect(await findings(window), 'reading').toEqual([]);
  for (const layout of ['Side by side', 'Inline']) {
    await history.screen.getByRole('button', { name: layout }).click();
    await history.against('Current version');
    await expect(history.changes).toHaveCount(3);
    expect(await findings(window), layout).toEqual([]);
  }
  await history.screen.getByRole('button', { name: /rename this version/i }).click();
  await expect(window.getByRole('dialog', { name: 'Name of this version' })).toBeVisible();
  expect(await findings(window), 'naming').toEqual([]);
});
