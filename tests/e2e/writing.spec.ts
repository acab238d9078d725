import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALT, deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared');

test('fields, body, formats, undo and redo', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const key = (name: string) => window.keyboard.press(name);
  await desk.newStory();
  await desk.field('Kicker').fill('Nông thôn mới');
  await desk.field('Headline').fill('Bản Pác Nặm có điện');
  await desk.field('Standfirst').fill('Sau bốn mươi năm, 57,54% số hộ có điện lưới.');
  await desk.body.click();
  await window.keyboard.type('Đường dây dài ');
  await key('Control+b');
  await window.keyboard.type('mười hai');
  await key('Control+b');
  await window.keyboard.type(' cây số.');
  await key('Enter');
  await window.keyboard.type('Vốn 3.700 tỷ đồng.');
  expect(await paragraphs(desk.body)).toEqual(['Đường dây dài mười hai cây số.', 'Vốn 3.700 tỷ đồng.']);
  await expect(desk.body.locator('strong, b, [class*=bold]').first()).toHaveText('mười hai');
  await key('Control+z');
  expect((await paragraphs(desk.body)).join('|')).not.toContain('tỷ đồng.');
  await key('Control+Shift+z');
  expect(await paragraphs(desk.body)).toEqual(['Đường dây dài mười hai cây số.', 'Vốn 3.700 tỷ đồng.']);

  const tools = window.getByRole('toolbar', { name: 'Formatting' });
  await tools.getByRole('button', { name: 'Large subheading' }).click();
  await expect(desk.body.getByRole('heading')).toHaveText('Vốn 3.700 tỷ đồng.');
  await tools.getByRole('button', { name: 'Quote' }).click();
  await expect(desk.body.locator('blockquote')).toHaveText('Vốn 3.700 tỷ đồng.');
  await tools.getByRole('button', { name: 'Bulleted list' }).click();
  await expect(desk.body.getByRole('listitem')).toHaveText('Vốn 3.700 tỷ đồng.');
  await desk.saved();
});

test('undo never crosses a story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const write = async (headline: string, words: string) => {
    await desk.newStory();
    await desk.field('Headline').fill(headline);
    await desk.body.click();
    await window.keyboard.type(words);
  };
  await write('Bài một', 'Lời của bài một.');
  await write('Bài hai', 'Lời hai.');
  for (let n = 0; n < 12; n++) await window.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('');
  await desk.saved();
  await desk.stories.filter({ hasText: 'Bài một' }).click();
  await expect(desk.body).toHaveText('Lời của bài một.');
  await desk.body.click();
  for (let n = 0; n < 3; n++) await window.keyboard.press('Control+z');
  await expect(desk.body).toHaveText('Lời của bài một.');
  for (let n = 0; n < 12; n++) await window.keyboard.press('Control+Shift+z');
  await expect(desk.body).toHaveText('Lời của bài một.');
  await expect(desk.field('Headline')).toHaveValue('Bài một');
});

test('the model article, pasted', async ({ launch }) => {
  const file = path.join(shared, 'articles/bac-kan.txt');
  test.skip(!existsSync(file), 'the shared articles are not beside the checkout');
  const article = readFileSync(file, 'utf8').normalize('NFC');
  const { window, kill, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const [headline = '', , , , standfirst = ''] = article.split('\n');
  await desk.field('Headline').fill(headline);
  await desk.field('Standfirst').fill(standfirst);
  await desk.body.click();
  await desk.paste({ 'text/plain': article });
  // Spaces that a page of the web keeps together are spaces, but behind a number.
  const wanted = article
    .replace(/(?<!\d)\u00a0/g, ' ')
    .split(/\n+/)
    .filter((line) => line.trim());
  await expect.poll(async () => (await paragraphs(desk.body)).filter((text) => text.trim()).length).toBe(wanted.length);
  expect((await paragraphs(desk.body)).filter((text) => text.trim()).map((text) => text.trim())).toEqual(
    wanted.map((line) => line.trim()),
  );
  await desk.saved();
  await kill();
  const again = deskOf((await launch({ profile, lang: 'en' })).window);
  await expect(again.field('Headline')).toHaveValue(headline);
  await expect(again.body).toContainText('đạt 3.700 tỷ đồng; thu ngân sách phấn đấu đạt 200 tỷ đồng');
});

test('a photo’s caption, credit and copyright come from its file, each editable, with a separate alt text', async ({
  launch,
}) => {
  const { app, window, profile, close } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Trước ảnh.');
  await desk.drop('photo.jpg', await pressPhoto());
  const caption = desk.field('Caption');
  await expect(caption).toHaveValue(PRESS.caption);
  await expect(desk.field('Credit, photographer')).toHaveValue(PRESS.credit);
  await expect(desk.field('Copyright')).toHaveValue(PRESS.copyright);
  await expect(desk.field(ALT)).toHaveValue('');
  await desk.field(ALT).fill('Hai người hái dưa.');
  await caption.fill('Chú thích do phóng viên viết.');
  await desk.field('Credit, photographer').fill('Ảnh: Bích Phượng');
  await desk.field('Copyright').fill('© Báo Vùng Cao');
  // The menu's undo and redo are the body's, where a photo's texts belong.
  const menu = (id: string) =>
    app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id);
  await menu('edit.undo');
  await expect(desk.field('Copyright')).toHaveValue(PRESS.copyright);
  await expect(desk.field('Copyright')).toBeFocused();
  await menu('edit.redo');
  await expect(desk.field('Copyright')).toHaveValue('© Báo Vùng Cao');
  await desk.saved();
  await close();
  const again = deskOf((await launch({ profile, lang: 'en' })).window);
  await expect(again.field('Caption')).toHaveValue('Chú thích do phóng viên viết.');
  await expect(again.field('Credit, photographer')).toHaveValue('Ảnh: Bích Phượng');
  await expect(again.field('Copyright')).toHaveValue('© Báo Vùng Cao');
  await expect(again.field(ALT)).toHaveValue('Hai người hái dưa.');
  const image = again.body.locator('img');
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
});

test('typing while a photo is selected goes on behind it, and is on disk in that order', async ({ launch }) => {
  const { window, profile, kill } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Trước ảnh.');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Sau ảnh.');
  await desk.body.getByText('Trước ảnh.').click();
  await desk.drop('photo.jpg', await pressPhoto());
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await desk.body.getByText('Trước ảnh.').click();
  await desk.body.locator('figure img').click();
  await window.keyboard.type('abc def');
  await desk.body.locator('figure img').click();
  await window.keyboard.press('Enter');
  await window.keyboard.type('Ngay dưới.');
  const wanted = ['Trước ảnh.', '[figure]', 'Ngay dưới.', 'abc def', 'Sau ảnh.'];
  expect(await paragraphs(desk.body)).toEqual(wanted);
  await desk.saved();
  await kill();
  const again = deskOf((await launch({ profile, lang: 'en' })).window);
  await expect.poll(() => paragraphs(again.body)).toEqual(wanted);
});

test('the example of a staff photographer', async ({ launch }) => {
  const file = path.join(shared, 'photos/iptc-staff-photographer-example.jpg');
  test.skip(!existsSync(file), 'the shared photos are not beside the checkout');
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.drop('photo.jpg', readFileSync(file));
  for (const name of ['Caption', 'Credit, photographer', 'Copyright'])
    await expect(desk.field(name)).not.toHaveValue('');
});
