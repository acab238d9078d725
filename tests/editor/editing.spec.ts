import { paragraph, texts } from '../unit/schema/editing.ts';
import { body, expect, field, storyOf, test } from './page.ts';

test('the toolbar: kinds, marks, a link, undo; pressed states follow the caret', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Bắc Kạn hôm nay')));
  const tool = (name: string) =>
    page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name, exact: true });
  await body(page).locator('p').click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 7; n++) await page.keyboard.press('Shift+ArrowRight');
  await tool('Chữ đậm').click();
  await expect(tool('Chữ đậm')).toHaveAttribute('aria-pressed', 'true');
  await tool('Liên kết').click();
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Chỉ nhận địa chỉ')).toBeVisible();
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('baobackan.vn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  await tool('Tít xen lớn').click();
  await expect(tool('Tít xen lớn')).toHaveAttribute('aria-pressed', 'true');
  expect((await desk.settled()).body).toMatchObject([
    {
      type: 'heading',
      level: 2,
      runs: [{ text: 'Bắc Kạn', bold: true, link: 'https://baobackan.vn/' }, { text: ' hôm nay' }],
    },
  ]);
  await tool('Danh sách đánh số').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('trong');
  expect((await desk.settled()).body[1]).toMatchObject({ type: 'listItem', list: 'number', indent: 1 });
  for (let n = 0; n < 4; n++) await tool('Hoàn tác').click();
  await expect.poll(async () => (await desk.story()).body[0]?.type).toBe('heading');
  await field(page, 'headline').click();
  await expect(tool('Chữ đậm')).toBeDisabled();
});

test('a comment shows on its words, can be found again, and a resolved one shows no more', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Bắc Kạn hôm nay'), paragraph('x')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 7; n++) await page.keyboard.press('Shift+ArrowRight');
  const id = await page.evaluate(() => window.harness.session.addComment('Nguồn?', { name: 'Mai', fingerprint: 'f' }));
  await expect(page.locator('[data-thread="comment"]')).toHaveText('Bắc Kạn');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('!');
  await expect(page.locator('[data-thread="comment"]')).toHaveText('B!ắc Kạn');
  await page.evaluate((thread) => window.harness.session.reveal(thread as string), id);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('B!ắc Kạn');
  await page.evaluate((thread) => {
    const { session } = window.harness;
    const found = session.story().threads[thread as string];
    if (found) session.setThread(found.id, { ...found, resolved: true });
  }, id);
  await expect(page.locator('[data-thread]')).toHaveCount(0);
  await field(page, 'headline').fill('Thành phố Bắc Kạn');
  await page.evaluate(() =>
    document.querySelector<HTMLTextAreaElement>('[data-field="headline"]')?.setSelectionRange(0, 9),
  );
  expect(await page.evaluate(() => window.harness.session.commentTarget())).toEqual({
    anchor: { field: 'headline' },
    words: 'Thành phố',
  });
  await desk.settled();
});

test('with a full disk typing goes on, and is saved when there is room', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await page.evaluate(() => window.harness.refuse(true));
  await body(page).click();
  await page.keyboard.type('Không mất chữ nào');
  await expect.poll(() => page.evaluate(() => window.harness.session.saveState().kind)).toBe('failed');
  await page.keyboard.type(', kể cả chữ này');
  await page.evaluate(() => window.harness.refuse(false));
  await expect.poll(() => page.evaluate(() => window.harness.session.saveState().kind)).toBe('saved');
  expect(texts((await desk.settled()).body)).toEqual(['Không mất chữ nào, kể cả chữ này']);
});
