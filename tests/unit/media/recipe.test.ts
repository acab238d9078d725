import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../../story/photo/recipe.ts';
import { noise, turned } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

/** Four quarters: red, green, blue, white, clockwise from the upper left. */
async function quarters(width = 400, height = 200): Promise<Buffer> {
  const at = (left: number, top: number, background: string) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    left,
    top,
  });
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([at(width / 2, 0, '#00ff00'), at(width / 2, height / 2, '#0000ff'), at(0, height / 2, '#ffffff')])
    .png()
    .toBuffer();
}

async function drawn(bytes: Uint8Array, recipe: Recipe, maxPixels = 2000) {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a', bytes));
  const { bytes: made, width, height } = good(await media.rendition(hash, { maxPixels, recipe }));
  const { data, info } = await sharp(made).raw().toBuffer({ resolveWithObject: true });
  const colour = (x: number, y: number): number[] => {
    const at = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * info.channels;
    return [...data.subarray(at, at + 3)];
  };
  const near = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0] = colour(x, y);
    if (r > 200 && g > 200 && b > 200) return 'white';
    return r > 200 && g < 60 ? 'red' : g > 200 && r < 60 ? 'green' : b > 200 && r < 60 ? 'blue' : `${r},${g},${b}`;
  };
  const corners = () => [near(0.05, 0.05), near(0.95, 0.05), near(0.95, 0.95), near(0.05, 0.95)];
  return { width, height, data, channels: info.channels, corners, near };
}

describe('a photo after its recipe', () => {
  test('is turned by quarters, clockwise', async () => {
    const photo = await quarters();
    const right = await drawn(photo, { rotate: 90 });
    expect([right.width, right.height]).toEqual([200, 400]);
    expect(right.corners()).toEqual(['white', 'red', 'green', 'blue']);
    expect((await drawn(photo, { rotate: 180 })).corners()).toEqual(['blue', 'white', 'red', 'green']);
    expect((await drawn(photo, { rotate: 270 })).corners()).toEqual(['green', 'blue', 'white', 'red']);
  });

  test('is cropped in the turned picture, at its full size', async () => {
    const crop = { x: 0, y: 0, width: 1, height: 0.5 };
    const upper = await drawn(await quarters(), { rotate: 90, crop });
    expect([upper.width, upper.height]).toEqual([200, 200]);
    expect(upper.corners()).toEqual(['white', 'red', 'red', 'white']);
    const small = await drawn(await quarters(), { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } }, 100);
    expect([small.width, small.height]).toEqual([100, 50]);
    expect(small.corners()).toEqual(Array(4).fill('blue'));
  });

  test('is made of the upright picture, however the camera was held', async () => {
    // Red on the left as stored, to be turned right: red on top.
    const lower = await drawn(await turned(6), { crop: { x: 0, y: 0.6, width: 1, height: 0.4 } });
    expect([lower.width, lower.height]).toEqual([200, 120]);
    expect(lower.corners()).toEqual(Array(4).fill('blue'));
  });

  test('is the same part whichever way EXIF says the camera was held', async () => {
    // Across the middle both ways, and not by the same amount: all four colours, in their places.
    const crop = { x: 0.35, y: 0.2, width: 0.25, height: 0.5 };
    for (let orientation = 1; orientation <= 8; orientation++) {
      const stored = await sharp(await quarters())
        .withMetadata({ orientation })
        .jpeg({ quality: 100 })
        .toBuffer();
      const upright = await sharp(stored, { autoOrient: true }).png().toBuffer();
      const [found, meant] = [await drawn(stored, { crop }), await drawn(upright, { crop })];
      expect([found.width, found.height], `${orientation}`).toEqual([meant.width, meant.height]);
      expect(found.corners(), `${orientation}`).toEqual(meant.corners());
      expect(new Set(found.corners()).size).toBe(4);
    }
  });

  test('is straightened without a corner of nothing, and its middle stays the middle', async () => {
    for (const straighten of [10, -10, 45]) {
      const straight = await drawn(await quarters(), { straighten });
      for (const x of [0, 0.25, 0.5, 0.75, 1])
        for (const y of [0, 1])
          expect(straight.near(x, y), `${straighten}° at ${x}, ${y}`).not.toMatch(/^\d?\d,\d?\d,\d?\d$/);
    }
    // Turned clockwise by 45 degrees the upper left quarter comes to the top.
    const half = await drawn(await quarters(400, 400), { straighten: 45 });
    expect([half.near(0.5, 0.1), half.near(0.9, 0.5), half.near(0.5, 0.9), half.near(0.1, 0.5)]).toEqual([
      'red',
      'green',
      'blue',
      'white',
    ]);
  });

  test('crop and straightening together show what the geometry says', async () => {
    const lower = { x: 0.35, y: 0.7, width: 0.3, height: 0.2 };
    const part = await drawn(await quarters(400, 400), { straighten: 45, crop: lower });
    expect(part.corners()).toEqual(Array(4).fill('blue'));
  });
});

