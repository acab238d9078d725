import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type GhostSite, ghostMissing, startGhost } from '../cms/ghost.ts';
import { ghostPhotos, ghostPosts } from '../cms/ghost-remote.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from '../cms/wordpress.ts';
import { arrange, findings } from './axe.ts';
import { ALT, type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { pressPhoto } from './photos.ts';

type Bridge = { copydesk: { call(name: string, input: unknown): Promise<{ ok: boolean }> } };

/** Makes destinations as the settings would, and the window anew, so that it knows them. */
async function addPlaces(window: Page, drafts: object[]): Promise<void> {
  const made = await window.evaluate(
    (all) =>
      Promise.all(all.map((draft) => (globalThis as unknown as Bridge).copydesk.call('destination.save', draft))),
    drafts,
  );
  expect(made.map(({ ok }) => ok)).toEqual(drafts.map(() => true));
  await window.reload();
}
const folderAt = (name: string, folder: string) => {
  mkdirSync(folder, { recursive: true });
  return { name, config: { type: 'folder', path: folder, open: false } };
};

async function writeStory(desk: Desk, photos: number): Promise<void> {
  await desk.newStory();
  await desk.field('Headline').fill('Chợ phiên Pác Nặm mở lại');
  await desk.field('Standfirst').fill('57,54% số hộ đi chợ phiên.');
  await desk.body.click();
  await desk.window.keyboard.type('Doanh thu đạt 3.700 triệu đồng.');
  for (let photo = 1; photo <= photos; photo += 1) {
    await desk.drop(`anh-${photo}.jpg`, await pressPhoto(photo, 480));
    await expect(desk.field(ALT)).toHaveCount(photo);
  }
  for (const [index, alt] of (await desk.field(ALT).all()).entries()) await alt.fill(`Chợ phiên, ảnh ${index + 1}.`);
  await desk.saved();
}

/** Tab, or Shift+Tab, until it has the focus. */
async function tabTo(window: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
const openPanel = async (window: Page): Promise<Locator> => {
  await window.keyboard.press('Control+Shift+p');
  return window.getByRole('tabpanel', { name: 'Publish' });
};
const place = (panel: Locator, name: string) =>
  panel.locator('[data-standing]').filter({ has: panel.page().getByRole('checkbox', { name, exact: true }) });

test.describe('with a WordPress site and a Ghost site', () => {
  const missing = wordPressMissing() ?? ghostMissing();
  test.skip(missing !== null, missing ?? '');
  let site: WordPressSite;
  let ghost: GhostSite;
  test.beforeAll(async () => {
    test.setTimeout(600_000);
    if (missing) return;
    site = await startWordPress();
    await site.clear();
    ghost = await startGhost();
    await ghost.clear(); // it begins with a post of its own
  });
  test.afterAll(async () => {
    await site?.stop();
    await ghost?.stop();
  });

  test('five photos go to WordPress, Ghost and a folder in one press, by keyboard alone, and are taken back', async ({
    launch,
  }) => {
    test.setTimeout(240_000);
    const { window, profile } = await launch({ lang: 'en' });
    const desk = deskOf(window);
    await expect(desk.body).toBeVisible();
    const { user, password } = site.users.editor;
    await addPlaces(window, [
      { name: 'Tạp chí', config: { type: 'ghost', url: ghost.url }, secret: ghost.keys.integration, keepSecret: true },
      {
        name: 'Báo điện tử',
        config: { type: 'wordpress', url: site.url, user },
        secret: password,
        keepSecret: true,
      },
    ]);
    await expect(desk.body).toBeVisible();
    await writeStory(desk, 5);
    const panel = await openPanel(window);
    // The focus begins at the button, the places stand above it.
    for (const name of ['Báo điện tử', 'Tạp chí']) {
      const box = panel.getByRole('checkbox', { name });
      await tabTo(window, box, 'Shift+Tab');
      await window.keyboard.press('Space');
      await expect(box).toBeChecked();
    }
    await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await tabTo(window, panel.getByRole('button', { name: 'Publish to 3 places' }));
    await window.keyboard.press('Enter');
    await tabTo(window, window.getByRole('button', { name: 'Publish anyway' }));
    await window.keyboard.press('Enter');
    await expect(panel.getByText(/Equal to what was sent/)).toHaveCount(3, { timeout: 120_000 });
    await expect(panel.locator('[data-standing="published"]')).toHaveCount(3);
    await expect(panel.getByRole('button', { name: 'Update in 3 places' })).toBeVisible();

    const [folder = '', ...others] = readdirSync(path.join(profile, 'published'));
    expect(others).toEqual([]);
    const files = () => readdirSync(path.join(profile, 'published', folder));
    expect(files().filter((file) => file.endsWith('.jpg'))).toHaveLength(5);
    expect(await ghostPosts(ghost)).toMatchObject([{ title: 'Chợ phiên Pác Nặm mở lại', status: 'published' }]);
    expect(ghostPhotos(ghost)).toHaveLength(5);
    const posts = (await site.api('/wp/v2/posts?status=any&context=edit')) as {
      status: string;
      content: { raw: string };
    }[];
    expect(posts.map(({ status }) => status)).toEqual(['publish']);
    expect(posts[0]?.content.raw.match(/<!-- wp:image/g)).toHaveLength(5);
    expect(await site.api('/wp/v2/media')).toHaveLength(5);

    // What a folder cannot do, all three cannot do together: the menu says why.
    const more = panel.getByRole('button', { name: 'More ways to publish' });
    await tabTo(window, more);
    await window.keyboard.press('Enter');
    const schedule = window.getByRole('menuitem', { name: /^Schedule/ });
    await expect(schedule).toContainText('Cannot be done at: Folder on this computer');
    await expect(schedule).toHaveAttribute('aria-disabled', 'true');
    await window.keyboard.press('Escape');
    // Taken back everywhere at once.
    await more.press('Enter');
    await window.getByRole('menuitem', { name: /^Unpublish/ }).press('Enter');
    await window.getByRole('button', { name: 'Unpublish', exact: true }).press('Enter');
    await expect(panel.locator('[data-standing="withdrawn"]')).toHaveCount(3, { timeout: 60_000 });
    expect(await ghostPosts(ghost)).toMatchObject([{ status: 'draft' }]);
    expect(await site.api('/wp/v2/posts?status=any&context=edit')).toMatchObject([{ status: 'draft' }]);
    expect(files().sort()).toEqual(['manifest.json', 'story.ninjs.json']);
  });
});

test('a correction is asked for, stands in the story, and goes to readers dated; the folder can do no more', async ({
  launch,
}) => {
  const { window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await writeStory(desk, 1);
  const panel = await openPanel(window);
  const more = panel.getByRole('button', { name: 'More ways to publish' });
  await more.press('Enter');
  await expect(window.getByRole('menuitem', { name: /^Correct/ })).toContainText('The story is not there yet');
  await expect(window.getByRole('menuitem', { name: /^Schedule/ })).toContainText('Cannot be done at');
  await window.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await window.getByRole('button', { name: 'Publish anyway' }).press('Enter');
  await expect(panel.getByText(/Equal to what was sent/)).toHaveCount(1);

  await more.press('Enter');
  await window.getByRole('menuitem', { name: /^Correct/ }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Correction' });
  const note = dialog.getByRole('textbox', { name: 'Correction note' });
  await expect(note).toBeFocused();
  await expect(note).toHaveValue(/^Correction \(\d\d\/\d\d\/\d{4}\): $/);
  await dialog.getByRole('button', { name: 'Publish the correction' }).press('Enter');
  await expect(dialog.getByText('Say what was wrong, and what is right.')).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await note.press('End');
  await window.keyboard.type('the takings were 3.700 million đồng, not billion.');
  await dialog.getByRole('button', { name: 'Publish the correction' }).press('Enter');
  await window.getByRole('button', { name: 'Publish anyway' }).press('Enter');
  await expect(panel.getByText('Corrected', { exact: false }).first()).toBeVisible();
  const published = path.join(profile, 'published');
  const html = readFileSync(path.join(published, readdirSync(published)[0] ?? '', 'index.html'), 'utf8');
  expect(html).toMatch(
    /<p class="correction">Correction \(\d\d\/\d\d\/\d{4}\): the takings were 3\.700 million đồng, not billion\.<\/p>/,
  );
  // It is the story's own now.
  const story = await desk.openTab('Story');
  await story.getByRole('button', { name: /^Planning/ }).click();
  await expect(story.getByRole('textbox', { name: 'Correction', exact: true })).toHaveValue(/^Correction \(/);
});

test('the choice of places is remembered for each story, and told where a photo was published before', async ({
  launch,
}) => {
  const { window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  await addPlaces(window, [folderAt('Bản giấy', path.join(profile, 'in-giay'))]);
  await expect(desk.body).toBeVisible();
  await writeStory(desk, 1);
  let panel = await openPanel(window);
  const paper = panel.getByRole('checkbox', { name: 'Bản giấy' });
  await paper.check();
  await panel.getByRole('checkbox').first().uncheck();
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await window.getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText(/Equal to what was sent/)).toHaveCount(1);
  await expect(place(panel, 'Bản giấy')).toContainText('Published ');

  // The next story begins with the same places, and nothing chosen is nothing published.
  await writeStory(desk, 1);
  panel = await openPanel(window);
  await expect(paper).toBeChecked();
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await paper.uncheck();
  await expect(panel.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await expect(panel.getByText('Choose at least one destination.').first()).toBeVisible();
  const used = panel.getByText('Photo 1 was published in “Chợ phiên Pác Nặm mở lại”');
  await expect(used).toBeVisible();
  // There it stands as it was published, its own places ticked.
  await panel.getByRole('button', { name: /^Photo 1 was published in/ }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Update', exact: true })).toBeVisible();
  await expect(paper).toBeChecked();
});

for (const [lang, theme] of [
  ['vi', 'light'],
  ['en', 'dark'],
] as const)
  test(`axe finds nothing in the Publish tab, its menu and its dialogs, ${lang}, ${theme}`, async ({
    launch,
  }, info) => {
    test.setTimeout(300_000);
    const { app, window, profile } = await launch({ lang });
    await expect(window.locator('[data-body]')).toBeVisible();
    await addPlaces(window, [
      folderAt('Bản giấy', path.join(profile, 'in-giay')),
      // Nothing listens there: the job waits.
      {
        name: 'Báo điện tử',
        config: { type: 'wordpress', url: 'http://127.0.0.1:9', user: 'toa-soan' },
        secret: 'abcd abcd abcd abcd',
        keepSecret: true,
      },
    ]);
    await expect(window.locator('[data-body]')).toBeVisible();
    await window.keyboard.press('Control+Shift+p');
    const places = window.locator('[data-standing]');
    await expect(places).toHaveCount(3);
    for (const box of await window.locator('[data-standing] input').all()) await box.check();
    const primary = window.locator('[data-tab-start]');
    const more = primary.locator('xpath=following-sibling::button');
    const look = async (name: string) => {
      expect(await findings(window), name).toEqual([]);
      await window.screenshot({ path: info.outputPath(`${name}.png`) });
    };
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 640 },
    ]) {
      await arrange(app, window, theme, size);
      await places.first().scrollIntoViewIfNeeded();
      await look(`tab-${size.width}`);
      await more.click();
      await expect(window.getByRole('menuitem')).toHaveCount(5);
      await look(`menu-${size.width}`);
      await window.keyboard.press('Escape');
    }
    for (const box of (await window.locator('[data-standing] input').all()).slice(0, 2)) await box.uncheck();
    await more.click();
    await window.getByRole('menuitem').first().click();
    await expect(window.getByRole('dialog')).toBeVisible();
    await look('schedule');
    await window.keyboard.press('Escape');
    for (const box of await window.locator('[data-standing] input').all()) await box.check();
    await primary.click();
    await window.getByRole('dialog').getByRole('button').last().click();
    await expect(window.locator('[data-job="waiting"] [role="status"]')).toBeVisible();
    await expect(window.locator('[data-standing="published"]')).toHaveCount(2);
    await places.first().scrollIntoViewIfNeeded();
    await look('waiting');
    await more.click();
    await window.getByRole('menuitem').nth(3).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    await look('correct');
  });
