import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const HEADLINE = 'Lũ về sớm ở Ba Bể';

/** A story with a headline and one sentence, on disk. */
async function write(window: Page, headline = HEADLINE) {
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill(headline);
  await desk.body.click();
  await window.keyboard.type('Nước dâng hai mét trong đêm.');
  await desk.saved();
  return desk;
}

const card = (window: Page, headline: string) =>
  window.getByRole('navigation', { name: 'Library' }).getByRole('listitem').filter({ hasText: headline });

/** Chooses in a story's menu. */
async function choose(window: Page, headline: string, item: string): Promise<void> {
  await card(window, headline).first().click({ button: 'right' });
  await window.getByRole('menuitem', { name: item, exact: true }).click();
}
const shelf = (window: Page, name: string) =>
  window.getByRole('navigation', { name: 'Library' }).getByRole('button', { name, exact: true }).click();

test('a story goes into the trash with its last words, comes back by undo, and by restoring', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = await write(window);
  await window.keyboard.type(' Vừa gõ xong.');
  await choose(window, HEADLINE, 'Move to the trash');
  await expect(desk.field('Headline')).not.toHaveValue(HEADLINE);
  await expect(card(window, HEADLINE)).toHaveCount(0);
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(desk.field('Headline')).toHaveValue(HEADLINE);
  await expect(desk.body).toContainText('Vừa gõ xong.');
  await expect(card(window, HEADLINE)).toHaveCount(1);

  await choose(window, HEADLINE, 'Move to the trash');
  await shelf(window, 'Trash');
  await card(window, HEADLINE).click();
  await expect(desk.field('Headline')).toHaveValue(HEADLINE);
  const banner = window.getByText('This story is in the trash');
  await expect(banner).toBeVisible();
  await window.getByRole('main').getByRole('button', { name: 'Restore' }).click();
  await expect(banner).toBeHidden();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await shelf(window, 'All');
  await expect(card(window, HEADLINE)).toHaveCount(1);
});

test('deleting for ever asks, says how many and that nothing brings them back; it is so after a start', async ({
  launch,
}) => {
  const { window, profile, close } = await launch({ lang: 'en' });
  await write(window);
  await write(window, 'Chợ phiên mở lại');
  for (const headline of [HEADLINE, 'Chợ phiên mở lại']) await choose(window, headline, 'Move to the trash');
  await shelf(window, 'Trash');
  await choose(window, HEADLINE, 'Delete for ever…');
  const dialog = window.locator('[data-modal]');
  await expect(dialog).toContainText(`Delete “${HEADLINE}” for ever?`);
  await expect(dialog).toContainText('nothing brings them back');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(card(window, HEADLINE)).toHaveCount(1);
  await choose(window, HEADLINE, 'Delete for ever…');
  await dialog.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(card(window, HEADLINE)).toHaveCount(0);
  // The other one is even open.
  await card(window, 'Chợ phiên').click();
  await expect(deskOf(window).field('Headline')).toHaveValue('Chợ phiên mở lại');
  await window.getByRole('button', { name: 'Empty the trash…' }).click();
  await expect(dialog).toContainText('Delete the story in the trash for ever?');
  await dialog.getByRole('button', { name: 'Delete 1 story' }).click();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await expect(window.getByText('No story is open')).toBeVisible();
  await close();
  const again = (await launch({ profile, lang: 'en' })).window;
  await shelf(again, 'Trash');
  await expect(again.getByText('The trash is empty')).toBeVisible();
  expect(readdirSync(join(profile, 'library/recovery')).filter((name) => name.endsWith('.json'))).toHaveLength(1);
});

test('a story is pinned and duplicated; the duplicate is another story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = await write(window);
  await choose(window, HEADLINE, 'Pin');
  await shelf(window, 'Pinned');
  await expect(card(window, HEADLINE)).toHaveCount(1);
  await shelf(window, 'All');
  await choose(window, HEADLINE, 'Duplicate');
  await expect(desk.field('Headline')).toHaveValue(`${HEADLINE} (copy)`);
  await expect(desk.field('Headline')).toBeFocused();
  await expect(desk.body).toContainText('Nước dâng hai mét');
  await desk.body.click();
  await window.keyboard.type('Chỉ ở bản sao. ');
  await desk.saved();
  await card(window, HEADLINE).filter({ hasNotText: '(copy)' }).click();
  await expect(desk.field('Headline')).toHaveValue(HEADLINE);
  await expect(desk.body).not.toContainText('Chỉ ở bản sao');
});

test('by keyboard alone: into the trash from the palette, back from the notice, and through the menu of a card', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = await write(window);
  const key = (name: string) => window.keyboard.press(name);
  /** Presses a key until a button of that name has the focus. */
  const until = async (name: string, pressed: string) => {
    for (let step = 0; step < 30; step++) {
      if (await window.evaluate((wanted) => document.activeElement?.textContent === wanted, name)) return;
      await key(pressed);
    }
    throw new Error(`${name} is out of reach`);
  };
  await key('Control+k');
  await window.keyboard.type('story to the trash');
  await key('Enter');
  const undo = window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  for (let step = 0; step < 6; step++) {
    if (await window.evaluate(() => document.activeElement?.closest('[data-pane="notices"]') !== null)) break;
    await key('F6');
  }
  await until('Undo', 'Tab');
  await key('Enter');
  await expect(desk.field('Headline')).toHaveValue(HEADLINE);

  await card(window, HEADLINE).getByRole('button').first().focus();
  await key('Shift+F10');
  await until('Move to the trash', 'ArrowDown');
  await key('Enter');
  await expect(card(window, HEADLINE)).toHaveCount(0);
  expect(await window.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere').toBe(true);
});

