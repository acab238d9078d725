import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createMedia } from '../../../main/media/index.ts';
import type { RenditionOptions } from '../../../main/media/rendition.ts';
import { noise, photo } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

const DONE = { ok: true, value: null } as const;

/** A picture with smooth and with busy parts, as photos have them. */
const picture = async () => noise(300, 200).resize(900, 600, { kernel: 'cubic' }).jpeg({ quality: 95 }).toBuffer();

async function renderer() {
  const { media, folder } = await library();
  const { hash } = good(await media.importPhoto('a.jpg', await picture()));
  const draw = async (options: Partial<RenditionOptions>) =>
    good(await media.rendition(hash, { maxPixels: 900, ...options }));
  return { media, folder, hash, draw };
}

test.each(['jpeg', 'webp', 'avif'] as const)('the best %s within so many bytes', async (format) => {
  const { draw } = await renderer();
  const best = await draw({ format, targetBytes: 10_000_000 });
  const worst = await draw({ format, targetBytes: 1 });
  expect(worst.bytes.length).toBeLessThan(best.bytes.length / 2);
  const target = Math.round((best.bytes.length + worst.bytes.length) / 2);
  const found = await draw({ format, targetBytes: target });
  expect(found.bytes.length).toBeLessThanOrEqual(target);
  expect(found.bytes.length).toBeGreaterThan(target * 0.9);
  expect(found.type).toBe(`image/${format}`);
  expect(await sharp(found.bytes).metadata()).toMatchObject({ width: 900, height: 600 });
});

test('transparency stays: PNG where JPEG was wanted, itself in WebP and AVIF', async () => {
  const { media } = await library();
  const clear = await sharp({
    create: { width: 60, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  const { hash } = good(await media.importPhoto('a.png', clear));
  for (const [format, type] of [
    ['jpeg', 'image/png'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const) {
    const { bytes, type: got } = good(await media.rendition(hash, { maxPixels: 100, format, targetBytes: 100_000 }));
    expect(got).toBe(type);
    const [, , , alpha] = await sharp(bytes).raw().toBuffer();
    expect(Math.abs((alpha ?? 0) - 128)).toBeLessThan(4);
  }
});

test('one made before is taken from the disk, unless the disk has spoilt it', async () => {
  const { media, folder, hash, draw } = await renderer();
  const options = { maxPixels: 900, targetBytes: 50_000 };
  const first = await draw(options);
  const key = await media.renditionKey(hash, options);
  const file = path.join(folder, 'renditions', 'out', key.slice(0, 2), key);
  // As if it had been made by somebody who paints it black: what is kept is what is given.
  const black = await sharp({ create: { width: 9, height: 6, channels: 3, background: '#000' } })
    .jpeg()
    .toBuffer();
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(black)));
  await writeFile(file, Buffer.concat([digest, black]));
  expect(await draw(options)).toMatchObject({ width: 9, height: 6, type: 'image/jpeg' });
  digest[0]! ^= 1;
  await writeFile(file, Buffer.concat([digest, black]));
  expect(Buffer.compare((await draw(options)).bytes, first.bytes)).toBe(0);
});

test('what was made more than 30 days ago is let go of at the next start', async () => {
  const { media, folder, hash, draw } = await renderer();
  const [old, young] = [{ maxPixels: 300 }, { maxPixels: 310 }];
  for (const options of [old, young]) await draw(options);
  const fileOf = async (options: { maxPixels: number }) => {
    const key = await media.renditionKey(hash, options);
    return path.join(folder, 'renditions', 'out', key.slice(0, 2), key);
  };
  const days = (count: number) => Date.now() / 1000 - count * 86_400;
  await utimes(await fileOf(old), days(31), days(31));
  await utimes(await fileOf(young), days(29), days(29));
  const next = createMedia({ folder, store: { getPhoto: async () => null, putPhoto: async () => DONE } });
  good(await next.rendition(hash, { maxPixels: 320 }));
  expect([existsSync(await fileOf(old)), existsSync(await fileOf(young))]).toEqual([false, true]);
});

test('another key for other pixels, another format, other texts or another recipe; the same for the same', async () => {
  const { media, hash } = await renderer();
  const texts = { caption: 'a', credit: 'b', copyright: 'c', alt: 'd' };
  const all = [
    { maxPixels: 900 },
    { maxPixels: 800 },
    { maxPixels: 900, format: 'webp' as const },
    { maxPixels: 900, targetBytes: 1000 },
    { maxPixels: 900, texts },
    { maxPixels: 900, texts: { ...texts, credit: 'B' } },
    { maxPixels: 900, recipe: { rotate: 90 as const } },
  ];
  const keys = await Promise.all(all.map((options) => media.renditionKey(hash, options)));
  expect(new Set(keys).size).toBe(all.length);
  expect(await media.renditionKey(hash, { maxPixels: 900, texts: { ...texts } })).toBe(keys[4]);
});

test('work that is called off ends, and says so', async () => {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg')));
  const signal = AbortSignal.abort();
  expect(await media.rendition(hash, { maxPixels: 100, targetBytes: 1, signal })).toMatchObject({
    ok: false,
    code: 'cancelled',
  });
});
