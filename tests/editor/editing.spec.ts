import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { figure, item, paragraph, texts } from '../unit/schema/editing.ts';
import { body, expect, field, frame, storyOf, test } from './page.ts';

/** A paste as the system's clipboard gives it. */
const paste = (page: Page, data: Record<string, string>, selector = '[data-body]') =>
  page.evaluate(
    ([given, where]) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      const target = document.querySelector(where);
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [data, selector] as const,
  );

const NEWS = `Thành phố Bắc Kạn chiếm 57,54%.

Tổng mức bán lẻ đạt 3.700 tỷ đồng.
Chú thích một dòng.
`;

test('plain text: every line is a paragraph, in NFC; one line goes in at the caret', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  await paste(desk.page, { 'text/plain': NEWS.normalize('NFD').replaceAll('\n', '\r\n') });
  await desk.page.keyboard.type(' Hết');
  await paste(desk.page, { 'text/plain': ' bài.' });
  const story = await desk.settled();
  expect(texts(story.body)).toEqual([
    'Thành phố Bắc Kạn chiếm 57,54%.',
    'Tổng mức bán lẻ đạt 3.700 tỷ đồng.',
    'Chú thích một dòng. Hết bài.',
  ]);
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Control+z');
  await desk.page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['']);
});

test('HTML: only what a story knows comes in, and nothing of it runs', async ({ desk }) => {
  await desk.open(storyOf(paragraph('Đầu. ')));
  await body(desk.page).click();
  await desk.page.keyboard.press('Control+End');
  await frame(desk.page);
  const html = `<html><head><title>không</title><script>window.bad = 1</script></head><body>
    <b style="font-weight:normal" id="docs-internal-guid-1">
    <h1 onclick="window.bad=2">Tít <span style="font-weight:700">đậm</span></h1>
    <p style="text-align:center">Đoạn <i>nghiêng</i> <u>gạch</u> <a href="https://baobackan.vn/">liên kết</a>
      <a href="javascript:window.bad=3">xấu</a> <a href="vbscript:x">xấu nữa</a></p>
    <p>&nbsp;</p><img src=x onerror="window.bad=4"><svg onload="window.bad=5"><text>svg</text></svg>
    <iframe src="https://evil.invalid/" srcdoc="<script>parent.bad=6</script>"></iframe>
    <blockquote>Lời</blockquote>
    <ul><li>một<ul><li>trong</li></ul></li><li><p>hai</p></li></ul><ol start="5"><li>số</li></ol>
    <table><tr><td>ô một</td><td>ô hai</td></tr></table>
    <form><input value="x"><button onclick="window.bad=7">nút</button></form>
    </b></body></html>`;
  await paste(desk.page, { 'text/html': html, 'text/plain': 'x' });
  const story = await desk.settled();
  expect(story.body).toMatchObject([
    { type: 'paragraph', runs: [{ text: 'Đầu. Tít ' }, { text: 'đậm', bold: true }] },
    {
      type: 'paragraph',
      runs: [
        { text: 'Đoạn ' },
        { text: 'nghiêng', italic: true },
        { text: ' gạch ' },
        { text: 'liên kết', link: 'https://baobackan.vn/' },
        { text: ' xấu xấu nữa' },
      ],
    },
    { type: 'quote', runs: [{ text: 'Lời' }] },
    { type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'một' }] },
    { type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: 'trong' }] },
    { type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'hai' }] },
    { type: 'listItem', list: 'number', indent: 0, runs: [{ text: 'số' }] },
    ...story.body.slice(7),
  ]);
  expect(texts(story.body.slice(7)).join(' ')).toMatch(/ô một.*ô hai/s);
  expect(await desk.page.evaluate(() => (window as unknown as { bad?: number }).bad)).toBeUndefined();
  expect(
    await body(desk.page).locator('script, iframe, svg:not(figure svg), form, table, [onclick], [style]').count(),
  ).toBe(0);
});

