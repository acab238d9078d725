import type { Page } from '@playwright/test';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

const ASK = 'Viết nháp: Chú thích ảnh';
const caption = (page: Page) => page.locator('[data-figure-text="caption"]');
const offer = (page: Page) => page.getByRole('textbox', { name: /Bản nháp do máy viết, chưa vào bài/ });
const answer = (page: Page, text: string) =>
  page.evaluate((given) => window.harness.model.answer({ ok: true, value: { text: given } }), text);
const asked = (page: Page) => page.evaluate(() => window.harness.model.asked);
const photo = (more = {}) => ({ ...figure(''), unchecked: [], ...more }) as ReturnType<typeof figure>;

test('a draft is asked for, changed, taken with Enter, marked, and taken back with one undo; by keyboard alone', async ({
  desk,
}) => {
  const { page } = desk;
  const story = storyOf(paragraph('a'), photo(), paragraph('b'));
  story.fields.headline = 'Mùa dưa';
  await desk.open(story);
  await expect(page.getByRole('button', { name: /^Viết nháp/ })).toHaveCount(0);
  await page.evaluate(() => window.harness.setModel(true));
  await caption(page).click();
  // Other helps for an empty caption may stand before it.
  const isAtDraft = () => page.evaluate((name) => document.activeElement?.ariaLabel === name, ASK);
  for (let tabs = 0; tabs < 4 && !(await isAtDraft()); tabs++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: ASK })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mô hình đang xem ảnh…')).toBeVisible();
  const [question] = await asked(page);
  expect(question).toMatchObject({ field: 'caption', headline: 'Mùa dưa', language: 'vi', text: '' });
  await answer(page, 'Nông dân thu hoạch dưa.');
  await expect(offer(page)).toBeFocused();
  await expect(offer(page)).toHaveValue('Nông dân thu hoạch dưa.');
  expect((await desk.settled()).body[1]).toMatchObject({ caption: '' });
  await page.keyboard.type(' Ảnh chụp sáng nay.');
  // Undo in the draft is the draft's own: nothing of the story goes.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Enter');
  await expect(caption(page)).toBeFocused();
  await expect(caption(page)).toHaveValue('Nông dân thu hoạch dưa. Ảnh chụp sáng nay.');
  await expect(page.getByText('Máy viết nháp, đã có người duyệt')).toBeVisible();
  expect((await desk.settled()).body[1]).toMatchObject({ drafted: ['caption'], unchecked: [] });
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveValue('');
  await expect(page.getByText('Máy viết nháp, đã có người duyệt')).toHaveCount(0);
  expect((await desk.settled()).body[1]).not.toHaveProperty('drafted');
  await page.keyboard.press('Control+Shift+z');
  // Cleared, nothing is left that a model wrote.
  await caption(page).fill('');
  expect((await desk.settled()).body[1]).not.toHaveProperty('drafted');
});

test('what is typed meanwhile stays, keeps the caret, and a draft goes behind it', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(photo()));
  await page.evaluate(() => window.harness.setModel(true));
  await page.getByRole('button', { name: ASK }).click();
  await caption(page).click();
  await page.keyboard.type('Nhà lưới');
  await answer(page, 'Một phụ nữ bên ruộng dưa.');
  await expect(offer(page)).toBeVisible();
  await page.keyboard.type(' ở Na Rì.');
  await expect(caption(page)).toHaveValue('Nhà lưới ở Na Rì.');
  await offer(page).click();
  await page.keyboard.press('Enter');
  await expect(caption(page)).toHaveValue('Nhà lưới ở Na Rì. Một phụ nữ bên ruộng dưa.');
  await page.getByRole('button', { name: ASK }).click();
  await answer(page, 'Câu khác.');
  await page.getByRole('button', { name: 'Thay chữ đang có' }).click();
  await expect(caption(page)).toHaveValue('Câu khác.');
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveValue('Nhà lưới ở Na Rì. Một phụ nữ bên ruộng dưa.');
  await desk.settled();
});

test('a draft can be cancelled, left, and fails with what to do', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('a'), photo(), paragraph('b'));
  await desk.open(story);
  await page.evaluate(() => window.harness.setModel(true));
  await page.getByRole('button', { name: ASK }).click();
  await page.getByRole('button', { name: 'Hủy viết nháp: Chú thích ảnh' }).click();
  await expect(page.getByRole('button', { name: ASK })).toBeFocused();
  expect(await page.evaluate(() => window.harness.model.cancelled)).toEqual([(await asked(page))[0]?.id]);
  await answer(page, 'Quá muộn.');
  await expect(offer(page)).toHaveCount(0);

  await page.getByRole('button', { name: ASK }).click();
  await page.evaluate(() => window.harness.model.answer({ ok: false, code: 'modelNotRunning' }));
  await expect(page.getByRole('alert')).toContainText('Không có gì trả lời ở địa chỉ của mô hình');
  await page.getByRole('button', { name: ASK }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await answer(page, 'Một câu.');
  await expect(offer(page)).toHaveValue('Một câu.');
  await page.getByRole('button', { name: 'Viết lại bản nháp: Chú thích ảnh' }).click();
  await answer(page, 'Hai câu.');
  await expect(offer(page)).toHaveValue('Hai câu.');
  await page.keyboard.press('Escape');
  await expect(offer(page)).toHaveCount(0);
  await expect(caption(page)).toBeFocused();
  expect((await desk.settled()).body).toEqual(story.body);

  // A photo that leaves the page leaves nothing running.
  await page.getByRole('button', { name: ASK }).click();
  await page.getByRole('button', { name: 'Bỏ ảnh khỏi bài' }).click();
  expect((await page.evaluate(() => window.harness.model.cancelled)).length).toBe(2);
});

test('a text that a model wrote and nobody accepted says so, and a person accepts it', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(photo({ alt: 'Dưa trên ruộng', drafted: ['alt'], unchecked: ['alt'] })));
  await expect(page.getByText('Máy viết nháp, chưa ai duyệt')).toBeVisible();
  await page.getByRole('button', { name: /^Đã kiểm tra/ }).click();
  await expect(page.getByText('Máy viết nháp, đã có người duyệt')).toBeVisible();
  expect((await desk.settled()).body[0]).toMatchObject({ drafted: ['alt'], unchecked: [] });
  await expect(body(page)).toBeVisible();
});
