import { figure, item, paragraph, texts } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

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
        { text: ' ' },
        { text: 'gạch', underline: true },
        { text: ' ' },
        { text: 'liên kết', link: 'https://baobackan.vn/' },
        { text: ' xấu xấu nữa' },
      ],
    },
    { type: 'quote', runs: [{ text: 'Lời' }] },
    { type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'một' }] },
    { type: 'listItem', list: 'bullet', indent: 1, runs: [{ text: 'trong' }] },
    { type: 'listItem', list: 'bullet', indent: 0, runs: [{ text: 'hai' }] },
    { type: 'listItem', list: 'number', indent: 0, runs: [{ text: 'số' }] },
    { type: 'table', rows: [['ô một', 'ô hai']] },
  ]);
  expect(await desk.page.evaluate(() => (window as unknown as { bad?: number }).bad)).toBeUndefined();
  expect(
    await body(desk.page)
      .locator('script, iframe, svg text, form, [onclick], :is(p, li, blockquote):is([style], :has([style]))')
      .count(),
  ).toBe(0);
});

test('copied blocks keep their figures and marks, and get ids of their own; cut ones keep theirs', async ({ desk }) => {
  const story = storyOf(paragraph({ text: 'Bắc Kạn', bold: true }), figure('ảnh'), item('một'), paragraph('cuối'));
  await desk.open(story);
  await body(desk.page).locator('p').first().click();
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.press('Control+c');
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Control+v');
  const copied = await desk.settled();
  expect(texts(copied.body)).toEqual(['Bắc Kạn', '[ảnh]', 'một', 'cuối', 'Bắc Kạn', '[ảnh]', 'một', 'cuối']);
  expect(copied.body.slice(0, 4)).toEqual(story.body);
  expect(new Set(copied.body.map((block) => block.id)).size).toBe(8);
  await desk.page.keyboard.press('Control+a');
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
