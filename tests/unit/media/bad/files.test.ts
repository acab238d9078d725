import { open, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { storyToHtml } from '../../../../story/formats/html/index.ts';
import { alt, exifSegment, iimSegment, photo, withSegments, xmpPacket, xmpSegment } from '../../../fixtures/photo.ts';
import { figure, newsStory } from '../../formats/samples.ts';
import { good, library } from '../library.ts';

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

/** A PNG of one grey bit a pixel, all white: some megabytes of zeros deflate to a few kilobytes. */
function bomb(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * 2000));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

test('a PNG bomb of 65,500 x 65,500 pixels is refused by its header', async () => {
  const { media } = await library();
  const bytes = bomb(65_500);
  expect(bytes.length).toBeLessThan(100_000);
  expect(await media.importPhoto('bomb.png', bytes)).toMatchObject({
    code: 'tooManyPixels',
    detail: '65500 x 65500',
  });
});

test('an SVG with a script is no photo, whatever its name', async () => {
  const { media } = await library();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("http://a.vn")</script></svg>');
  for (const name of ['a.svg', 'a.jpg'])
    expect(await media.importPhoto(name, svg)).toMatchObject({ code: 'notAnImage' });
});

test('an ICC profile that lies does no harm: the photo is taken and drawn', async () => {
  const { media } = await library();
  const lie = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(300, 0xff)]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 0]), lie]);
  segment.writeUInt16BE(lie.length + 2, 2);
  const { hash } = good(await media.importPhoto('a.jpg', withSegments(await photo('jpeg'), segment)));
  const drawn = good(await media.preview(hash));
  expect((await sharp(drawn.bytes).metadata()).width).toBe(320);
});

test('EXIF that points at itself ends', async () => {
  const { media } = await library();
  const loop = exifSegment({ 270: Buffer.from('Hồng') });
  // The next directory after the first is the first; so is what its EXIF pointer names.
  const next = loop.indexOf(Buffer.from('II*\0')) + 8 + 2 + 12;
  loop.writeUInt32LE(8, next);
  const info = good(await media.importPhoto('a.jpg', withSegments(await photo('jpeg'), loop)));
  expect(info.width).toBe(320);
  good(await media.preview(info.hash));
});

test('an animated GIF of 2,000 frames is its first picture', async () => {
  const { media } = await library();
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 16, 0, 16, 0, 0, 2]);
  const still = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#ff0000' } })
    .gif()
    .toBuffer();
  const start = still.indexOf(0x2c);
  const picture = still.subarray(start, still.length - 1);
  expect(picture.subarray(0, 1)).toEqual(frame.subarray(0, 1));
  const film = Buffer.concat([still.subarray(0, start), ...Array(2000).fill(picture), Buffer.from([0x3b])]);
  expect((await sharp(film).metadata()).pages).toBe(2000);
  const { hash, width, height } = good(await media.importPhoto('film.gif', film));
  expect([width, height]).toEqual([16, 16]);
  const drawn = good(await media.preview(hash));
  expect(await sharp(drawn.bytes).metadata()).toMatchObject({ width: 16, height: 16, format: 'png' });
});

test('a TIFF of 600 MB is refused by its size, unread', async () => {
  const { media, folder, rows } = await library();
  const file = path.join(folder, 'scan.tif');
  await writeFile(file, 'II*\0');
  await truncate(file, 600 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(await media.importFile(file)).toMatchObject({
    code: 'fileTooLarge',
    detail: expect.stringContaining('scan.tif'),
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  expect(rows.size).toBe(0);
});

test('a file that vanishes before it is read says so by its name', async () => {
  const { media, folder } = await library();
  const file = path.join(folder, 'IMG_1.jpg');
  await writeFile(file, await photo('jpeg'));
  await rm(file);
  expect(await media.importFile(file)).toEqual({ ok: false, code: 'fileGone', detail: 'IMG_1.jpg: ENOENT' });
});

test('a file that the disk does not give is an answer: here, a folder of that name', async () => {
  const { media, folder } = await library();
  expect(await media.importFile(folder)).toMatchObject({ code: 'fileUnreadable' });
});

test('a name of 250 emojis is kept as far as names go, and the photo is taken', async () => {
  const { media } = await library();
  const info = good(await media.importPhoto(`${'📷'.repeat(250)}.jpg`, await photo('jpeg')));
  expect(info.name.startsWith('📷📷')).toBe(true);
  expect(info.name.isWellFormed()).toBe(true);
  expect([...info.name].length).toBeLessThanOrEqual(255);
});

test('script in the metadata is text, in the story and on the page', async () => {
  const { media } = await library();
  const evil = '</figcaption><script>alert(1)</script><img src=x onerror=alert(1)>';
  const escaped = evil.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const bytes = withSegments(
    await photo('jpeg'),
    xmpSegment(xmpPacket(`<dc:description>${alt(escaped)}</dc:description>`)),
    iimSegment([[110, Buffer.from(evil)]]),
  );
  const info = good(await media.importPhoto('a.jpg', bytes));
  expect([info.caption, info.credit]).toEqual([evil, evil]);
  const story = newsStory();
  story.body = [figure({ photo: info.hash, caption: info.caption, credit: info.credit })];
  const photos = new Map([[info.hash, { href: 'a.jpg', width: 320, height: 200 }]]);
  const { html } = storyToHtml(story, { photos });
  expect(html).not.toMatch(/<script>alert|onerror=alert\(1\)>/);
  expect(html).toContain('&lt;script&gt;alert(1)');
});

test('a PNG damaged in its middle is taken in, and said to be damaged', async () => {
  const broken: string[] = [];
  const { media } = await library((info) => broken.push(info.name));
  const bytes = Buffer.from(await photo('png', 400, 300));
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4000);
  const info = good(await media.importPhoto('hong.png', bytes));
  expect(await media.preview(info.hash)).toMatchObject({ code: 'brokenImage' });
  await expect.poll(() => broken).toEqual(['hong.png']);
  expect(Buffer.from(good(await media.readOriginal(info.hash)))).toEqual(bytes);
});

test('a file that is cut while it is read is refused whole', async () => {
  const { media, folder, rows } = await library();
  const file = path.join(folder, 'card.jpg');
  await writeFile(file, await photo('jpeg', 1200, 900));
  const handle = await open(file, 'r+');
  await handle.truncate(20_000);
  await handle.close();
  expect(await media.importFile(file)).toMatchObject({ code: 'brokenImage' });
  expect(rows.size).toBe(0);
});
