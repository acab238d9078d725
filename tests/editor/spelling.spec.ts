import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { newId } from '../../story/ids.ts';
import { type Block, isTextBlock, plainText, type Story } from '../../story/model.ts';
import { figure, paragraph, table } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

/** The words that are underlined, in the order of the page. */
const marked = (page: Page, kind = 'spelling') =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(`copydesk-${name}`) ?? [])]
        .map((range) => (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset))
        .sort(),
    kind,
  );
const switchOn = (page: Page, patch = {}) =>
  page.evaluate((more) => window.harness.setSpelling({ on: true, ...more }), patch);
const next = (page: Page, by: 1 | -1 = 1) => page.evaluate((way) => window.harness.nextFinding(way), by);
const menu = (page: Page) => page.getByRole('menu');
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });
const words = (story: Story) => story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : block.type));

test('underlines in body, fields, captions and cells, goes through them, and takes a suggestion', async ({ desk }) => {
  const { page } = desk;
  const made = storyOf(
    paragraph('Người dân đã ', { text: 'ddang', bold: true }, ' chờ ở Bắc Kạn, km 57.'),
    figure('Chợ nguwowif đông'),
    table(['Tên', 'sôs']),
    paragraph('Hết rồi.'),
  );
  made.fields.headline = 'Một ngày tie6ng ở Ba Bể';
  await desk.open(made);
  await switchOn(page);
  await expect.poll(() => marked(page)).toEqual(['ddang', 'nguwowif', 'sôs', 'tie6ng']);
  await body(page).locator('p').last().click();
  // Round the end, to the top of the page.
  await next(page);
  await expect(menu(page)).toBeVisible();
  await expect(item(page, 'tiêng')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field(page, 'headline')).toHaveValue('Một ngày tiêng ở Ba Bể');
  await expect(field(page, 'headline')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(field(page, 'headline')).toHaveValue('Một ngày tie6ng ở Ba Bể');
  await page.keyboard.press('Control+Shift+z');
  await next(page);
  await expect(item(page, 'đang')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => words(await desk.story())[0]).toBe('Người dân đã đang chờ ở Bắc Kạn, km 57.');
  const [first] = (await desk.story()).body;
  expect(first && isTextBlock(first) && first.runs.find((run) => run.text === 'đang')).toMatchObject({ bold: true });
  await page.keyboard.press('Control+z');
  expect(words(await desk.story())[0]).toContain('ddang');
  await page.keyboard.press('Control+Shift+z');
  await next(page);
  await expect(item(page, 'người')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await desk.story()).body[1]).toMatchObject({ caption: 'Chợ người đông' });
  await expect.poll(() => marked(page)).toEqual(['sôs']);
  await next(page, -1);
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(page.locator('[data-cell="0:1"]')).toBeFocused();
  await desk.settled();
});

test('leaves alone what is ignored here, and everywhere what is learnt', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một blốc hai blốc'), paragraph('ba blốc, bốn ddang')));
  await switchOn(page);
  await expect.poll(() => marked(page)).toEqual(['blốc', 'blốc', 'blốc', 'ddang']);
  const place = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('copydesk-spelling') ?? [])];
    const live = document.createRange();
    live.setStart(range?.startContainer as Node, range?.startOffset ?? 0);
    live.setEnd(range?.endContainer as Node, range?.endOffset ?? 0);
    const { left, top, width, height } = live.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  });
  await page.mouse.click(...place, { button: 'right' });
  await item(page, 'Bỏ qua ở đây').click();
  await expect.poll(() => marked(page)).toEqual(['blốc', 'ddang']);
  await next(page);
  await item(page, 'Tòa soạn dùng từ “blốc”').click();
  await expect.poll(() => marked(page)).toEqual(['ddang']);
  expect(await page.evaluate(() => window.harness.learnt())).toEqual(['blốc']);
  await desk.open(storyOf(paragraph('blốc và ddang nữa')));
  await expect.poll(() => marked(page)).toEqual(['ddang']);
  await page.evaluate(() => window.harness.setSpelling({ on: false }));
  await expect.poll(() => marked(page)).toEqual([]);
});

