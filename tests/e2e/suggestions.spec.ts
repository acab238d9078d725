import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
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
  await window.screenshot({ path: '/tmp/s1.png' });

  // Accepted, it goes on to the next one, in the body.
  await keyboard.press('Control+Alt+a');
  await expect(current(window)).toContainText('4 km');
  await keyboard.press('Control+Alt+a');
  await expect.poll(async () => (await paragraphs(desk.body))[0]).toBe('Con đường dài 4 km nối ba xã vừa thông xe.');
  await expect(current(window)).toContainText('xe tải nhỏ');
  await keyboard.press('Control+Alt+x');
  await expect.poll(async () => (await paragraphs(desk.body))[1]).toBe('Người dân mang ngô ra chợ bằng xe máy.');
  await expect(current(window)).toContainText('xã Nam Mẫu');
  await window.screenshot({ path: '/tmp/s2.png' });

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
  await window.screenshot({ path: '/tmp/s3.png' });
  await window
    .getByRole('dialog', { name: '2 suggestions accepted' })
    .getByRole('button', { name: 'Undo' })
    .press('Enter');
  await expect(review.locator('[data-entry]')).toHaveCount(2);

  // Who decided what stays on record; in the body undo brings a mark back.
  await desk.body.focus();
  await keyboard.press('Control+z');
  await review.getByText(/decided/).click();
  await expect(review.getByRole('list', { name: 'Decided' }).getByRole('listitem')).toHaveCount(5);
  await desk.saved();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
