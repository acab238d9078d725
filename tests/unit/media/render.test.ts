import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  CAMERA_EXIF,
  iimSegment,
  noise,
  photo,
  turned,
  withSegments,
  xmpPacket,
  xmpSegment,
} from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

async function rendered(bytes: Uint8Array, maxPixels = 2000) {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a', bytes));
  return good(await media.rendition(hash, { maxPixels }));
}
const colourAt = async (bytes: Uint8Array, left: number, top: number) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe('a rendition for publishing', () => {
  test('carries no place, serial number or other metadata', async () => {
    const camera = await noise(400, 300).withExif(CAMERA_EXIF).jpeg().toBuffer();
    const jpeg = withSegments(
      camera,
      xmpSegment(xmpPacket('<photoshop:Credit>X</photoshop:Credit>')),
      iimSegment([[110, Buffer.from('X')]]),
    );
    expect(jpeg.includes('SERIAL-4711')).toBe(true);
    const { bytes, type } = await rendered(jpeg);
    expect(type).toBe('image/jpeg');
    const found = await sharp(bytes).metadata();
    expect([found.exif, found.xmp, found.iptc, found.icc, found.orientation]).toEqual(Array(5).fill(undefined));
    for (const secret of ['SERIAL-4711', 'TestCam', 'Exif', 'xmpmeta', 'Photoshop'])
      expect(Buffer.from(bytes).includes(secret), secret).toBe(false);
  });
  test('is upright', async () => {
    const { bytes, width, height } = await rendered(await turned(6));
    expect([width, height]).toEqual([200, 300]);
    // Orientation 6 turns right by 90 degrees: the left half comes to the top.
    const [top, bottom] = [await colourAt(bytes, 100, 20), await colourAt(bytes, 100, 280)];
    expect(top[0]! > 200 && top[2]! < 60).toBe(true);
    expect(bottom[0]! < 60 && bottom[2]! > 200).toBe(true);
  });
  test('fits the given size and is never enlarged', async () => {
    const bytes = await photo('jpeg', 600, 400);
    expect(await rendered(bytes, 300)).toMatchObject({ width: 300, height: 200 });
    expect(await rendered(bytes, 5000)).toMatchObject({ width: 600, height: 400 });
    const drawn = await rendered(bytes, 300);
    expect(await sharp(drawn.bytes).metadata()).toMatchObject({ width: 300, height: 200, format: 'jpeg' });
  });
  test('is sRGB: wide-gamut and CMYK colours are converted', async () => {
    const green = { create: { width: 20, height: 20, channels: 3 as const, background: { r: 100, g: 150, b: 110 } } };
    for (const source of [
      await sharp(green).withIccProfile('p3').png().toBuffer(),
      await sharp(green).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(),
    ]) {
      const { bytes } = await rendered(source);
      const found = await sharp(bytes).metadata();
      expect([found.space, found.channels]).toEqual(['srgb', 3]);
      const [r, g, b] = await colourAt(bytes, 10, 10);
      expect(Math.max(Math.abs(r! - 100), Math.abs(g! - 150), Math.abs(b! - 110))).toBeLessThan(12);
    }
  });
  test.each(['png', 'webp'] as const)('keeps the transparency of a %s as PNG', async (format) => {
    const clear = await sharp({
      create: { width: 60, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
      .toFormat(format)
      .toBuffer();
    const { bytes, type } = await rendered(clear);
    expect(type).toBe('image/png');
    expect((await colourAt(bytes, 5, 5))[3]).toBe(128);
  });
  test('is JPEG where an alpha channel hides nothing, PNG for a GIF', async () => {
    const opaque = await noise(60, 40).ensureAlpha().png().toBuffer();
    expect((await rendered(opaque)).type).toBe('image/jpeg');
    expect((await rendered(await photo('gif'))).type).toBe('image/png');
  });
});

describe('the preview for the window', () => {
  test('is at most 1600 pixels, kept, and drawn again when it is lost or spoilt', async () => {
    const { media, folder } = await library();
    const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg', 2000, 1000)));
    const cache = path.join(folder, 'renditions');
    const file = path.join(cache, '1600', hash.slice(0, 2), hash);
    const first = good(await media.preview(hash));
    expect(existsSync(file)).toBe(true);
    expect(first.type).toBe('image/jpeg');
    expect(await sharp(first.bytes).metadata()).toMatchObject({ width: 1600, height: 800 });

    await rm(cache, { recursive: true });
    const [again, twice] = await Promise.all([media.preview(hash), media.preview(hash)]);
    expect(Buffer.from(good(again).bytes)).toEqual(Buffer.from(first.bytes));
    expect(good(twice)).toBe(good(again));
    await writeFile(file, 'not a picture');
    expect(Buffer.from(good(await media.preview(hash)).bytes)).toEqual(Buffer.from(first.bytes));
    expect(await readdir(path.join(cache, '1600', 'incoming'))).toEqual([]);
  });
  test('does not fail when it cannot be kept', async () => {
    const { media, folder } = await library();
    await writeFile(path.join(folder, 'renditions'), 'a file in the way');
    const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg')));
    expect(good(await media.preview(hash)).type).toBe('image/jpeg');
  });
});

test('many at once all come through', async () => {
  const { media } = await library();
  const photos = await Promise.all(Array.from({ length: 12 }, (_, seed) => photo('jpeg', 200, 100, seed + 1)));
  const infos = await Promise.all(photos.map((bytes, i) => media.importPhoto(`${i}.jpg`, bytes)));
  expect(new Set(infos.map((info) => good(info).hash)).size).toBe(12);
});
