import { isTextBlock, plainText, type Story } from '../../story/model.ts';
import { figure, paragraph } from '../unit/schema/editing.ts';
import { compose, WORDS } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const texts = (story: Story): string[] =>
  story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : block.type));

test('each correction is one undo away from what was typed, and typing behind it is a step of its own', async ({
  desk,
}) => {
  const { page } = desk;
  await page.clock.setFixedTime(new Date('2026-01-05T08:00:00'));
  await desk.open(storyOf(paragraph('Xã ')));
  await body(page).click();
  await page.keyboard.press('End');
  for (const [typed, right] of [
    ['ko ', 'không '],
    ['"', '“'],
    ['57 km,', '57\u00a0km,'],
    ['đi - ', 'đi – '],
    ['rồi...', 'rồi…'],
  ] as const) {
    const before = texts(await desk.story())[0];
    await page.keyboard.type(typed);
    expect(texts(await desk.story())).toEqual([before + right]);
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+z');
    expect(texts(await desk.story())).toEqual([before + right]);
    await page.keyboard.press('Control+z');
    expect(texts(await desk.story())).toEqual([before + typed]);
    await page.keyboard.press('Control+Shift+z');
    expect(texts(await desk.story())).toEqual([before + right]);
    await page.keyboard.type(' ');
  }
  await desk.settled();
});

test('what was taken back is not put right again at that place, but elsewhere', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await page.keyboard.type('ko ');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' ko ');
  expect(texts(await desk.settled())).toEqual(['ko không ']);
});

test('keys one millisecond apart, with Backspaces as UniKey sends them, meet no correction half way', async ({
  desk,
}) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  // "Ko" is made of "Koo" and a Backspace; then a word with its tone put right, in a burst, right behind the correction.
  const burst = [
    '"',
    'K',
    'o',
    ' ',
    'd',
    'd',
    'Backspace',
    'Backspace',
    'đ',
    'i',
    ' ',
    '5',
    ' ',
    'k',
    'm',
    '"',
    ' ',
    'v',
    'i',
  ];
  const mended = ['e', 'Backspace', 'ê', 't', 'Backspace', 'Backspace', 'ệ', 't', '.', '.', '.'];
  await page.evaluate(() => window.harness.session.flush('quiet'));
  const sent = [...burst, ...mended].flatMap((key) => {
    if (key === 'Backspace') {
      const event = { key, code: key, windowsVirtualKeyCode: 8, nativeVirtualKeyCode: 8 };
      return [
        cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event }),
        cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
      ];
    }
    // VK_PACKET, as the system sends letters that no key has.
    const event = { key, text: key, windowsVirtualKeyCode: 231 };
    return [
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: 231 }),
    ];
  });
  await Promise.all(sent);
  expect(texts(await desk.settled())).toEqual(['“Không đi 5\u00a0km” việt…']);
});

test('composed words, and quotes and spaces between them; nothing while a composition runs', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph()));
  await body(page).click();
  await page.keyboard.type('"');
  await compose(cdp, WORDS.slice(0, 2));
  await cdp.send('Input.imeSetComposition', { text: 'ko', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.imeSetComposition', { text: 'ko...', selectionStart: 5, selectionEnd: 5 });
  expect(texts(await desk.story())).toEqual([`“${WORDS[0]} ${WORDS[1]} ko...`]);
  await cdp.send('Input.insertText', { text: 'ko' });
  await cdp.send('Input.insertText', { text: ' ' });
  expect(texts(await desk.settled())).toEqual([`“${WORDS[0]} ${WORDS[1]} không `]);
});

test('in formatted words the format stays, over borders too', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('ở ', { text: 'tp h', bold: true }, { text: 'cm', italic: true })));
  await body(page).locator('em').click();
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => window.harness.session.selectionState().formats)).toEqual(['italic']);
  await page.keyboard.type(', 5 km ');
  expect((await desk.settled()).body[0]).toMatchObject({
    runs: [{ text: 'ở ' }, { text: 'TP.HCM', bold: true }, { text: ', 5\u00a0km ', italic: true }],
  });
});

test('pasted text and the language of English stories', async ({ desk }) => {
  const { page } = desk;
  await desk.open({ ...storyOf(paragraph()), language: 'en' });
  await body(page).click();
  await page.evaluate(() => document.execCommand('insertText', false, 'ko "a" -- '));
  await page.keyboard.type("ko 'tis--the '90s ");
  expect(texts(await desk.settled())).toEqual(['ko "a" -- ko ’tis—the ’90s ']);
});

test('in fields and captions, one undo away; dates are left alone', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('a'), figure('')));
  await field(page, 'headline').click();
  await page.keyboard.type('Nói "ko ');
  await expect(field(page, 'headline')).toHaveValue('Nói “không ');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'headline')).toHaveValue('Nói “ko ');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' là');
  await expect(field(page, 'headline')).toHaveValue('Nói “ko là');
  await field(page, 'date').click();
  await page.keyboard.type('14 - 6 ...');
  const caption = page.locator('[data-figure-text="caption"]');
  await caption.click();
  await page.keyboard.type('Dài 5 km ');
  await expect(caption).toHaveValue('Dài 5\u00a0km ');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(caption).toHaveValue('Dài 5 km ');
  const story = await desk.settled();
  expect(story.fields).toMatchObject({ headline: 'Nói “ko là', date: '14 - 6 ...' });
  expect(story.body[1]).toMatchObject({ caption: 'Dài 5 km ' });
});