describe('a hidden area', () => {
  const area = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  /** How many colours there are in the inner part of the area. */
  const colours = ({ data, width, height, channels }: Awaited<ReturnType<typeof drawn>>) => {
    const seen = new Set<number>();
    for (let y = Math.ceil(height * 0.26); y < height * 0.74; y++)
      for (let x = Math.ceil(width * 0.26); x < width * 0.74; x++)
        seen.add(data.readUIntBE((y * width + x) * channels, 3));
    return seen.size;
  };

  test('pixelated, is eight squares over its longer side and no more', async () => {
    // A GIF is drawn as PNG, which adds no colours of its own.
    const gif = await noise(400, 400).gif().toBuffer();
    const found = await drawn(gif, { hide: [{ ...area, how: 'pixelate' }] });
    expect(colours(found)).toBeGreaterThan(4);
    expect(colours(found)).toBeLessThanOrEqual(64);
  });

  test('nothing of what was there can be had back: pictures that differ only inside come out alike', async () => {
    // Fine stripes one way or the other: the same colours in every cell, and nothing else in common.
    const stripes = (vertical: boolean) => {
      const data = Buffer.alloc(400 * 400 * 3, 128);
      for (let y = 120; y < 280; y++)
        for (let x = 120; x < 280; x++)
          data.fill((vertical ? x : y) % 2 ? 255 : 0, (y * 400 + x) * 3, (y * 400 + x) * 3 + 3);
      return sharp(data, { raw: { width: 400, height: 400, channels: 3 } })
        .gif()
        .toBuffer();
    };
    for (const how of ['blur', 'pixelate'] as const) {
      const [one, other] = [
        await drawn(await stripes(true), { hide: [{ ...area, how }] }),
        await drawn(await stripes(false), { hide: [{ ...area, how }] }),
      ];
      let most = 0;
      for (let at = 0; at < one.data.length; at++) most = Math.max(most, Math.abs(one.data[at]! - other.data[at]!));
      expect(most, how).toBeLessThan(12);
    }
  });

  test('stays hidden where the picture is turned, and where a crop cuts through it', async () => {
    const gif = await noise(400, 400).gif().toBuffer();
    for (const recipe of [
      { rotate: 90 as const },
      { straighten: 20 },
      { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } },
    ]) {
      const { data, width, height, channels } = await drawn(gif, { ...recipe, hide: [{ ...area, how: 'blur' }] });
      const [cx, cy] = [recipe.crop ? Math.round(width * 0.2) : Math.round(width / 2), Math.round(height / 2)];
      for (let step = 0; step < 10; step++) {
        const [a, b] = [(cy * width + cx + step) * channels, (cy * width + cx + step + 1) * channels];
        expect(Math.abs(data[a]! - data[b]!)).toBeLessThan(24);
      }
    }
  });

  test('half transparent pixels let nothing through', async () => {
    const data = Buffer.alloc(200 * 200 * 4);
    for (let at = 0; at < data.length; at += 4) data.set([(at / 4) % 2 ? 255 : 0, 0, 0, 128], at);
    const png = await sharp(data, { raw: { width: 200, height: 200, channels: 4 } })
      .png()
      .toBuffer();
    const found = await drawn(png, { hide: [{ ...area, how: 'pixelate' }] });
    const middle = (100 * 200 + 100) * 4;
    expect(Math.abs(found.data[middle]! - found.data[middle + 4]!)).toBeLessThan(8);
  });
});

test('the window gets the same picture, kept under its own name; the original stays', async () => {
  const { media } = await library();
  const photo = await quarters();
  const { hash } = good(await media.importPhoto('a', photo));
  const turnedRight = good(await media.preview(hash, { rotate: 90 }));
  expect(await sharp(turnedRight.bytes).metadata()).toMatchObject({ width: 200, height: 400 });
  expect(await sharp(good(await media.preview(hash)).bytes).metadata()).toMatchObject({ width: 400, height: 200 });
  expect(good(await media.preview(hash, { focal: { x: 0, y: 0 } })).bytes).toEqual(
    good(await media.preview(hash)).bytes,
  );
  expect(Buffer.from(good(await media.readOriginal(hash))).equals(photo)).toBe(true);
});

test('colours, depth and transparency come out of a recipe as they do without one', async () => {
  const green = { create: { width: 60, height: 40, channels: 3 as const, background: { r: 30, g: 200, b: 60 } } };
  const clear = { create: { ...green.create, channels: 4 as const, background: { r: 200, g: 60, b: 30, alpha: 0.5 } } };
  const deep = new Uint16Array(60 * 40 * 3).fill(20_000);
  const sources = {
    wide: await sharp(green).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
    cmyk: await sharp(green).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(),
    grey: await sharp(green).greyscale().jpeg({ quality: 100 }).toBuffer(),
    palette: await sharp(green).png({ palette: true }).toBuffer(),
    clear: await sharp(clear).png().toBuffer(),
    deep: await sharp(deep, { raw: { width: 60, height: 40, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer(),
    phone: await readFile(path.resolve(import.meta.dirname, '../../fixtures/phone.heic')),
  };
  for (const [name, bytes] of Object.entries(sources)) {
    const { media } = await library();
    const { hash } = good(await media.importPhoto(name, bytes));
    const plain = good(await media.rendition(hash, { maxPixels: 2000 }));
    const turned = good(await media.rendition(hash, { maxPixels: 2000, recipe: { rotate: 180 } }));
    expect([turned.type, turned.width, turned.height], name).toEqual([plain.type, plain.width, plain.height]);
    const means = async (one: Uint8Array) => (await sharp(one).stats()).channels.map(({ mean }) => mean);
    const [a, b] = [await means(plain.bytes), await means(turned.bytes)];
    for (const [channel, mean] of a.entries()) expect(Math.abs((b[channel] ?? -99) - mean), name).toBeLessThan(3);
  }
});
