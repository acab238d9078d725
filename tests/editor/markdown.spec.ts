import type { Story } from '../../story/model.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

const blocks = (story: Story) =>
  story.body.map((block) => [block.type, 'runs' in block ? block.runs.map((run) => run.text).join('') : '']);

test('a block begins with its mark; one undo gives what was typed, and there it stays', async ({ desk }) => {
  const { page } = desk;
  for (const [mark, kind] of [
    ['## ', { type: 'heading', level: 2 }],
    ['### ', { type: 'heading', level: 3 }],
    ['- ', { type: 'listItem', list: 'bullet' }],
    ['1. ', { type: 'listItem', list: 'number' }],
    ['> ', { type: 'quote' }],
  ] as const) {
    await desk.open(storyOf(paragraph('Chợ phiên')));
    const [before] = (await desk.story()).body;
    await body(page).click();
    await page.keyboard.press('Home');
    await page.keyboard.type(mark);
    expect((await desk.story()).body).toMatchObject([{ ...kind, id: before?.id, runs: [{ text: 'Chợ phiên' }] }]);
    await page.keyboard.press('Control+z');
    expect((await desk.story()).body).toEqual([{ ...before, runs: [{ text: `${mark}Chợ phiên` }] }]);
    await page.keyboard.press('Backspace');
    await page.keyboard.type(' x');
    expect(blocks(await desk.settled())).toEqual([['paragraph', `${mark}xChợ phiên`]]);
  }
});

test('a line of hyphens is a divider', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Trên'), paragraph()));
  await body(page).locator('p').last().click();
  await page.keyboard.type('---Dưới');
  expect(blocks(await desk.story())).toEqual([
    ['paragraph', 'Trên'],
    ['divider', ''],
    ['paragraph', 'Dưới'],
  ]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(blocks(await desk.settled())).toEqual([
    ['paragraph', 'Trên'],
    ['paragraph', '---'],
  ]);
});

test('marks around words, with formats and links inside and typing on behind them', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph(), figure()));
  await body(page).locator('p').first().click();
  await page.keyboard.type('Một **hai *ba* bốn** và ~~năm~~, [báo](https://baobackan.vn/a) nói.');
  const typed = (await desk.settled()).body[0];
  expect(typed).toMatchObject({
    runs: [
      { text: 'Một ' },
      { text: 'hai ', bold: true },
      { text: 'ba', bold: true, italic: true },
      { text: ' bốn', bold: true },
      { text: ' và ' },
      { text: 'năm', strike: true },
      { text: ', ' },
      { text: 'báo', link: 'https://baobackan.vn/a' },
      { text: ' nói.' },
    ],
  });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  const undone = (await desk.story()).body[0];
  expect(undone && 'runs' in undone && undone.runs.at(-1)).toEqual({ text: ', [báo](https://baobackan.vn/a)' });
});

test('dates, sums and the words an input method composes are left as they are', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await page.keyboard.type('14. 6. 2021: 5 * 6 * 7 a*b*c ');
  await page.keyboard.press('Enter');
  await cdp.send('Input.imeSetComposition', { text: '## ', selectionStart: 3, selectionEnd: 3 });
  await cdp.send('Input.insertText', { text: '## ' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('#');
  await page.keyboard.insertText('# ');
  expect(blocks(await desk.settled())).toEqual([
    ['paragraph', '14. 6. 2021: 5 * 6 * 7 a*b*c '],
    ['paragraph', '## '],
    ['paragraph', '## '],
  ]);
});

test('switched off, nothing is acted on', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await page.evaluate(() => window.harness.setTyping({ markdown: false, quotes: false }));
  await body(page).click();
  await page.keyboard.type('## "Một" **hai**');
  expect(blocks(await desk.settled())).toEqual([['paragraph', '## "Một" **hai**']]);
});
