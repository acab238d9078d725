// Sources as cameras, scanners and other programs write them: each must come out as it is meant.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { noise, turned } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

async function rendered(bytes: Uint8Array) {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a', bytes));
  return good(await media.rendition(hash, { maxPixels: 2000 }));
}
const colourAt = async (bytes: Uint8Array, left: number, top: number) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];
const isRed = ([r = 0, , b = 0]: number[]) => r > 200 && b < 60;

describe('orientation', () => {
  // Where the stored left half (red) comes to lie: EXIF 2.32, tag 0x0112.
  test.each([
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'top'],
    [6, 'top'],
    [7, 'bottom'],
    [8, 'bottom'],
  ])('%i: red comes to the %s', async (orientation, side) => {
    const { bytes, width, height } = await rendered(await turned(orientation));
    const places = {
      left: [10, height >> 1],
      right: [width - 10, height >> 1],
      top: [width >> 1, 10],
      bottom: [width >> 1, height - 10],
    };
    for (const [name, [x, y]] of Object.entries(places) as [string, [number, number]][])
      if ((name === 'left' || name === 'right') === (side === 'left' || side === 'right'))
        expect(isRed(await colourAt(bytes, x, y)), name).toBe(name === side);
  });
});

describe('depth, colour and form', () => {
  const ramp = (depth: 'ushort' | 'uchar') => {
    const most = depth === 'ushort' ? 65_535 : 255;
    const data = depth === 'ushort' ? new Uint16Array(256 * 4 * 3) : new Uint8Array(256 * 4 * 3);
    for (let i = 0; i < 256 * 4; i++) data.fill(Math.round(((i % 256) / 255) * most), i * 3, i * 3 + 3);
    return sharp(data, { raw: { width: 256, height: 4, channels: 3 } }).toColourspace(
      depth === 'ushort' ? 'rgb16' : 'srgb',
    );
  };
  test.each(['png', 'tiff'] as const)('a %s of 16 bits has the brightness of one of 8', async (format) => {
    const deep = await ramp('ushort')
      .toFormat(format, format === 'tiff' ? { compression: 'lzw' } : {})
      .toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const { bytes } = await rendered(deep);
    for (const x of [4, 64, 128, 192, 250])
      expect(Math.abs((await colourAt(bytes, x, 1))[0]! - x), `at ${x}`).toBeLessThan(8);
  });
  test('a grey JPEG and a grey PNG stay grey', async () => {
    for (const format of ['jpeg', 'png'] as const) {
      const grey = await noise(60, 40).greyscale().toFormat(format).toBuffer();
      const { bytes } = await rendered(grey);
      const [r, g = r, b = r] = await colourAt(bytes, 30, 20);
      expect(Math.max(Math.abs(r! - g!), Math.abs(r! - b!))).toBeLessThan(4);
    }
  });
  test('interlaced PNG, progressive JPEG, a palette', async () => {
    const red = { create: { width: 60, height: 40, channels: 3 as const, background: '#e01020' } };
    for (const bytes of [
      await sharp(red).png({ progressive: true }).toBuffer(),
      await sharp(red).jpeg({ progressive: true }).toBuffer(),
      await sharp(red).png({ palette: true }).toBuffer(),
      await sharp(red).gif().toBuffer(),
    ]) {
      const [r, g, b] = await colourAt((await rendered(bytes)).bytes, 30, 20);
      expect(Math.max(Math.abs(r! - 0xe0), Math.abs(g! - 0x10), Math.abs(b! - 0x20))).toBeLessThan(12);
    }
  });
  test('wide colours are brought into sRGB, not taken for it', async () => {
    const bright = { create: { width: 20, height: 20, channels: 3 as const, background: { r: 30, g: 200, b: 60 } } };
    const wide = await sharp(bright).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const stored = [...(await sharp(wide).raw().toBuffer()).subarray(0, 3)];
    const { bytes } = await rendered(wide);
    const shown = await colourAt(bytes, 10, 10);
    expect(Math.max(...[30, 200, 60].map((value, at) => Math.abs(shown[at]! - value)))).toBeLessThan(10);
    expect(stored).not.toEqual([30, 200, 60]);
  });
});
