import type { Page } from '@playwright/test';
import { articleToHtml, STYLESHEET } from '../../story/formats/html/index.ts';
import type { Story } from '../../story/model.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const WHOLE = [
  ...['57,54%', '14/06/2021', '3.700 tỷ đồng', 'TP. Bắc Kạn', 'ông Nguyễn', 'Điều 5', 'Quốc lộ 3B', '12 km'],
  ...['ngày 14/06/2021', '08:37', '(57,54%)', '24/7', 'TP. Hồ Chí Minh'],
];
const TEXT =
  'Sáng ngày 14/06/2021, lúc 08:37, ông Nguyễn ở TP. Bắc Kạn và bà Trần ở TP. Hồ Chí Minh nói đường dài 12 km trên ' +
  'Quốc lộ 3B, vốn 3.700 tỷ đồng theo Điều 5, trực 24/7, đã xong 57,54% và (57,54%) rồi.';

/** Those of the phrases that stand on two lines at some width of `selector`, none narrower than a phrase, in Chromium's own layout. */
const parted = (page: Page, selector: string, phrases: readonly string[], narrowest = 200) =>
  page.evaluate(
    ([where, wanted, from]) => {
      const element = document.querySelector<HTMLElement>(where as string) as HTMLElement;
      const split = new Set<string>();
      const leaves = [
        ...(function* () {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) yield walker.currentNode as Text;
        })(),
      ];
      for (let width = from; width <= from + 220; width += 7) {
        element.style.width = `${width}px`;
        for (const leaf of leaves)
          for (const phrase of wanted as string[]) {
            const plain = leaf.data.replaceAll('\u00a0', ' ');
            for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + 1)) {
              const range = document.createRange();
              range.setStart(leaf, at);
              range.setEnd(leaf, at + phrase.length);
              if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) split.add(phrase);
            }
          }
      }
      element.style.width = '';
      return [...split];
    },
    [selector, phrases, narrowest] as const,
  );

/** The same in what is published. */
async function partedOnPage(page: Page, story: Story): Promise<string[]> {
  const other = await page.context().newPage();
  await other.setContent(`<html lang="vi"><style>${STYLESHEET}</style>${articleToHtml(story, new Map())}</html>`);
  const split = [...(await parted(other, '.body', WHOLE)), ...(await parted(other, 'h1', WHOLE, 420))];
  await other.close();
  return split;
}

test('what is typed does not come apart at the end of a line, in the text and as it is published', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('')));
  await body(page).click();
  await page.keyboard.type(`${TEXT} `);
  await field(page, 'headline').click();
  await page.keyboard.type('Vốn 3.700 tỷ đồng về TP. Bắc Kạn ');
  const story = await desk.settled();
  expect(story.fields.headline).toBe('Vốn 3.700\u00a0tỷ\u00a0đồng về TP.\u00a0Bắc\u00a0Kạn ');
  expect(await parted(page, '[data-body] p', WHOLE)).toEqual([]);
  expect(await partedOnPage(page, story)).toEqual([]);
});

test('what came in from elsewhere is kept together at a command, in one step of undo', async ({ desk }) => {
  const { page } = desk;
  const made = storyOf(paragraph(TEXT), figure('Ảnh: ông Nguyễn'));
  made.fields.headline = 'Vốn 3.700 tỷ đồng về TP. Bắc Kạn';
  await desk.open(made);
  // The browser parts these; of the others it keeps the signs together by itself.
  const loose = await parted(page, '[data-body] p', WHOLE);
  expect(loose).toEqual(expect.arrayContaining(['TP. Bắc Kạn', '3.700 tỷ đồng', 'TP. Hồ Chí Minh']));
  for (const phrase of ['57,54%', '14/06/2021', '(57,54%)', '24/7', '08:37']) expect(loose).not.toContain(phrase);
  await body(page).locator('p').click();
  expect(await page.evaluate(() => window.harness.keepTogether())).toEqual({ all: 19, inFields: 4 });
  expect(await parted(page, '[data-body] p', WHOLE)).toEqual([]);
  const story = await desk.story();
  expect(await partedOnPage(page, story)).toEqual([]);
  expect(story.body[1]).toMatchObject({ caption: 'Ảnh: ông\u00a0Nguyễn' });
  expect(await page.evaluate(() => window.harness.keepTogether())).toEqual({ all: 0, inFields: 0 });
  await body(page).locator('p').click();
  await page.keyboard.press('Control+z');
  expect((await desk.story()).body).toEqual(made.body);
  await desk.settled();
});
