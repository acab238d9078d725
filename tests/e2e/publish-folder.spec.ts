import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readByExiftool } from '../../scripts/measure/photos/oracle.ts';
import { ALT, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

test('publishing to the folder that is there from the start: page, ninjs, photo, receipt; again updates it', async ({
  launch,
}) => {
  const { app, window, profile } = await launch({ lang: 'en' });
  await app.evaluate(({ shell }) => {
    (globalThis as unknown as { opened: string[] }).opened = [];
    shell.openPath = async (file: string) => {
      (globalThis as unknown as { opened: string[] }).opened.push(file);
      return '';
    };
  });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Chợ phiên Pác Nặm mở lại');
  await desk.field('Standfirst').fill('57,54% số hộ đi chợ phiên.');
  await desk.body.click();
  await window.keyboard.type('Doanh thu đạt 3.700 triệu đồng.');
  await desk.drop('photo.jpg', await pressPhoto());
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await desk.field(ALT).fill('Chợ phiên đông người.');
  const panel = await desk.openTab('Publish');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();

  const published = path.join(profile, 'published');
  const [name = ''] = readdirSync(published);
  expect(name).toMatch(/^cho-phien-pac-nam-mo-lai/);
  const files = readdirSync(path.join(published, name)).sort();
  expect(files).toContain('index.html');
  const html = readFileSync(path.join(published, name, 'index.html'), 'utf8');
  for (const text of ['Chợ phiên Pác Nặm mở lại', '57,54% số hộ', '3.700 triệu đồng', PRESS.caption, PRESS.credit])
    expect(html).toContain(text);
  const ninjs = JSON.parse(
    readFileSync(path.join(published, name, files.find((file) => file.endsWith('.ninjs.json')) ?? ''), 'utf8'),
  );
  expect(ninjs).toMatchObject({ language: 'en', pubStatus: 'usable', standard: { name: 'ninjs', version: '3.1' } });
  const photos = files.filter((file) => file.endsWith('.jpg'));
  expect(photos).toEqual([`${name}-1.jpg`]);
  const said = readByExiftool(path.join(published, name, photos[0] ?? ''));
  expect(said).toMatchObject({ caption: PRESS.caption, credit: PRESS.credit, alt: 'Chợ phiên đông người.' });
  // It was opened for the person, at the address of the receipt.
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual([path.join(published, name, 'index.html')]);
  expect(existsSync(fileURLToPath(`file://${opened[0]}`))).toBe(true);

  await desk.body.getByText('Doanh thu').click();
  await window.keyboard.press('End');
  await window.keyboard.type(' Thêm một câu.');
  await panel.getByRole('button', { name: 'Update', exact: true }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText('Updated').first()).toBeVisible();
  expect(readdirSync(published)).toEqual([name]);
  expect(readFileSync(path.join(published, name, 'index.html'), 'utf8')).toContain('Thêm một câu.');
});

test('an approved story goes out without a question, and the receipt names who approved it', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill('Tin đã duyệt');
  await desk.body.click();
  await window.keyboard.type('Nội dung đã duyệt.');
  const review = await desk.openTab('Review');
  await review.getByRole('button', { name: /^Approve this/ }).click();
  const panel = await desk.openTab('Publish');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(panel.getByText(/Equal to the approved version/)).toBeVisible();
  await expect(panel.getByText('Approved by', { exact: true })).toBeVisible();
});

test('a story without a headline is not published, and the panel says why', async ({ launch }) => {
  const { window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const panel = await desk.openTab('Publish');
  await expect(panel.getByText('To mend before publishing')).toBeVisible();
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(panel.getByRole('alert')).toHaveText('Not published. Mend this first:');
  await expect(panel.getByRole('listitem').filter({ hasText: 'There is no headline' })).toBeFocused();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  const published = path.join(profile, 'published');
  expect(existsSync(published) ? readdirSync(published) : []).toEqual([]);
  // Mended a moment before the press, it goes out.
  await desk.body.click();
  await window.keyboard.type('Nội dung.');
  await desk.field('Headline').fill('Đã có tít');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();
});
