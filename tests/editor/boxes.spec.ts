import type { Block } from '../../story/model.ts';
import { figure, item, paragraph, texts } from '../unit/schema/editing.ts';
import { body, expect, storyOf, test } from './page.ts';

const marks = (blocks: readonly Block[]) => blocks.map((block) => (block.box ? 'box' : '-')).join(' ');

test('a fact box is made from the menu, typed on in, left with Enter, and drawn as one', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), paragraph('hai'), item('ba'), item('bốn'), paragraph('năm')));
  await body(page).locator('p').nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  await page.getByRole('toolbar', { name: 'Định dạng' }).getByRole('button', { name: 'Khối khác' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Khung thông tin' }).click();
  expect(marks((await desk.settled()).body)).toBe('- box box box -');
  const edges = await body(page).evaluate((root) => {
    const paints = [...root.querySelectorAll(':scope > [data-box]')].map((one) => getComputedStyle(one));
    return {
      tops: paints.filter((style) => style.borderTopStyle === 'solid').length,
      colours: new Set(paints.map((style) => style.backgroundColor)).size,
    };
  });
  expect(edges).toEqual({ tops: 1, colours: 1 });
  await page.keyboard.press('Control+z');
  expect(marks((await desk.settled()).body)).toBe('- - - - -');
});

test('two Enters leave a box at its end', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf({ ...paragraph('một'), box: true }, paragraph('hai')));
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('trong');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ngoài');
  const story = await desk.settled();
  expect(texts(story.body)).toEqual(['một', 'trong', 'ngoài', 'hai']);
  expect(marks(story.body)).toBe('box box - -');
});

test('photos that stand together become a gallery, side by side; one leaves it by keyboard', async ({ desk }) => {
  const { page } = desk;
  await desk.open(storyOf(paragraph('một'), figure('a'), figure('b'), paragraph('hai')));
  const button = (at: number) => body(page).getByRole('button', { name: 'Chùm ảnh' }).nth(at);
  await button(0).click();
  await expect(button(1)).toHaveAttribute('aria-pressed', 'true');
  const [a, b] = await Promise.all([0, 1].map((at) => body(page).locator('figure').nth(at).boundingBox()));
  expect(a?.y).toBe(b?.y);
  expect(b?.x).toBeGreaterThan(a?.x ?? 0);
  await button(1).focus();
  await page.keyboard.press('Enter');
  await expect(button(1)).toHaveAttribute('aria-pressed', 'false');
  const galleries = (await desk.settled()).body.map((block) => block.type === 'figure' && block.gallery === true);
  expect(galleries).toEqual([false, true, false, false]);
});

test('a gallery has columns and a caption of its own, which stay when its first photo leaves', async ({ desk }) => {
  const { page } = desk;
  const inGallery = (name: string) => ({ ...figure(name), gallery: true as const });
  await desk.open(storyOf(paragraph('một'), inGallery('a'), inGallery('b'), inGallery('c'), paragraph('hai')));
  const captions = body(page).getByRole('textbox', { name: 'Chú thích chung của chùm ảnh' });
  await expect(captions).toHaveCount(1);
  await captions.click();
  await page.keyboard.type('Lễ hội Lồng tồng');
  await body(page).getByRole('group', { name: 'Số ảnh trên một hàng' }).getByRole('button', { name: '3' }).click();
  const places = () =>
    Promise.all([0, 1, 2].map(async (at) => (await body(page).locator('figure').nth(at).boundingBox())?.y));
  await expect.poll(async () => new Set(await places()).size).toBe(1);
  const said = async () =>
    (await desk.settled()).body.map((block) =>
      block.type === 'figure' ? `${block.columns ?? ''} ${block.galleryCaption ?? ''}` : '',
    );
  expect(await said()).toEqual(['', '3 Lễ hội Lồng tồng', ' ', ' ', '']);
  await body(page).getByRole('button', { name: 'Chùm ảnh' }).first().click();
  expect(await said()).toEqual(['', ' ', '3 Lễ hội Lồng tồng', ' ', '']);
  await expect(captions).toHaveValue('Lễ hội Lồng tồng');
  await body(page).getByRole('button', { name: 'Bỏ ảnh khỏi bài' }).nth(1).click();
  expect(await said()).toEqual(['', ' ', '3 Lễ hội Lồng tồng', '']);
  await body(page).press('Control+z');
  expect(await said()).toEqual(['', ' ', '3 Lễ hội Lồng tồng', ' ', '']);
});
