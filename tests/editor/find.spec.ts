import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { figure, paragraph, table } from '../unit/schema/editing.ts';
import { body, expect, field, storyOf, test } from './page.ts';

/** Asks for the bar as the menu does: by then the browser has told of a caret moved by keys. */
const open = (page: Page, mode: 'find' | 'replace' = 'find') =>
  page.evaluate(async (wanted) => {
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    window.harness.find(wanted);
  }, mode);
const query = (page: Page) => page.getByRole('textbox', { name: 'Tìm trong bài' });
const template = (page: Page) => page.getByRole('textbox', { name: 'Thay bằng' });
const count = (page: Page) => page.locator('[data-find-count]');
const option = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** How many places are marked, the current one with them. */
const marked = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

function story() {
  const made = storyOf(
    paragraph(
      'Thành phố ',
      { text: 'Bắc', bold: true },
      ' Kạn có chợ. Chợ ',
      { text: 'bac kan', italic: true },
      ' đông.',
    ),
    figure('Chợ Bắc Kạn ngày phiên'),
    paragraph('Huyện Ba Bể ở phía tây bắc.'),
  );
  made.fields.headline = 'Bắc Kạn vào hội';
  made.fields.byline = 'Nguyễn Bắc';
  return made;
}

test('finds across formats, fields and captions without diacritics, and walks through them', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  await body(page).locator('p').last().click();
  await open(page);
  await expect(query(page)).toBeFocused();
  await query(page).fill('bac kan');
  await expect(count(page)).toHaveText('1 trên 4');
  expect(await marked(page)).toBe(4);
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('2 trên 4');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(count(page)).toHaveText('4 trên 4');
  await option(page, 'Phân biệt dấu').click();
  await expect(count(page)).toHaveText('1 trên 1');
  await query(page).fill('Bắc');
  await expect(count(page)).toHaveText(/ trên 5$/);
  await option(page, 'Phân biệt hoa thường').click();
  await expect(count(page)).toHaveText(/ trên 4$/);
  await option(page, 'Phân biệt dấu').click();
  await query(page).fill('ban');
  await expect(count(page)).toHaveText('Không thấy');
  await query(page).fill('Bắc');
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('the marks of a field lie on its words, also where its lines break, and when the page is laid out anew', async ({
  desk,
}) => {
  const { page } = desk;
  const given = storyOf(paragraph('x'));
  given.fields.standfirst = 'Con đường bê tông dài 6,8 km vừa thông xe đã rút ngắn quãng đường đi bộ. '.repeat(5);
  await desk.open(given);
  await open(page);
  await query(page).fill('be tong');
  await expect(count(page)).toHaveText('1 trên 5');
  const boxes = () =>
    page.evaluate(() => {
      const copy = document.querySelector('article > [aria-hidden="true"] > div') as HTMLElement;
      const text = document.querySelector('[data-field="standfirst"]') as HTMLElement;
      return [copy, text].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map((value) => Math.round(value * 10) / 10);
      });
    });
  for (const width of [1000, 737, 521]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => JSON.stringify((await boxes())[0])).toBe(JSON.stringify((await boxes())[1]));
  }
});

test('begins with the selected words, and leaves them selected', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  await body(page).locator('p').last().click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 5; n++) await page.keyboard.press('Shift+ArrowRight');
  await open(page);
  await expect(query(page)).toHaveValue('Huyện');
  await query(page).fill('bac');
  await expect(count(page)).toHaveText('5 trên 6');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('bắc');
  expect(await marked(page)).toBe(0);
});

