import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { arrange, findings } from './axe.ts';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';
import { suggestedProfile, suggestedStory } from './suggested.ts';

const current = (window: Page) => window.locator('[data-entry][data-current]');

test('suggestions are decided by keys alone, and undone', async ({ launch }) => {
  test.setTimeout(120_000);
  const profile = await suggestedProfile(suggestedStory());
  const { window } = await launch({ profile, lang: 'en' });
  const { keyboard } = window;
  const desk = deskOf(window);
  await expect(desk.field('Headline')).toHaveValue('Ba xã vùng cao có đường mới');

  // Back from the beginning of the body: the headline.
  await desk.body.focus();
  await keyboard.press('Alt+Shift+F9');
  await expect(current(window)).toContainText('Headline');
  await expect(desk.field('Headline')).toBeFocused();

  // Accepted, it goes on to the next one, in the body.
  await keyboard.press('Control+Alt+a');
  await expect(current(window)).toContainText('4 km');
  await keyboard.press('Control+Alt+a');
  await expect.poll(async () => (await paragraphs(desk.body))[0]).toBe('Con đường dài 4 km nối ba xã vừa thông xe.');
  await expect(current(window)).toContainText('xe tải nhỏ');
  await keyboard.press('Control+Alt+x');
  await expect.poll(async () => (await paragraphs(desk.body))[1]).toBe('Người dân mang ngô ra chợ bằng xe máy.');
  await expect(current(window)).toContainText('xã Nam Mẫu');

  // All of one author's that are left, asked about once; undone by the notice.
  const review = window.getByRole('tabpanel', { name: 'Review' });
  await review.getByText('Several at once').click();
  await review.getByRole('combobox', { name: 'By' }).press('Enter');
  await window.getByRole('option', { name: 'Trần Minh' }).press('Enter');
  await expect(review.locator('[data-entry]')).toHaveCount(1);
  await review.getByRole('combobox', { name: 'By' }).press('Enter');
  await window.getByRole('option', { name: 'Everyone' }).press('Enter');
  await expect(review.locator('[data-entry]')).toHaveCount(2);
  await review.getByRole('group', { name: 'All that is shown' }).getByRole('button', { name: 'Accept' }).press('Enter');
  const question = window.getByRole('dialog', { name: 'Accept 2 suggestions?' });
  await question.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(window.getByRole('textbox', { name: 'Caption' })).toHaveValue('Đường mới qua bản Pác Ngòi, xã Nam Mẫu');
  await expect.poll(async () => (await paragraphs(desk.body))[3]).toBe('Tổng vốn là 3,7 tỷ đồng.');
  await expect(review.getByText('Nothing is suggested and no comment is open.')).toBeVisible();
  await window
    .getByRole('dialog', { name: '2 suggestions accepted' })
    .getByRole('button', { name: 'Undo' })
    .press('Enter');
  await expect(review.locator('[data-entry]')).toHaveCount(2);

  // In the body undo and redo bring marks back, too; who decided what stays on record.
  await desk.body.focus();
  await keyboard.press('Control+z');
  await expect(review.locator('[data-entry]')).toHaveCount(0);
  const decided = review.getByText('5 decided');
  await decided.click();
  const record = review.getByRole('list', { name: 'Decided' }).getByRole('listitem');
  await expect(record).toHaveCount(5);
  await expect(record.last()).toContainText('Headline');
  await expect(record.filter({ hasText: 'Rejected by' })).toHaveCount(1);
  await desk.saved();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a preview shows a story as it was, as proposed, or with marks; comments name a person on a photo and a field', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const profile = await suggestedProfile(suggestedStory());
  const { app, window } = await launch({ profile, lang: 'en' });
  const { keyboard } = window;
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();

  await keyboard.press('Control+Alt+p');
  const page = window.frameLocator('iframe[title="Article page"]');
  await expect(page.locator('h1')).toHaveText('Ba xã vùng cao đã có đường mới');
  await expect(page.locator('.body p').first()).toHaveText('Con đường dài bốn cây số nối ba xã vừa thông xe.');
  const views = window.getByRole('group', { name: 'Suggestions' });
  await views.getByRole('button', { name: 'As proposed' }).press('Enter');
  await expect(page.locator('h1')).toHaveText('Ba xã vùng cao có đường mới');
  await expect(page.locator('.body p').first()).toHaveText('Con đường dài 4 km nối ba xã vừa thông xe.');
  await views.getByRole('button', { name: 'With marks' }).press('Enter');
  await expect(page.locator('h1 del')).toHaveText('đã ');
  await expect(page.locator('figcaption ins')).toHaveText(', xã Nam Mẫu');
  await keyboard.press('Escape');

  // A comment on the headline, then one on the caption, that names who suggested.
  const review = await desk.openTab('Review');
  const comment = async (field: string, text: string, name: string) => {
    await desk.field(field).focus();
    await keyboard.press('Control+a');
    await keyboard.press('Control+Alt+m');
    const writing = review.getByRole('textbox', { name: 'Your comment' });
    await writing.pressSequentially(text);
    await expect(window.getByRole('option', { name })).toBeVisible();
    await keyboard.press('Enter');
    await keyboard.type('xem giúp.');
    await keyboard.press('Control+Enter');
    await expect(writing).toBeHidden();
  };
  await comment('Headline', 'Tít dài quá, @ha', 'Nguyễn Thu Hà');
  await comment('Caption', 'Ai chụp, @min', 'Trần Minh');
  const threads = review.getByRole('list', { name: /^Suggestions and comments/ }).locator('[data-thread]');
  await expect(threads).toHaveCount(2);
  await expect(threads.first().locator('strong')).toHaveText('@Nguyễn Thu Hà');
  await expect(threads.last()).toContainText('Đường mới qua bản Pác Ngòi, xã Nam Mẫu');

  for (const [theme, size] of [
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 900, height: 600 }],
  ] as const) {
    await arrange(app, window, theme, size);
    expect(await findings(window)).toEqual([]);
  }
  await arrange(app, window, 'light', { width: 1280, height: 800 });

  // One's own comment is changed; resolved and opened again; its photo gone, it keeps the words it was about.
  await threads.first().getByRole('button', { name: 'Edit' }).press('Enter');
  await review.getByRole('textbox', { name: 'Your comment' }).fill('Ngắn lại nhé, @Trần Minh');
  await keyboard.press('Control+Enter');
  await expect(threads.first().locator('strong')).toHaveText('@Trần Minh');
  await threads.first().getByRole('button', { name: 'Resolve' }).press('Enter');
  await expect(threads).toHaveCount(1);
  await review.getByText('1 resolved comment').click();
  await review.getByRole('button', { name: 'Reopen' }).press('Enter');
  await expect(threads).toHaveCount(2);
  await window.getByRole('button', { name: 'Take the photo out of the story' }).press('Enter');
  await expect(threads.last()).toContainText('The passage is no longer in the story.');
  await expect(threads.last()).toContainText('Đường mới qua bản Pác Ngòi, xã Nam Mẫu');
  await desk.saved();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