test('private notes survive a kill, and are in no file that leaves the desk', async ({ launch }) => {
  const first = await launch({ lang: 'en' });
  const desk = await write(first.window);
  const panel = await desk.openTab('Story');
  const secret = 'Nguồn tin: bác Hoàng, 0912 345 678';
  await panel.getByRole('textbox', { name: 'Private notes' }).fill(secret);
  await expect(panel.getByText('Notes saved')).toBeVisible();
  const handoff = join(first.profile, 'bai.copydesk');
  await answerDialogs(first.app, handoff);
  await first.window.keyboard.press('Control+Shift+e');
  await first.window.getByRole('button', { name: 'Write a file…' }).click();
  await expect.poll(() => existsSync(handoff)).toBe(true);
  await desk.openTab('Publish');
  await first.window.getByRole('button', { name: 'Publish', exact: true }).last().click();
  await first.window.getByRole('button', { name: 'Publish anyway' }).click();
  await expect(first.window.getByText(/Equal to what was sent/)).toBeVisible();
  await first.kill();
  expect(readFileSync(handoff).includes('0912')).toBe(false);
  for (const file of readdirSync(join(first.profile, 'published'), { recursive: true, withFileTypes: true }))
    if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name)).includes('0912'), file.name).toBe(false);
  const { window } = await launch({ profile: first.profile, lang: 'en' });
  const again = await deskOf(window).openTab('Story');
  await expect(again.getByRole('textbox', { name: 'Private notes' })).toHaveValue(secret);
});

test('what comes back by hand-off while its story is in the trash takes it out', async ({ launch }) => {
  const { window, app, profile } = await launch({ lang: 'en' });
  const desk = await write(window);
  const file = join(profile, 'bai.copydesk');
  await answerDialogs(app, file);
  await window.keyboard.press('Control+Shift+e');
  await window.getByRole('button', { name: 'Write a file…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await choose(window, HEADLINE, 'Move to the trash');
  await expect(desk.field('Headline')).not.toHaveValue(HEADLINE);
  await window.keyboard.press('Control+o');
  await expect(desk.field('Headline')).toHaveValue(HEADLINE);
  await expect(card(window, HEADLINE)).toHaveCount(1);
  await expect(window.getByText('This story is in the trash')).toBeHidden();
});

test('notes typed up to the last moment go along when another story is opened', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = await write(window);
  const panel = await desk.openTab('Story');
  const notes = panel.getByRole('textbox', { name: 'Private notes' });
  await notes.pressSequentially('Hỏi lại số hộ phải sơ tán');
  await window.keyboard.press('Control+n');
  await expect(desk.field('Headline')).toHaveValue('');
  await expect(notes).toHaveValue('');
  await card(window, HEADLINE).click();
  await expect(notes).toHaveValue('Hỏi lại số hộ phải sơ tán');
});

test('a story from a template, a template from a story, shared as a file', async ({ launch }) => {
  const { window, app, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const dialog = window.locator('[data-modal]');
  // By keyboard alone: open, go down the list, take.
  await expect(desk.body).toBeVisible();
  await window.keyboard.press('Control+Alt+n');
  await expect(dialog.getByRole('radio', { name: 'News story' })).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Interview' })).toBeChecked();
  await window.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: 'News story' })).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'What the template holds' })).toContainText('[Lead:');
  await window.keyboard.press('Enter');
  await expect(desk.field('Headline')).toHaveValue(/^\[Headline:/);
  await expect(desk.field('Headline')).toBeFocused();
  await expect(desk.body).toContainText('[Background:');

  await desk.field('Headline').fill('[Tít của báo]');
  await window.keyboard.press('Control+Alt+n');
  await dialog.getByRole('button', { name: 'Save the open story as a template…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('Tin của báo');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /Tin của báo/ })).toBeChecked();
  await expect(dialog.getByRole('region')).toContainText('[Tít của báo]');

  // The same name again asks before it replaces.
  await dialog.getByRole('button', { name: 'Save the open story as a template…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('Tin của báo');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is a template “Tin của báo”');
  await dialog.getByRole('button', { name: 'Replace the old one' }).click();
  await expect(dialog.getByRole('radio', { name: /Tin của báo/ })).toHaveCount(1);

  const file = join(profile, 'tin.copydesk-template');
  await answerDialogs(app, file);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await dialog.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete the template' }).click();
  await expect(dialog.getByRole('radio', { name: /Tin của báo/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Import a file…' }).click();
  await expect(dialog.getByRole('radio', { name: /Tin của báo/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Rename…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('Tin nhanh');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByRole('button', { name: 'Start from this template' }).click();
  await expect(desk.field('Headline')).toHaveValue('[Tít của báo]');
  await desk.saved();
});

test('a file that is no template changes nothing and says so; a built-in one is put away and comes back', async ({
  launch,
}) => {
  const { window, app } = await launch({ lang: 'en' });
  const dialog = window.locator('[data-modal]');
  await window.getByRole('button', { name: 'New story from a template…' }).click();
  await answerDialogs(app, join(import.meta.dirname, 'shelf.spec.ts'));
  await dialog.getByRole('button', { name: 'Import a file…' }).click();
  await expect(window.getByText('This is not a story template').first()).toBeVisible();
  await dialog.getByRole('radio', { name: 'Obituary' }).check();
  await dialog.getByRole('button', { name: 'Hide…' }).click();
  await dialog.getByRole('button', { name: 'Hide the template' }).click();
  await expect(dialog.getByRole('radio', { name: 'Obituary' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Show 1 built-in template again' }).click();
  await expect(dialog.getByRole('radio', { name: 'Obituary' })).toHaveCount(1);
});
