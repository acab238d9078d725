// What is typed while a photo is selected: no word lost, none in another place, and the photo is never in its place.
import type { Page } from '@playwright/test';
import type { Block } from '../../story/model.ts';
import { figure, item, paragraph, texts } from '../unit/schema/editing.ts';
import { compose, paste, preedit, UNIKEY, unikey, WORDS } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

const photo = (page: Page, index = 0) => page.locator('[data-photo] img').nth(index);
const selected = (page: Page) => page.locator('fieldset[data-selected]');
const STORY = (): Block[] => [paragraph('đầu'), figure('ảnh'), paragraph('cuối')];

/** Opens a story, clicks its photo, and does what is asked: what the body is then. */
type Desk = Parameters<Parameters<typeof test>[2]>[0]['desk'];
async function withPhoto(desk: Desk, story: Block[], act: () => Promise<unknown>): Promise<string[]> {
  await desk.open(storyOf(...story));
  await photo(desk.page).click();
  await expect(selected(desk.page)).toHaveCount(1);
  await act();
  return texts((await desk.settled()).body);
}

test('letters go into a paragraph behind the photo, in their order, and undo takes them back at once', async ({
  desk,
}) => {
  const { page } = desk;
  await page.clock.setFixedTime(new Date('2026-01-05T08:00:00'));
  const type = () => page.keyboard.type('abc def');
  expect(await withPhoto(desk, STORY(), type)).toEqual(['đầu', '[ảnh]', 'abc def', 'cuối']);
  await page.keyboard.press('Control+z');
  expect(texts((await desk.settled()).body)).toEqual(['đầu', '[ảnh]', 'cuối']);
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  expect(texts((await desk.settled()).body)).toEqual(['đầu', '[ảnh]', 'abc def', 'cuối']);
});

test('the very first key after the click finds the photo selected', async ({ desk }) => {
  const { page } = desk;
  for (const story of [STORY(), [figure('ảnh'), paragraph('cuối')], [figure('ảnh')]]) {
    await desk.open(storyOf(...story));
    const box = await photo(page).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + 1);
    await page.keyboard.type('abc def');
    const words = texts((await desk.settled()).body);
    expect(words[words.indexOf('[ảnh]') + 1]).toBe('abc def');
    expect(words).toHaveLength(story.length + 1);
  }
});

test('Enter makes a paragraph behind the photo; one that is empty already is taken', async ({ desk }) => {
  const { page } = desk;
  const enter = async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.type('abc');
  };
  expect(await withPhoto(desk, STORY(), enter)).toEqual(['đầu', '[ảnh]', 'abc', 'cuối']);
  expect(await withPhoto(desk, [figure('ảnh')], enter)).toEqual(['[ảnh]', 'abc']);
  expect(await withPhoto(desk, [figure('ảnh'), paragraph()], enter)).toEqual(['[ảnh]', 'abc']);
  expect(await withPhoto(desk, [figure('ảnh'), item('một')], enter)).toEqual(['[ảnh]', 'abc', 'một']);
});

test('an input method composes behind the photo; UniKey’s Backspaces stay in its word', async ({ desk }) => {
  const { page, cdp } = desk;
  const sentence = `${WORDS.join(' ')} `;
  expect(await withPhoto(desk, STORY(), () => compose(cdp, WORDS))).toEqual(['đầu', '[ảnh]', sentence, 'cuối']);
  expect(await withPhoto(desk, STORY(), () => unikey(page))).toEqual(['đầu', '[ảnh]', UNIKEY, 'cuối']);
  const interrupted = async () => {
    await preedit(cdp, 'B', 'Bă');
    await page.evaluate(() => window.harness.session.flush('quiet'));
    await preedit(cdp, 'Bắc');
    await cdp.send('Input.insertText', { text: 'Bắc' });
  };
  expect(await withPhoto(desk, [figure('ảnh')], interrupted)).toEqual(['[ảnh]', 'Bắc']);
});

test('a composition that runs when the photo is clicked ends where it was', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(...STORY()));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await preedit(cdp, ' B', ' Bắ');
  await photo(page).click();
  await page.keyboard.type('abc');
  expect(texts((await desk.settled()).body)).toEqual(['đầu Bắ', '[ảnh]', 'abc', 'cuối']);
});

test('input without keys (a screen keyboard, dictation) does what the keys do', async ({ desk }) => {
  const { page } = desk;
  const input = (inputType: string, data: string | null = null) =>
    page.evaluate(
      ([type, words]) =>
        document
          .querySelector('[data-body]')
          ?.dispatchEvent(
            new InputEvent('beforeinput', { inputType: type, data: words, bubbles: true, cancelable: true }),
          ),
      [inputType, data] as const,
    );
  for (const kind of ['deleteContentBackward', 'deleteWordBackward', 'deleteContentForward'])
    expect(await withPhoto(desk, STORY(), () => input(kind))).toEqual(['đầu', 'cuối']);
  for (const kind of ['insertText', 'insertReplacementText'])
    expect(await withPhoto(desk, STORY(), () => input(kind, 'một'))).toEqual(['đầu', '[ảnh]', 'một', 'cuối']);
  expect(await withPhoto(desk, STORY(), () => input('insertParagraph'))).toEqual(['đầu', '[ảnh]', '', 'cuối']);
  expect(await withPhoto(desk, STORY(), () => input('formatBold'))).toEqual(['đầu', '[ảnh]', 'cuối']);
});

