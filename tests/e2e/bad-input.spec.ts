import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { photo } from '../fixtures/photo.ts';
import { deskOf, paragraphs } from './desk.ts';
import { expect, test } from './launch.ts';
import { pressPhoto } from './photos.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared/photos');

/** A PNG whose header says 20,000 x 10,000 pixels. */
async function hugePng(): Promise<Buffer> {
  const png = await photo('png');
  png.writeUInt32BE(20_000, 16);
  png.writeUInt32BE(10_000, 20);
  return png;
}

test('files that are no photos are refused in words, and the story stays as it was', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Chữ đã gõ.');
  const said = (text: RegExp) => expect(window.getByText(text).last()).toBeVisible();
  await desk.drop('anh.jpg', Buffer.from('Đây là một tệp văn bản, không phải ảnh.'));
  await said(/This file is not an image/);
  const whole = await pressPhoto();
  await desk.drop('cut.jpg', whole.subarray(0, whole.length / 2));
  await said(/The image file is damaged/);
  await desk.drop('huge.png', await hugePng(), 'image/png');
  await said(/too many pixels/);
  expect(await paragraphs(desk.body)).toEqual(['Chữ đã gõ.']);
  await window.keyboard.press('Control+End');
  await desk.saved();
});

test('the broken photo of the examples does not break the desk', async ({ launch }) => {
  const file = path.join(shared, 'broken1.jpg');
  test.skip(!existsSync(file), 'the shared photos are not beside the checkout');
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await desk.drop('broken1.jpg', readFileSync(file));
  await expect(
    window
      .getByText(/The image file is damaged/)
      .or(desk.field('Caption'))
      .first(),
  ).toBeVisible();
  await desk.body.locator('p').first().click();
  await window.keyboard.type('Vẫn gõ được.');
  await expect(desk.body).toContainText('Vẫn gõ được.');
});

test('a megabyte of hostile HTML pastes as text, and runs nothing', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  const one =
    '<p onclick="window.pwned=1">Đoạn văn <b>đậm</b> <a href="javascript:window.pwned=1">bấm vào</a> ' +
    '<a href="https://example.test/">liên kết</a><img src="x" onerror="window.pwned=1"></p>' +
    '<script>window.pwned=1</script><iframe srcdoc="<script>parent.pwned=1</script>"></iframe><svg onload="window.pwned=1">';
  const html = one.repeat(Math.ceil(1_000_000 / one.length));
  await desk.paste({ 'text/html': html, 'text/plain': 'Đoạn văn' });
  await expect.poll(async () => (await paragraphs(desk.body)).length, { timeout: 60_000 }).toBeGreaterThan(1000);
  const found = await desk.body.evaluate((root) => ({
    pwned: 'pwned' in window,
    hostile: root.querySelectorAll('script, iframe, svg, img, [onclick], [onerror], a[href^="javascript"]').length,
    links: [...new Set([...root.querySelectorAll('a')].map((link) => link.getAttribute('href')))],
    text: root.children[0]?.textContent,
  }));
  expect(found).toEqual({
    pwned: false,
    hostile: 0,
    links: ['https://example.test/'],
    text: expect.stringContaining('Đoạn văn đậm bấm vào liên kết'),
  });
  await desk.saved();
});

test('a database with a flipped byte: the stories are there, and a notice says what was found', async ({ launch }) => {
  const first = await launch({ lang: 'en' });
  const desk = deskOf(first.window);
  await desk.newStory();
  await desk.field('Headline').fill('Tin phải còn');
  await desk.body.click();
  await first.window.keyboard.type('Câu đã lưu xuống đĩa.');
  await desk.saved();
  await first.close();
  const file = path.join(first.profile, 'library/library.db');
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from('Câu đã lưu xuống đĩa.'));
  expect(at).toBeGreaterThan(0);
  bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 0x20;
  bytes.fill(0xff, 4096 + 8, 4096 + 40);
  writeFileSync(file, bytes);
  const again = deskOf((await launch({ profile: first.profile, lang: 'en' })).window);
  await expect(again.field('Headline')).toHaveValue('Tin phải còn');
  await expect(again.body).toContainText('Câu đã lưu xuống đĩa.');
  await expect(again.alert.filter({ hasText: '1 thing to look at after trouble' })).toContainText('was kept');
});