test('a megabyte of hostile HTML comes in as words, and typing goes on', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  const piece = (n: number) =>
    `<p onmouseover="window.bad=1">Đoạn ${n} <a href="javascript:window.bad=2">liên</a><script>window.bad=3</script><img src=x onerror="window.bad=4"></p>`;
  let html = '';
  let count = 0;
  while (html.length < 1_000_000) html += piece(count++);
  await paste(desk.page, { 'text/html': html });
  await desk.page.keyboard.type(' xong');
  const story = await desk.settled();
  expect(count).toBeGreaterThan(5000);
  expect(story.body.length).toBe(5000); // the rest is in the last one
  const words = texts(story.body).join(' ');
  for (const n of [0, 1, 4998, 4999, count - 1]) expect(words).toContain(`Đoạn ${n} liên`);
  expect(words.endsWith(' xong')).toBe(true);
  expect(await desk.page.evaluate(() => (window as unknown as { bad?: number }).bad)).toBeUndefined();
});

test('copied blocks keep their figures and marks, and get ids of their own; cut ones keep theirs', async ({ desk }) => {
  const story = storyOf(paragraph({ text: 'Bắc Kạn', bold: true }), figure('ảnh'), item('một'), paragraph('cuối'));
  await desk.open(story);
  await body(desk.page).locator('p').first().click();
  await desk.page.keyboard.press('Control+a');
  await frame(desk.page);
  await desk.page.keyboard.press('Control+c');
  await desk.page.keyboard.press('Control+End');
  await frame(desk.page);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Control+v');
  const copied = await desk.settled();
  expect(texts(copied.body)).toEqual(['Bắc Kạn', '[ảnh]', 'một', 'cuối', 'Bắc Kạn', '[ảnh]', 'một', 'cuối']);
  expect(copied.body.slice(0, 4)).toEqual(story.body);
  expect(new Set(copied.body.map((block) => block.id)).size).toBe(8);
  await desk.page.keyboard.press('Control+a');
  await frame(desk.page);
  await desk.page.keyboard.press('Control+x');
  await expect.poll(async () => (await desk.story()).body.length).toBe(1);
  await desk.page.keyboard.press('Control+v');
  const moved = await desk.settled();
  expect(texts(moved.body)).toEqual(texts(copied.body));
  expect(moved.body.slice(1).map((block) => block.id)).toEqual(copied.body.slice(1).map((block) => block.id));
});

test('a paste into a field is one line in NFC, and the field undoes it', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await field(desk.page, 'headline').click();
  await desk.page.keyboard.type('Tít: ');
  await paste(desk.page, { 'text/plain': 'Bắc Kạn\r\n hôm nay'.normalize('NFD') }, '[data-field="headline"]');
  expect((await desk.story()).fields.headline).toBe('Tít: Bắc Kạn hôm nay');
  await desk.page.keyboard.press('Control+z');
  const undone = (await desk.settled()).fields.headline; // how much, the browser decides
  expect(undone).not.toContain('Bắc Kạn');
  await expect(field(desk.page, 'headline')).toHaveValue(undone);
});

test('the toolbar: kinds, marks, a link, undo; pressed states follow the caret', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Bắc Kạn hôm nay')));
  const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });
  await body(page).locator('p').click();
  await page.keyboard.press('Home');
  await frame(page);
  for (let n = 0; n < 7; n++) await page.keyboard.press('Shift+ArrowRight');
  await frame(page);
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
  await frame(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('trong');
  expect((await desk.settled()).body[1]).toMatchObject({ type: 'listItem', list: 'number', indent: 1 });
  for (let n = 0; n < 4; n++) await tool('Hoàn tác').click();
  await expect.poll(async () => (await desk.story()).body[0]?.type).toBe('heading');
  await field(page, 'headline').click();
  await expect(tool('Chữ đậm')).toBeDisabled();
});

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
  await frame(page);
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

test('a comment shows on its words, can be found again, and a resolved one shows no more', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Bắc Kạn hôm nay'), paragraph('x')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('Home');
  await frame(page);
  for (let n = 0; n < 7; n++) await page.keyboard.press('Shift+ArrowRight');
  await frame(page);
  const id = await page.evaluate(() => window.harness.session.addComment('Nguồn?', { name: 'Mai', fingerprint: 'f' }));
  await expect(page.locator('[data-thread="comment"]')).toHaveText('Bắc Kạn');
  await page.keyboard.press('ArrowLeft');
  await frame(page);
  await page.keyboard.press('ArrowRight');
  await frame(page);
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
