// The first and the last place of a story, where a photo may be all there is.
import { figure, paragraph, texts } from '../unit/schema/editing.ts';
import { compose } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

test('a story that starts and ends with a photo takes words at both ends, composed ones too', async ({ desk }) => {
  const { page, cdp } = desk;
  for (const write of [() => page.keyboard.type('abc '), () => compose(cdp, ['Bắc', 'Kạn'])]) {
    const words: string[] = [];
    for (const key of ['Control+Home', 'Control+End']) {
      await desk.open(storyOf(figure('một'), paragraph('giữa'), figure('hai')));
      await body(page).locator('p').click();
      await page.keyboard.press(key);
      await write();
      const all = texts((await desk.settled()).body);
      words.push(...all.filter((text) => !['[một]', 'giữa', '[hai]'].includes(text)));
      expect(all.indexOf(words.at(-1) as string)).toBe(key === 'Control+Home' ? 0 : 3);
    }
    expect(words[0]).toBe(words[1]);
    expect(['abc ', 'Bắc Kạn ']).toContain(words[0]);
  }
});

test('a click on the blank below the last block: the caret goes to the end, behind a photo into a new paragraph', async ({
  desk,
}) => {
  const { page } = desk;
  const clickBelow = async (y: (box: { y: number; height: number }) => number) => {
    await body(page).evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const box = (await body(page).boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.click(box.x + 30, y(box));
    await page.keyboard.type('abc');
  };
  const inBody = ({ y, height }: { y: number; height: number }) => y + height - 3;
  await desk.open(storyOf(paragraph('một'), paragraph('hai ba')));
  await clickBelow(inBody);
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai baabc']);
  await desk.open(storyOf(paragraph('một'), figure('ảnh')));
  await clickBelow(inBody);
  await clickBelow(inBody);
  expect(texts((await desk.settled()).body)).toEqual(['một', '[ảnh]', 'abcabc']);
  // Under everything, the byline included.
  await desk.open(storyOf(paragraph('một'), paragraph('hai ba')));
  const byline = await field(page, 'byline').boundingBox();
  await clickBelow(() => (byline?.y ?? 0) + (byline?.height ?? 0) + 60);
  expect(texts((await desk.settled()).body)).toEqual(['một', 'hai baabc']);
  await desk.open(storyOf(paragraph('một')));
  await page.evaluate(() => window.harness.session.setField('byline', 'x'));
  await field(page, 'byline').click();
  await page.keyboard.type('y');
  expect(texts((await desk.settled()).body)).toEqual(['một']);
});
