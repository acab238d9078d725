import sharp from 'sharp';
import { expect, test } from 'vitest';
import { looksSame } from '../../../main/media/looksSame.ts';
import { compareFile } from '../../../main/publish/destinations/served-file.ts';
import { noise } from '../../fixtures/photo.ts';

/** A picture with something in it: soft noise, as photos are, not as test noise is. */
const picture = async (seed = 1): Promise<Buffer> =>
  sharp(await noise(24, 16, 3, seed).png().toBuffer())
    .resize(900, 600, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();

test('the same picture in another file: encoded anew, made smaller, in another format', async () => {
  const own = await picture();
  for (const other of [
    sharp(own).jpeg({ quality: 60 }),
    sharp(own).resize(300).jpeg({ quality: 70 }),
    sharp(own).resize(301).webp({ quality: 60 }),
    sharp(own).png(),
  ])
    expect(await looksSame(own, await other.toBuffer())).toBe(true);
});

test('another picture, and the same one cropped, turned, brightened, painted over or cut off', async () => {
  const own = await picture();
  const patch = { create: { width: 90, height: 90, channels: 3 as const, background: '#000000' } };
  for (const other of [
    sharp(await picture(2)),
    sharp(own).extract({ left: 90, top: 60, width: 720, height: 480 }),
    sharp(own).flop(),
    sharp(own).rotate(90),
    sharp(own).modulate({ brightness: 1.2 }),
    sharp(own).composite([{ input: patch, left: 400, top: 300 }]),
  ])
    expect(await looksSame(own, await other.jpeg().toBuffer())).toBe(false);
  expect(await looksSame(own, own.subarray(0, own.length / 2))).toBe(false);
  expect(await looksSame(own, Buffer.from('<html>'))).toBe(false);
});

test('a file as readers get it: ours, one of the server’s own, or neither', async () => {
  const own = await picture();
  const smaller = await sharp(own).jpeg({ quality: 60 }).toBuffer();
  const bit = Buffer.from(own);
  bit[bit.length - 30]! ^= 1;
  const file = {
    url: 'https://bao.vn/1.jpg',
    sent: undefined,
    rendition: async () => ({ ok: true as const, value: { bytes: own } }),
  };
  const is = async (served: Uint8Array) => (await compareFile(file, served)).is;
  expect(await Promise.all([own, smaller, bit, own.subarray(0, 20_000), await picture(3)].map(is))).toEqual([
    ...['same', 'encoded', 'other', 'other', 'other'],
  ]);
});
