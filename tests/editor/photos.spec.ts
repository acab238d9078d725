import { readFileSync } from 'node:fs';
import { figure, paragraph, texts } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

test("a figure's texts: undo in the body covers them, checking takes the mark off, and it can be taken out", async ({
  desk,
}) => {
  const { page } = desk;
  const photo = { ...figure('từ tệp'), unchecked: ['caption', 'credit'] } as ReturnType<typeof figure>;
  await desk.open(storyOf(paragraph('a'), photo, paragraph('b')));
  const caption = page.locator('[data-figure-text="caption"]');
  await expect(page.getByText('Lấy từ tệp ảnh, chưa kiểm tra')).toHaveCount(2);
  await page.getByRole('button', { name: 'Đã kiểm tra: Nguồn ảnh' }).click();
  await caption.click();
  await page.keyboard.press('End');
  await page.keyboard.type(', đã sửa');
  await expect(page.getByText('Lấy từ tệp ảnh, chưa kiểm tra')).toHaveCount(0);
  await page.keyboard.press('Enter'); // a caption has no second line, and the body gets no key of it
  expect((await desk.settled()).body).toMatchObject([{}, { caption: 'từ tệp, đã sửa', unchecked: [] }, {}]);
  await caption.click();
  await page.keyboard.press('Control+z');
  await expect(caption).toHaveValue('từ tệp');
  await expect(caption).toBeFocused();
  await page.keyboard.press('Control+Shift+z');
  await expect(caption).toHaveValue('từ tệp, đã sửa');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(caption).toHaveValue('từ tệp');
  await expect(caption).toBeFocused();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await expect(caption).toHaveValue('từ tệp, đã sửa');
  await page.getByRole('button', { name: 'Bỏ ảnh khỏi bài' }).click();
  expect(texts((await desk.settled()).body)).toEqual(['a', 'b']);
  await page.keyboard.press('Control+z');
  await expect(caption).toHaveValue('từ tệp, đã sửa');
  expect(texts((await desk.settled()).body)).toEqual(['a', '[từ tệp, đã sửa]', 'b']);
});

test('a photo that is clicked is selected, and goes with Delete', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('a'), figure('ảnh'), paragraph('b')));
  await body(page).locator('p').first().click();
  await page.locator('[data-photo] img').click();
  await expect(page.locator('fieldset[data-selected]')).toHaveCount(1);
  await page.keyboard.press('Delete');
  expect(texts((await desk.settled()).body)).toEqual(['a', 'b']);
  await page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['a', '[ảnh]', 'b']);
});

test('photos dropped on the body name the block they were dropped at; elsewhere nothing happens', async ({ desk }) => {
  const { page } = desk;
  const story = storyOf(paragraph('một'), paragraph('hai'), paragraph('ba'));
  await desk.open(story);
  const bytes = [...readFileSync(import.meta.filename).subarray(0, 20)];
  const drop = (selector: string, index = 0) =>
    page.evaluate(
      ([where, at, content]) => {
        const target = document.querySelectorAll(where)[at] as HTMLElement;
        const { left, top } = target.getBoundingClientRect();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], 'ảnh.jpg', { type: 'image/jpeg' }));
        const init = { dataTransfer, clientX: left + 5, clientY: top + 8, bubbles: true, cancelable: true };
        const over = target.dispatchEvent(new DragEvent('dragover', init));
        return [over, target.dispatchEvent(new DragEvent('drop', init))];
      },
      [selector, index, bytes] as const,
    );
  expect(await drop('[data-body] p', 1)).toEqual([false, false]);
  expect(await drop('[role="toolbar"]')).toEqual([false, false]);
  expect(await page.evaluate(() => window.harness.drops)).toEqual([{ names: ['ảnh.jpg'], behind: story.body[1]?.id }]);
  await page.evaluate(() =>
    window.harness.session.insertPhoto({
      hash: 'c'.repeat(64),
      type: 'image/jpeg',
      width: 800,
      height: 600,
      size: 1,
      name: 'ảnh.jpg',
      caption: 'mới',
      credit: '',
      copyright: '',
      alt: '',
      photographer: '',
    }),
  );
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai', '[mới]', 'ba']);
});