test('Backspace and Delete take the photo out, and undo brings it back', async ({ desk }) => {
  const { page } = desk;
  for (const key of ['Backspace', 'Delete', 'Control+Backspace', 'Control+x']) {
    expect(await withPhoto(desk, STORY(), () => page.keyboard.press(key))).toEqual(['đầu', 'cuối']);
    await page.keyboard.press('Control+z');
    expect(texts((await desk.settled()).body)).toEqual(['đầu', '[ảnh]', 'cuối']);
  }
  for (const key of ['Backspace', 'Control+x']) {
    const alone = await withPhoto(desk, [figure('ảnh')], async () => {
      await page.keyboard.press(key);
      await page.keyboard.type('abc');
    });
    expect(alone).toEqual(['abc']);
  }
});

test('deleting from the text beside a photo selects it first', async ({ desk }) => {
  const { page } = desk;
  for (const [at, edge, key] of [
    [1, 'Home', 'Backspace'],
    [0, 'End', 'Delete'],
    [1, 'Home', 'Control+Backspace'],
  ] as const) {
    await desk.open(storyOf(...STORY()));
    await body(page).locator('p').nth(at).click();
    await page.keyboard.press(edge);
    await page.keyboard.press(key);
    await expect(selected(page)).toHaveCount(1);
    expect(texts((await desk.settled()).body)).toEqual(['đầu', '[ảnh]', 'cuối']);
    await page.keyboard.press(key);
    expect(texts((await desk.settled()).body)).toEqual(['đầu', 'cuối']);
  }
});

test('arrows leave the photo up and down; Ctrl+Home and Ctrl+End go to the ends of the story', async ({ desk }) => {
  const { page } = desk;
  const after = async (story: Block[], ...keys: string[]) =>
    withPhoto(desk, story, async () => {
      for (const key of keys) await page.keyboard.press(key);
      await page.keyboard.type('abc');
    });
  expect(await after(STORY(), 'ArrowDown')).toEqual(['đầu', '[ảnh]', 'abccuối']);
  expect(await after(STORY(), 'ArrowUp')).toEqual(['đầuabc', '[ảnh]', 'cuối']);
  expect(await after(STORY(), 'Control+End')).toEqual(['đầu', '[ảnh]', 'cuốiabc']);
  expect(await after(STORY(), 'Control+Home')).toEqual(['abcđầu', '[ảnh]', 'cuối']);
  expect(await after(STORY(), 'End')).toEqual(['đầu', '[ảnh]', 'abc', 'cuối']);
  expect(await after(STORY(), 'Control+Shift+End', 'Delete')).toEqual(['đầu', 'abc']);
  const only = [figure('một'), figure('hai')];
  expect(await after(only, 'ArrowDown')).toEqual(['[một]', 'abc', '[hai]']);
  expect(await after(only, 'ArrowUp')).toEqual(['abc', '[một]', '[hai]']);
  expect(await after(only, 'Control+End')).toEqual(['[một]', '[hai]', 'abc']);
  expect(await after(only, 'Control+Home')).toEqual(['abc', '[một]', '[hai]']);
});

test('a paste, or a drop, while a photo is selected never takes its place', async ({ desk }) => {
  const { page, cdp } = desk;
  const pasted = (data: Record<string, string>) => withPhoto(desk, STORY(), () => paste(page, data));
  expect(await pasted({ 'text/plain': 'một' })).toEqual(['đầu', '[ảnh]', 'một', 'cuối']);
  expect(await pasted({ 'text/plain': 'một\nhai' })).toEqual(['đầu', '[ảnh]', 'một', 'hai', 'cuối']);
  expect(await pasted({ 'text/html': '<p>một</p><p>hai</p>' })).toEqual(['đầu', '[ảnh]', 'một', 'hai', 'cuối']);
  expect(await pasted({ 'text/plain': '' })).toEqual(['đầu', '[ảnh]', 'cuối']);
  const copied = await withPhoto(desk, STORY(), async () => {
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(photo(page, 1)).toBeVisible();
  });
  expect(copied).toEqual(['đầu', '[ảnh]', '[ảnh]', 'cuối']);
  const dropped = await withPhoto(desk, STORY(), async () => {
    const first = await body(page).locator('p').first().boundingBox();
    const at = { x: (first?.x ?? 0) + 200, y: (first?.y ?? 0) + 8 };
    const data = { items: [{ mimeType: 'text/plain', data: ' rơi' }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  });
  expect(dropped).toEqual(['đầu rơi', '[ảnh]', 'cuối']);
});

test('what the browser selects of itself is the selection; the photo is still selected when the focus comes back', async ({
  desk,
}) => {
  const { page } = desk;
  const all = await withPhoto(desk, STORY(), async () => {
    await page.evaluate(() => document.execCommand('selectAll')); // as the menu's "Select all" does
    await page.keyboard.type('x');
  });
  expect(all).toEqual(['x']);
  const back = await withPhoto(desk, STORY(), async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Cắt, xoay, che ảnh' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(body(page)).toBeFocused();
    await page.keyboard.type('abc');
  });
  expect(back).toEqual(['đầu', '[ảnh]', 'abc', 'cuối']);
});

test('a photo that has just been put in is selected, and typing goes on behind it', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai')));
  await body(page).locator('p').first().click();
  // The browser tells of the moved caret in its next frame.
  await page.evaluate(async () => {
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
  });
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
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.type('abc def');
  expect(texts((await desk.settled()).body)).toEqual(['một', '[mới]', 'abc def', 'hai']);
});