test('replaces one, then all; formats and comments stay; the body undoes at once, a field by itself', async ({
  desk,
}) => {
  const { page } = desk;
  const given = story();
  await desk.open(given);
  await body(page).locator('p').first().click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 17; n++) await page.keyboard.press('Shift+ArrowRight');
  const thread = await page.evaluate(() => window.harness.session.addComment('?', { name: 'Mai', fingerprint: 'f' }));
  await page.keyboard.press('Home');
  await open(page, 'replace');
  await query(page).fill('bac kan');
  await template(page).fill('Thái Nguyên');
  await expect(count(page)).toHaveText('2 trên 4');
  await template(page).press('Enter');
  await expect(count(page)).toHaveText('2 trên 3');
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [
      { text: 'Thành phố ', threads: [thread] },
      { text: 'Thái Nguyên', bold: true, threads: [thread] },
      { text: ' có chợ. Chợ ' },
      { text: 'bac kan', italic: true },
      { text: ' đông.' },
    ],
  });
  await option(page, 'Thay tất cả').click();
  await expect(page.getByText('Đã thay 3 chỗ, trong đó 1 chỗ')).toBeVisible();
  await expect(count(page)).toHaveText('Không thấy');
  const replaced = await desk.settled();
  expect(replaced.fields.headline).toBe('Thái Nguyên vào hội');
  expect(replaced.body[1]).toMatchObject({ caption: 'Chợ Thái Nguyên ngày phiên' });
  await page.keyboard.press('Escape');
  await body(page).focus();
  await page.keyboard.press('Control+z');
  const undone = await desk.settled();
  expect(undone.body[0]).toMatchObject({ runs: [{}, { text: 'Thái Nguyên' }, {}, { text: 'bac kan' }, {}] });
  expect(undone.body[1]).toMatchObject({ caption: 'Chợ Bắc Kạn ngày phiên' });
  expect(undone.fields.headline).toBe('Thái Nguyên vào hội');
  await page.keyboard.press('Control+z');
  expect(
    (await desk.settled()).body.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')),
  ).toEqual(['Thành phố Bắc Kạn có chợ. Chợ bac kan đông.', '', 'Huyện Ba Bể ở phía tây bắc.']);
  await field(page, 'headline').focus();
  await page.keyboard.press('Control+z');
  expect((await desk.settled()).fields.headline).toBe('Bắc Kạn vào hội');
});

test('expressions with groups; a bad one and one without end are said, and the window goes on', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Ngày 14/06/2021 và 15/06/2021'), paragraph(`${'a'.repeat(40)}!`)));
  await open(page, 'replace');
  await option(page, 'Biểu thức chính quy').click();
  await query(page).fill('(\\d+)/(\\d+');
  await expect(page.getByText('Biểu thức chưa đúng')).toBeVisible();
  await query(page).fill('^(a+)+$');
  await expect(page.getByText('đã dừng')).toBeVisible();
  await query(page).fill('(\\d+)/(\\d+)/(\\d+)');
  await expect(count(page)).toHaveText('1 trên 2');
  await template(page).fill('$3-$2-$1');
  await option(page, 'Thay tất cả').click();
  await expect(page.getByText('Đã thay 2 chỗ.')).toBeVisible();
  expect((await desk.settled()).body[0]).toMatchObject({ runs: [{ text: 'Ngày 2021-06-14 và 2021-06-15' }] });
});

test('while one types on, what is found follows after a pause, and nothing is replaced under a composition', async ({
  desk,
}) => {
  const { page, cdp } = desk;
  await desk.open(story());
  await open(page, 'replace');
  await query(page).fill('chợ');
  await template(page).fill('phiên');
  await expect(count(page)).toHaveText(/ trên 3$/);
  await body(page).locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Chợ');
  await expect(count(page)).toHaveText(/ trên 4$/);
  await cdp.send('Input.imeSetComposition', { text: 'Th', selectionStart: 2, selectionEnd: 2 });
  await page.evaluate(() =>
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Thay tất cả')?.click(),
  );
  await cdp.send('Input.imeSetComposition', { text: 'Thà', selectionStart: 3, selectionEnd: 3 });
  await cdp.send('Input.insertText', { text: 'Thành' });
  const { body: blocks } = await desk.settled();
  expect(blocks[2]).toMatchObject({ runs: [{ text: 'Huyện Ba Bể ở phía tây bắc. ChợThành' }] });
});

test('words in the cells of a table are found, marked, and replaced in one step of undo', async ({ desk }) => {
  const { page } = desk;
  const cells = { ...table(['Tỉnh', 'Bắc Kạn'], ['Bắc Kạn', '57,54%']), caption: 'Chợ Bắc Kạn' };
  await desk.open(storyOf(cells, paragraph()));
  await open(page, 'replace');
  await query(page).fill('bac kan');
  await expect(count(page)).toHaveText('1 trên 3');
  await template(page).fill('Thái Nguyên');
  await page.getByRole('button', { name: 'Thay tất cả' }).click();
  // The worker looks once more first.
  await expect
    .poll(async () => (await desk.story()).body[0])
    .toMatchObject({
      caption: 'Chợ Thái Nguyên',
      rows: [
        ['Tỉnh', 'Thái Nguyên'],
        ['Thái Nguyên', '57,54%'],
      ],
    });
  await page.evaluate(() => window.harness.session.run({ kind: 'undo' }));
  expect((await desk.settled()).body[0]).toEqual(cells);
});
