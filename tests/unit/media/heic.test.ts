import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodeHeic } from '../../../main/media/heic/decode.ts';
import { good, library } from './library.ts';

// Red on its left, blue on its right half, in Display P3, as a phone writes it; made with heif-enc of libheif.
const phone = () => readFile(path.resolve(import.meta.dirname, '../../fixtures/phone.heic'));
const colourAt = async (bytes: Uint8Array, left: number, top: number) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

test('a HEIC photo is taken in untouched, and drawn in its own colours', async () => {
  const { media } = await library();
  const bytes = await phone();
  const info = good(await media.importPhoto('IMG_0001.HEIC', bytes));
  expect(info).toMatchObject({ type: 'image/heic', width: 192, height: 128, photographer: 'Tran Thi Bich Phuong' });
  expect(Buffer.from(good(await media.readOriginal(info.hash)))).toEqual(bytes);
  const drawn = good(await media.rendition(info.hash, { maxPixels: 2000 }));
  expect([drawn.type, drawn.width, drawn.height]).toEqual(['image/jpeg', 192, 128]);
  const [red, blue] = [await colourAt(drawn.bytes, 20, 64), await colourAt(drawn.bytes, 170, 64)];
  // Without its profile the red would be 234, 51, 35.
  expect(red[0]! > 245 && red[1]! < 20 && red[2]! < 20, String(red)).toBe(true);
  expect(blue[2]! > 235 && blue[0]! < 20 && blue[1]! < 20, String(blue)).toBe(true);
});

test('a HEIC photo cut off is refused, and the next one is taken', async () => {
  const { media, rows } = await library();
  const bytes = await phone();
  expect(await media.importPhoto('a.heic', bytes.subarray(0, bytes.length * 0.7))).toMatchObject({
    code: 'brokenImage',
  });
  expect(rows.size).toBe(0);
  good(await media.importPhoto('b.heic', bytes));
});

test('a picture that takes for ever is given up', async () => {
  const file = new URL('data:text/javascript,for (;;);');
  await expect(decodeHeic(await phone(), null, { file, patience: 100 })).rejects.toThrow('no picture in time');
});

test('a decoder that ends without a word is an answer', async () => {
  const file = new URL('data:text/javascript,process.exit(1)');
  await expect(decodeHeic(await phone(), null, { file })).rejects.toThrow('ended without a picture');
});