test('credits, bylines and other names are read by the rules of syllables', async ({ desk }) => {
  const { page } = desk;
  const credited = figure('Chợ đông');
  const made = storyOf(paragraph('Hết rồi.'), { ...credited, credit: 'Ảnh: Hoàng Văn Kpă, ddồng hành' } as Block);
  made.fields.byline = 'Lò Thị Đoỏng, Y Ngông Niê';
  made.fields.place = 'Krông Pắc';
  await desk.open(made);
  await switchOn(page);
  await expect.poll(() => marked(page)).toEqual(['ddồng']);
});

test('says nothing of the word being written, and nothing while composing', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph('')));
  await switchOn(page);
  await body(page).click();
  await page.keyboard.type('sôs một ddang');
  await expect.poll(() => marked(page)).toEqual(['sôs']);
  await page.keyboard.type(' ');
  await expect.poll(() => marked(page)).toEqual(['ddang', 'sôs']);
  await page.keyboard.press('Home');
  await preedit(cdp, 'h', 'hô');
  await next(page);
  await expect(menu(page)).toBeHidden();
  expect(words(await desk.story())[0]).toBe('hôsôs một ddang ');
  await cdp.send('Input.insertText', { text: 'hôm ' });
  await expect.poll(() => marked(page)).toEqual(['ddang', 'sôs']);
  await desk.settled();
});

const quote = (text: string): Block => ({ id: newId(), type: 'quote', runs: [{ text }] });

test('reads English by its dictionary, and a quotation in it by itself', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Ông nói trên facebook marketing:'), quote('We recieve the visitors every day')));
  await switchOn(page);
  await expect.poll(() => marked(page)).toEqual(['recieve']);
  await next(page);
  await expect(item(page, 'receive')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => words(await desk.story())[1]).toBe('We receive the visitors every day');
});

test("marks where the house's tone mark stands otherwise", async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('hoà bình, khỏe mạnh')));
  await switchOn(page, { placement: 'old' });
  await expect.poll(() => marked(page, 'placement')).toEqual(['hoà']);
  await page.evaluate(() => window.harness.setSpelling({ placement: 'new' }));
  await expect.poll(() => marked(page, 'placement')).toEqual(['khỏe']);
  await next(page);
  await expect(item(page, 'khoẻ')).toBeFocused();
});

test('writes as the house does, what is selected or all of it, each in one step of undo', async ({ desk }) => {
  const { page } = desk;
  const made = storyOf(
    paragraph('hoà và ', { text: 'thuý', italic: true }, ', lí do'),
    paragraph('hoà, tỉ mỉ'),
    figure('khoẻ'),
  );
  made.fields.headline = 'Kĩ thuật hoà';
  await desk.open(made);
  await switchOn(page, { placement: 'old', iy: 'y' });
  const asHouse = () => page.evaluate(() => window.harness.asHouse());
  await body(page).locator('p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => page.evaluate(() => window.harness.session.selectedCounts())).not.toBeNull();
  expect(await asHouse()).toEqual({ all: 1, inFields: 0 });
  expect(words(await desk.story())).toEqual(['hòa và thuý, lí do', 'hoà, tỉ mỉ', 'figure']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => window.harness.session.selectedCounts())).toBeNull();
  expect(await asHouse()).toEqual({ all: 7, inFields: 2 });
  const after = await desk.story();
  expect(words(after)).toEqual(['hòa và thúy, lý do', 'hòa, tỉ mỉ', 'figure']);
  expect(after.body[0]).toMatchObject({
    runs: [{ text: 'hòa và ' }, { text: 'thúy', italic: true }, { text: ', lý do' }],
  });
  expect(after.body[2]).toMatchObject({ caption: 'khỏe' });
  expect(after.fields.headline).toBe('Kỹ thuật hòa');
  expect(await asHouse()).toEqual({ all: 0, inFields: 0 });
  await body(page).locator('p').first().click();
  await page.keyboard.press('Control+z');
  expect(words(await desk.story())).toEqual(['hoà và thuý, lí do', 'hoà, tỉ mỉ', 'figure']);
  expect((await desk.story()).fields.headline).toBe('Kỹ thuật hòa');
  await desk.settled();
});
