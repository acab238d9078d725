// Photos from the field, where the folder is beside the checkout. They come on top of the tests on our own fixtures.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { good, library } from './library.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/photos');
const field = test.skipIf(!existsSync(folder));
const read = (name: string) => readFile(path.join(folder, name));

field.each([
  ['iptc-staff-photographer-example.jpg', 516, 350, 'After digging', 'Big Newspaper', 'John Doe'],
  ['iptc-agency-photographer-example.jpg', 527, 350, 'Abraham Lincoln', 'Mugwum Press', 'Julie Doe'],
  [
    'iptc-independent-photographer-example.jpg',
    525,
    350,
    'Southern Himalayan',
    '©1985 David Riecks: www.riecks.com',
    'David Riecks',
  ],
])("IPTC's example %s", async (name, width, height, caption, credit, photographer) => {
  const { media } = await library();
  const info = good(await media.importPhoto(name, await read(name)));
  expect(info).toMatchObject({ width, height, credit, photographer });
  expect(info.caption).toContain(caption);
  expect(info.copyright).not.toBe('');
});

field('a phone picture: its place does not go out', async () => {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('p.jpg', await read('IMG_20180725_163423.jpg')));
  const { bytes, width } = good(await media.rendition(hash, { maxPixels: 1200 }));
  expect(width).toBe(1200);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
});

field('a camera picture of 18 megapixels', async () => {
  const { media } = await library();
  const info = good(await media.importPhoto('c.jpg', await read('canon-dslr.jpg')));
  expect([info.width, info.height, info.caption]).toEqual([5184, 3456, '']);
});

// Every pixel of broken1.jpg is there; its XMP holds zero bytes and its EXIF is misplaced. A newsroom wants the photo.
field('a JPEG with broken metadata comes in, with the texts that can be read', async () => {
  const { media } = await library();
  expect(good(await media.importPhoto('b.jpg', await read('broken1.jpg')))).toMatchObject({
    width: 600,
    height: 900,
    credit: 'Eric',
  });
});

field('the same JPEG cut off does not', async () => {
  const { media } = await library();
  const bytes = await read('broken1.jpg');
  expect(await media.importPhoto('b.jpg', bytes.subarray(0, bytes.length - 5000))).toMatchObject({
    code: 'brokenImage',
  });
});

field('the HEIC of a phone, upright and in its colours', async () => {
  const { media } = await library();
  const info = good(await media.importPhoto('IMG.HEIC', await read('heic-iphone.heic')));
  expect(info).toMatchObject({ type: 'image/heic', width: 4032, height: 3024 });
  const { bytes } = good(await media.preview(info.hash));
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 1200, format: 'jpeg' });
});
