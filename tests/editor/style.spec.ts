import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Block, isTextBlock, plainText, type Story } from '../../story/model.ts';
import { ruleSchema, type StyleRule } from '../../story/style/rules.ts';
import { figure, paragraph, table } from '../unit/schema/editing.ts';
import { preedit } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const rule = (more: object): StyleRule =>
  ruleSchema.parse({ id: 'don-vi', name: 'Đơn vị', why: 'Viết km.', language: 'vi', kind: 'units', ...more });
const KM = rule({ find: { pairs: [['Km', 'km']] }, source: 'Nghị định 86/2012/NĐ-CP' });
const SLOW = rule({ id: 'cham', name: 'Chậm', find: { pattern: '(a+)+b' } });
const WORD = rule({ id: 'cam', name: 'Từ cấm', why: 'Xúc phạm.', find: { words: ['tàn tật'] } });

/** The words that are underlined. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('copydesk-style') ?? [])]
      .map((range) => (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset))
      .sort(),
  );
const setRules = (page: Page, ...rules: StyleRule[]) => page.evaluate((given) => window.harness.setStyle(given), rules);
const next = (page: Page, by: 1 | -1 = 1) => page.evaluate((way) => window.harness.nextStyle(way), by);
const menu = (page: Page) => page.getByRole('menu');
const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name, exact: true });
const words = (story: Story) => story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : block.type));

test('underlines in body, fields, captions, credits and cells, goes through them, says why, and takes one', async ({
  desk,
}) => {
  const { page } = desk;
  const made = storyOf(
    paragraph('Đường dài ', { text: '12 Km', bold: true }, ' nữa.'),
    { ...figure('Cầu 3 Km'), credit: 'Ảnh: 4 Km' } as Block,
    table(['Dài', '5 Km']),
    paragraph('Hết.'),
  );
  Object.assign(made.fields, { headline: 'Thêm 1 Km đường', standfirst: 'Qua 2 Km đèo' });
  await desk.open(made);
  await setRules(page, KM);
  await expect.poll(() => marked(page)).toEqual(['Km', 'Km', 'Km', 'Km', 'Km', 'Km']);
  await body(page).locator('p').last().click();
  // Round the end, to the top of the page.
  await next(page);
  await expect(menu(page)).toBeVisible();
  await expect(menu(page)).toContainText('Viết km.');
  await expect(menu(page)).toContainText('Nghị định 86/2012/NĐ-CP');
  await expect(item(page, 'km')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field(page, 'headline')).toHaveValue('Thêm 1 km đường');
  await expect(field(page, 'headline')).toBeFocused();
  await next(page);
  await expect(item(page, 'km')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page, 'standfirst')).toBeFocused();
  await next(page);
  await expect(item(page, 'km')).toBeFocused();
  await page.keyboard.press('Enter');
  // The format stays, and it is one step of undo.
  await expect.poll(async () => words(await desk.story())[0]).toBe('Đường dài 12 km nữa.');
  const [first] = (await desk.story()).body;
  expect(first && isTextBlock(first) && first.runs.find((run) => run.text === '12 km')).toMatchObject({ bold: true });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => words(await desk.story())[0]).toBe('Đường dài 12 Km nữa.');
  await page.keyboard.press('Control+Shift+z');
  for (const value of ['Cầu 3 km', 'Ảnh: 4 km']) {
    await next(page);
    await expect(item(page, 'km')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => JSON.stringify((await desk.story()).body[1])).toContain(value);
  }
  await next(page);
  await expect(item(page, 'km')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => JSON.stringify((await desk.story()).body[2])).toContain('5 km');
  await expect.poll(() => marked(page)).toEqual(['Km']);
  const decided = await page.evaluate(() => window.harness.decided);
  expect(decided).toEqual(Array(5).fill({ rule: 'own/don-vi', accepted: 1, ignored: 0, words: null }));
  await desk.settled();
});

test('what is only pointed out, ignored once, by the mouse; an English story has no Vietnamese rule', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('người tàn tật, và người tàn tật'), paragraph('ba')));
  await setRules(page, WORD);
  await expect.poll(() => marked(page)).toEqual(['tàn tật', 'tàn tật']);
  const place = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('copydesk-style') ?? [])];
    const live = document.createRange();
    live.setStart(range?.startContainer as Node, range?.startOffset ?? 0);
    live.setEnd(range?.endContainer as Node, range?.endOffset ?? 0);
    const { left, top, width, height } = live.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  });
  await page.mouse.click(...place, { button: 'right' });
  await expect(page.getByRole('menuitem')).toHaveCount(2);
  await item(page, 'Bỏ qua lần này').click();
  await expect.poll(() => marked(page)).toEqual(['tàn tật']);
  await next(page);
  await item(page, 'Luôn bỏ qua “tàn tật” trong tòa soạn').click();
  await expect
    .poll(() => page.evaluate(() => window.harness.decided.map(({ ignored, words }) => [ignored, words])))
    .toEqual([
      [1, null],
      [1, 'tàn tật'],
    ]);
  await desk.open({ ...storyOf(paragraph('12 Km, người tàn tật')), language: 'en' });
  await setRules(page, KM, WORD, { ...KM, id: 'any', language: 'any', find: { words: ['12'], anyCase: false } });
  await expect.poll(() => marked(page)).toEqual(['12']);
});

test('says nothing of what is being written, nor while composing; lines follow the text', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph('')));
  await setRules(page, KM);
  await body(page).click();
  await page.keyboard.type('Dài 3 Km, rồi 4 Km');
  await expect.poll(() => marked(page)).toEqual(['Km']);
  await page.keyboard.type(' ');
  await expect.poll(() => marked(page)).toEqual(['Km', 'Km']);
  await page.keyboard.press('Home');
  await preedit(cdp, 'h', 'hô');
  await next(page);
  await expect(menu(page)).toBeHidden();
  expect(words(await desk.story())[0]).toBe('hôDài 3 Km, rồi 4 Km ');
  await cdp.send('Input.insertText', { text: 'hôm ' });
  await expect.poll(() => marked(page)).toEqual(['Km', 'Km']);
  await desk.settled();
});

test('a pattern that never ends is stopped, and the other rules go on', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(`${'a'.repeat(40)}! 3 Km.`)));
  await setRules(page, SLOW, KM);
  await expect.poll(() => marked(page)).toEqual(['Km']);
});

test('what is accepted keeps its link and its formats, also where it stands half in them, and takes one undo', async ({
  desk,
}) => {
  const { page } = desk;
  const link = 'https://bao.vn/duong';
  const made = storyOf(
    paragraph('Xem ', { text: 'đường 12 Km', link }, ' và ', { text: 'tỉnh Bắc', italic: true }, ' Kạn; 5 Km.'),
    paragraph('Rồi 6 Km.'),
  );
  await desk.open(made);
  const places = rule({ id: 'tinh', kind: 'places', find: { pairs: [['tỉnh Bắc Kạn', 'tỉnh Thái Nguyên']] } });
  await setRules(page, KM, places);
  await expect.poll(() => marked(page).then((list) => list.length)).toBe(4);
  await body(page).click();
  await page.keyboard.press('Control+Home');
  for (const words of ['km', 'tỉnh Thái Nguyên']) {
    await next(page);
    await expect(item(page, words)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => JSON.stringify((await desk.story()).body[0])).toContain(words);
  }
  const [first] = (await desk.story()).body;
  expect(first && isTextBlock(first) && first.runs).toMatchObject([
    { text: 'Xem ' },
    { text: 'đường 12 km', link },
    { text: ' và ' },
    { text: 'tỉnh Thái Nguyên', italic: true },
    { text: '; 5 Km.' },
  ]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => words(await desk.story())[0]).toBe('Xem đường 12 km và tỉnh Bắc Kạn; 5 Km.');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => words(await desk.story())[0]).toBe('Xem đường 12 Km và tỉnh Bắc Kạn; 5 Km.');
  const [before] = (await desk.story()).body;
  expect(before && isTextBlock(before) && before.runs).toMatchObject([
    { text: 'Xem ' },
    { text: 'đường 12 Km', link },
    { text: ' và ' },
    { text: 'tỉnh Bắc', italic: true },
    { text: ' Kạn; 5 Km.' },
  ]);
  await desk.settled();
});
