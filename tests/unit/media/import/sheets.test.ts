import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { mountedCards } from '../../../../main/media/import/cards.ts';
import { listPictures } from '../../../../main/media/import/list.ts';
import { createSheets } from '../../../../main/media/import/sheets.ts';
import { photo, thumbnailSegment, turned, withSegments } from '../../../fixtures/photo.ts';
import { good, library } from '../library.ts';

async function card(files: Record<string, Buffer | string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'copydesk-card-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [at, [name, bytes]] of Object.entries(files).entries()) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    await utimes(file, 1_700_000_000 + at, 1_700_000_000 + at);
  }
  return folder;
}

async function sheets() {
  const { media, rows } = await library();
  const photosOfSizes = async (sizes: readonly number[]) =>
    sizes.map((size) => ({
      size,
      hashes: [...rows.values()].filter((row) => row.size === size).map(({ hash }) => hash),
    }));
  return { media, rows, sheets: createSheets(media, { photosOfSizes }) };
}

test('the pictures of a card and below, the newest first, without what is hidden or the system’s', async () => {
  const folder = await card({
    'DCIM/100CANON/IMG_1.JPG': 'x',
    'DCIM/101CANON/IMG_2.HEIC': 'x',
    'DCIM/101CANON/IMG_2.MOV': 'x',
    'DCIM/.thumbs/t.jpg': 'x',
    '$RECYCLE.BIN/old.jpg': 'x',
    '.hidden.jpg': 'x',
    'ảnh quê.png': 'x',
  });
  const { pictures, isCut } = await listPictures(folder);
  expect(pictures.map(({ name }) => name)).toEqual(['ảnh quê.png', 'IMG_2.HEIC', 'IMG_1.JPG']);
  expect(isCut).toBe(false);
});

test('a folder that is gone is an answer', async () => {
  const { sheets: made } = await sheets();
  expect(await made.ofFolder('/nowhere/at/all')).toMatchObject({ code: 'fileGone' });
});

test('cards are drives with a folder DCIM', async () => {
  const root = await card({ 'EOS/DCIM/1.jpg': 'x', 'STICK/doc.txt': 'x' });
  expect(await mountedCards([root])).toEqual([{ folder: path.join(root, 'EOS'), name: 'EOS' }]);
});

test('entries are taken in by number; what the library has is told by content, not by name', async () => {
  const [one, two] = [await photo('jpeg', 320, 200, 1), await photo('jpeg', 320, 200, 2)];
  const folder = await card({ 'a.jpg': one, 'b.jpg': two, 'copy of a.jpg': one });
  const { sheets: made, rows } = await sheets();
  const sheet = good(await made.ofFolder(folder));
  expect(sheet.entries.map(({ name }) => name)).toEqual(['copy of a.jpg', 'b.jpg', 'a.jpg']);
  expect(JSON.stringify(sheet)).not.toContain(folder);
  expect(await made.known(sheet.id, 0, 50)).toEqual([]);
  good(await made.take(sheet.id, 2));
  expect(await made.known(sheet.id, 0, 50)).toEqual([0, 2]);
  good(await made.take(sheet.id, 0));
  expect(rows.size).toBe(1);
});

test('what a window makes up is no entry', async () => {
  const { sheets: made } = await sheets();
  const sheet = good(await made.ofFolder(await card({ 'a.jpg': await photo('jpeg') })));
  for (const [id, index] of [
    [sheet.id, 1],
    [sheet.id, -1],
    ['../../etc/passwd', 0],
  ] as const) {
    expect(await made.take(id, index)).toMatchObject({ code: 'notFound' });
    expect(await made.picture(id, index, false)).toBeNull();
  }
});

test('a card pulled in the middle: what came before is in, what comes after says so, nothing is half there', async () => {
  const photos = await Promise.all([1, 2, 3].map((seed) => photo('jpeg', 320, 200, seed)));
  const folder = await card(Object.fromEntries(photos.map((bytes, at) => [`IMG_${at}.jpg`, bytes])));
  const { sheets: made, rows } = await sheets();
  const sheet = good(await made.ofFolder(folder));
  good(await made.take(sheet.id, 0));
  await rm(folder, { recursive: true });
  for (const index of [1, 2])
    expect(await made.take(sheet.id, index)).toMatchObject({
      code: 'fileGone',
      detail: expect.stringContaining('IMG_'),
    });
  expect(rows.size).toBe(1);
});

// A camera's small picture lies as the photo does: what is red on its left stands there only where nothing turns it.
test.each([
  [1, 'left'],
  [2, 'right'],
  [3, 'right'],
  [5, 'top'],
  [6, 'top'],
  [7, 'bottom'],
  [8, 'bottom'],
] as const)('the small picture of a camera is upright: orientation %i, red at the %s', async (orientation, red) => {
  const small = await sharp(await turned(1, 160, 120))
    .jpeg()
    .toBuffer();
  const bytes = withSegments(await photo('jpeg', 640, 480), thumbnailSegment(small, orientation));
  const { sheets: made } = await sheets();
  const sheet = good(await made.ofFolder(await card({ 'a.jpg': bytes })));
  const { data, info } = await sharp((await made.picture(sheet.id, 0, false))?.bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual(orientation > 4 ? [120, 160] : [160, 120]);
  const at = (x: number, y: number) =>
    data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * 3] ?? 0;
  const places = { left: at(0.1, 0.5), right: at(0.9, 0.5), top: at(0.5, 0.1), bottom: at(0.5, 0.9) };
  const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const;
  expect(places[red]).toBeGreaterThan(200);
  expect(places[opposite[red]]).toBeLessThan(60);
});

test('where no camera put a small picture, it is drawn', async () => {
  const folder = await card({ 'plain.jpg': await photo('jpeg', 1600, 800), 'broken.jpg': 'no picture' });
  const { sheets: made } = await sheets();
  const sheet = good(await made.ofFolder(folder));
  const drawn = await made.picture(sheet.id, 1, false);
  expect(await sharp(drawn?.bytes).metadata()).toMatchObject({ width: 320, height: 160 });
  expect(await sharp((await made.picture(sheet.id, 1, true))?.bytes).metadata()).toMatchObject({ width: 1600 });
  expect(await made.picture(sheet.id, 0, false)).toBeNull();
});

test('a picture that can only be told by decoding is small in the sheet, too', async () => {
  const folder = await card({ 'scan.tif': await photo('tiff', 1600, 800) });
  const { sheets: made } = await sheets();
  const sheet = good(await made.ofFolder(folder));
  const drawn = await made.picture(sheet.id, 0, false);
  expect(await sharp(drawn?.bytes).metadata()).toMatchObject({ width: 320, height: 160 });
});
