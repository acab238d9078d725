// Keys and presses that follow each other faster than the browser tells of the caret's moves.
import type { Page } from '@playwright/test';
import { paragraph, texts } from '../unit/schema/editing.ts';
import { UNIKEY, UNIKEY_KEYS } from './input.ts';
import { body, expect, field, storyOf, test } from './page.ts';

/** Keeps the window busy, so that whatever comes meanwhile is waiting for it in one row. */
const busy = (page: Page, ms = 400) =>
  page.evaluate((time) => {
    setTimeout(() => {
      for (const end = performance.now() + time; performance.now() < end; );
    });
  }, ms);

/** Presses keys without waiting for the window to answer: "Shift+Home", "x". */
const burst = (page: Page, keys: readonly string[]): Promise<unknown> =>
  Promise.all(
    keys.flatMap((key) => {
      const parts = key.split('+');
      return [
        ...parts.map((part) => page.keyboard.down(part)),
        ...parts.toReversed().map((part) => page.keyboard.up(part)),
      ];
    }),
  );

const CASES: [keys: string, is: string[]][] = [
  ['End Enter x', ['một hai ba', 'x', 'cuối']],
  ['Home Enter x', ['', 'xmột hai ba', 'cuối']],
  ['End Shift+Enter x', ['một hai ba\nx', 'cuối']],
  ['End Backspace x', ['một hai bx', 'cuối']],
  ['Home Delete x', ['xột hai ba', 'cuối']],
  ['End ArrowLeft ArrowLeft ArrowLeft Backspace x', ['một hax ba', 'cuối']],
  ['End Shift+Home Backspace x', ['x', 'cuối']],
  ['End Shift+ArrowLeft Shift+ArrowLeft Enter x', ['một hai ', 'x', 'cuối']],
  ['Control+End Enter x', ['một hai ba', 'cuối', 'x']],
  ['Control+End Control+Backspace x', ['một hai ba', 'x']],
  ['End ArrowDown End Backspace x', ['một hai ba', 'cuốx']],
  ['End Shift+Home Control+x Control+End Control+v', ['', 'cuốimột hai ba']],
];

for (const waiting of [false, true])
  test(`keys act where the caret is, ${waiting ? 'all at once after a wait' : 'at full speed'}`, async ({ desk }) => {
    const { page } = desk;
    for (const [keys, is] of CASES) {
      await desk.open(storyOf(paragraph('một hai ba'), paragraph('cuối')));
      await body(page)
        .locator('p')
        .first()
        .click({ position: { x: 30, y: 10 } });
      if (waiting) await busy(page);
      await burst(page, keys.split(' '));
      await expect.poll(async () => texts((await desk.story()).body), { message: keys }).toEqual(is);
      await desk.settled();
    }
  });

test('a press on the text, and a key, while the window is busy: the key acts where it was pressed', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một hai ba'), paragraph('cuối')));
  await body(page)
    .locator('p')
    .first()
    .click({ position: { x: 30, y: 10 } });
  const last = await body(page).locator('p').nth(1).boundingBox();
  await busy(page);
  await Promise.all([page.mouse.click((last?.x ?? 0) + 200, (last?.y ?? 0) + 8), burst(page, ['Backspace', 'x'])]);
  expect(texts((await desk.settled()).body)).toEqual(['một hai ba', 'cuốx']);
});

test('a press on a tool right behind a key acts where the caret is', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một hai ba'), paragraph('cuối')));
  await body(page)
    .locator('p')
    .first()
    .click({ position: { x: 30, y: 10 } });
  const tool = await page.getByRole('button', { name: 'Danh sách dấu chấm' }).boundingBox();
  await busy(page);
  await Promise.all([burst(page, ['Control+End']), page.mouse.click((tool?.x ?? 0) + 5, (tool?.y ?? 0) + 5)]);
  await expect.poll(async () => (await desk.settled()).body.map(({ type }) => type)).toEqual(['paragraph', 'listItem']);
});

test('UniKey’s keys, all waiting in one row', async ({ desk }) => {
  const { page, cdp } = desk;
  await desk.open(storyOf(paragraph('Trước. '), paragraph('cuối')));
  await body(page)
    .locator('p')
    .first()
    .click({ position: { x: 10, y: 10 } });
  await busy(page, 800);
  // As Windows gives them on: what is no key of the keyboard comes as a packet (VK_PACKET).
  const down = (key: string) =>
    cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      ...(key.length > 1
        ? { windowsVirtualKeyCode: key === 'End' ? 35 : 8 }
        : { text: key, windowsVirtualKeyCode: 231 }),
    });
  await Promise.all(['End', ...UNIKEY_KEYS].map(down));
  expect(texts((await desk.settled()).body)).toEqual([`Trước. ${UNIKEY}`, 'cuối']);
});

test('words selected on the page while the focus is elsewhere are what is typed over', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Vốn 3.700 triệu đồng.'), paragraph('Hết.')));
  await body(page).locator('p').last().click();
  await page.keyboard.press('End');
  await field(page, 'headline').focus();
  await body(page).locator('p').first().selectText();
  await page.keyboard.insertText('Vốn 3.800 triệu đồng.');
  expect(texts((await desk.settled()).body)).toEqual(['Vốn 3.800 triệu đồng.', 'Hết.']);
});

test('a press on the text after words elsewhere were selected puts the caret where it was pressed', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('Đoạn một.'), paragraph('Đoạn hai.')));
  await body(page).locator('p').last().selectText();
  await field(page, 'headline').focus();
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Thêm.');
  expect(texts((await desk.settled()).body)).toEqual(['Đoạn một. Thêm.', 'Đoạn hai.']);
});
