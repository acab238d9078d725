import { isTextBlock, plainText, type Story } from '../../story/model.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { compose, UNIKEY, unikey, WORDS } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const textOf = (story: Story, index = 0): string => {
  const block = story.body[index];
  return block && isTextBlock(block) ? plainText(block.runs) : '';
};

test('composed Vietnamese arrives letter by letter in the body, autosave running', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  for (let n = 0; n < 6; n++) await compose(desk.cdp, WORDS);
  const story = await desk.settled();
  expect(textOf(story)).toBe(`${WORDS.join(' ')} `.repeat(6));
  expect(await desk.page.evaluate(() => window.harness.records())).toBeGreaterThan(0);
});

test('a composition goes on while autosave writes the text as it stands; switching ends it', async ({ desk }) => {
  await desk.open(storyOf(paragraph('Ở ')));
  await body(desk.page).click();
  await desk.page.keyboard.press('End');
  await desk.cdp.send('Input.imeSetComposition', { text: 'Bă', selectionStart: 2, selectionEnd: 2 });
  await expect.poll(() => desk.page.evaluate(() => window.harness.records())).toBe(1);
  const stored = await desk.page.evaluate(() => window.harness.stored());
  expect(textOf(stored)).toBe('Ở Bă');
  // It is still a composition: the next step replaces it.
  await desk.cdp.send('Input.imeSetComposition', { text: 'Bắc', selectionStart: 3, selectionEnd: 3 });
  expect(textOf(await desk.story())).toBe('Ở Bắc');
  const story = await desk.settled();
  expect(textOf(story)).toBe('Ở Bắc');
});

test('a composition in an empty paragraph leaves no mark of it, while it runs or after', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  await desk.cdp.send('Input.imeSetComposition', { text: 'ă', selectionStart: 1, selectionEnd: 1 });
  await expect.poll(() => desk.page.evaluate(() => window.harness.records())).toBe(1);
  expect(textOf(await desk.page.evaluate(() => window.harness.stored()))).toBe('ă');
  await desk.cdp.send('Input.insertText', { text: 'ắ' });
  await desk.page.keyboard.press('Control+b');
  await desk.cdp.send('Input.imeSetComposition', { text: 'đ', selectionStart: 1, selectionEnd: 1 });
  await desk.cdp.send('Input.insertText', { text: 'đ' });
  const story = await desk.settled();
  expect(story.body[0]).toMatchObject({ runs: [{ text: 'ắ' }, { text: 'đ', bold: true }] });
});

test('keys and Backspaces, as UniKey sends them, in the body, in fields and in a caption', async ({ desk }) => {
  await desk.open(storyOf(paragraph(), figure()));
  await body(desk.page).locator('p').first().click();
  await unikey(desk.page);
  for (const name of ['headline', 'standfirst', 'byline']) {
    await field(desk.page, name).click();
    await unikey(desk.page);
  }
  await desk.page.locator('[data-figure-text="caption"]').click();
  await unikey(desk.page);
  const story = await desk.settled();
  expect(textOf(story)).toBe(UNIKEY);
  expect(story.fields).toMatchObject({ headline: UNIKEY, standfirst: UNIKEY, byline: UNIKEY });
  expect(story.body[1]).toMatchObject({ caption: UNIKEY, unchecked: [] });
});

test('composed Vietnamese in a field and in a caption; a flush does not disturb it', async ({ desk }) => {
  await desk.open(storyOf(paragraph('a'), figure()));
  await field(desk.page, 'headline').click();
  await compose(desk.cdp, WORDS);
  await desk.page.locator('[data-figure-text="caption"]').click();
  await compose(desk.cdp, WORDS);
  await desk.cdp.send('Input.imeSetComposition', { text: 'tỉ', selectionStart: 2, selectionEnd: 2 });
  await desk.page.evaluate(() => window.harness.session.flush('quiet'));
  await desk.cdp.send('Input.imeSetComposition', { text: 'tỉnh', selectionStart: 4, selectionEnd: 4 });
  await desk.cdp.send('Input.insertText', { text: 'tỉnh' });
  const story = await desk.settled();
  expect(story.fields.headline).toBe(`${WORDS.join(' ')} `);
  expect(story.body[1]).toMatchObject({ caption: `${WORDS.join(' ')} tỉnh` });
  expect(textOf(story)).toBe('a');
});

test('Enter walks the fields into the body; undo there leaves the fields alone', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await field(desk.page, 'kicker').click();
  for (const name of ['kicker', 'headline', 'standfirst', 'place', 'date']) {
    await desk.page.keyboard.type(name);
    await desk.page.keyboard.press('Enter');
  }
  await desk.page.keyboard.type('Một');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('Hai');
  for (let n = 0; n < 12; n++) await desk.page.keyboard.press('Control+z');
  expect((await desk.story()).body.length).toBe(1);
  for (let n = 0; n < 12; n++) await desk.page.keyboard.press('Control+Shift+z');
  await field(desk.page, 'headline').click();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type('!');
  await desk.page.keyboard.press('Control+z');
  const story = await desk.settled();
  expect(story.fields).toMatchObject({ kicker: 'kicker', headline: 'headline', place: 'place', date: 'date' });
  expect([textOf(story, 0), textOf(story, 1)]).toEqual(['Một', 'Hai']);
});

test('undo takes back what was typed without a pause as one, Backspaces of the input method included', async ({
  desk,
}) => {
  const { page } = desk;
  await page.clock.setFixedTime(new Date('2026-01-05T08:00:00'));
  await desk.open(storyOf(paragraph('Trước. ')));
  await body(page).click();
  await page.keyboard.press('End');
  await unikey(page);
  expect(textOf(await desk.story())).toBe(`Trước. ${UNIKEY}`);
  await page.keyboard.press('Control+z');
  expect(textOf(await desk.story())).toBe('Trước. ');
  await page.keyboard.press('Control+Shift+z');
  expect(textOf(await desk.settled())).toBe(`Trước. ${UNIKEY}`);
});
