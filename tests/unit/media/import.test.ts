import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES } from '../../../main/media/index.ts';
import { sha256Hex } from '../../../story/canonical.ts';
import { type Format, photo, turned, withFrameSize } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

const code = (result: { ok: boolean; code?: string }) => (result.ok ? 'ok' : result.code);
const fileOf = (folder: string, hash: string) => path.join(folder, 'photos', hash.slice(0, 2), hash);

describe('what is taken in', () => {
  test.each<[Format, string]>([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['tiff', 'image/tiff'],
    ['avif', 'image/avif'],
  ])('%s, stored untouched under its hash', async (format, type) => {
    const { media, folder, rows } = await library();
    const bytes = await photo(format);
    const info = good(await media.importPhoto(`C:\\ảnh\\chợ phiên.${format}`, bytes));
    expect(info).toMatchObject({ type, width: 320, height: 200, size: bytes.length, name: `chợ phiên.${format}` });
    expect(info.hash).toBe(sha256Hex(bytes));
    expect(await readFile(fileOf(folder, info.hash))).toEqual(bytes);
    expect(rows.get(info.hash)).toEqual(info);
    expect(Buffer.from(good(await media.readOriginal(info.hash)))).toEqual(bytes);
  });

  test.each([1, 3, 6, 8])('width and height are upright (orientation %i)', async (orientation) => {
    const { media } = await library();
    const info = good(await media.importPhoto('a.jpg', await turned(orientation)));
    expect([info.width, info.height]).toEqual(orientation > 4 ? [200, 300] : [300, 200]);
  });

  test('the same photo twice is one file and the first name', async () => {
    const { media, folder } = await library();
    const bytes = await photo('jpeg');
    const first = good(await media.importPhoto('a.jpg', bytes));
    expect(good(await media.importPhoto('b.jpg', bytes))).toEqual(first);
    expect(await readdir(path.dirname(fileOf(folder, first.hash)))).toEqual([first.hash]);
    expect(await readdir(path.join(folder, 'photos', 'incoming'))).toEqual([]);
  });

  test('taken in again, a damaged original is whole again', async () => {
    const { media, folder } = await library();
    const bytes = await photo('jpeg');
    const { hash } = good(await media.importPhoto('a.jpg', bytes));
    await writeFile(fileOf(folder, hash), bytes.subarray(0, 100));
    expect(code(await media.readOriginal(hash))).toBe('damaged');
    good(await media.importPhoto('a.jpg', bytes));
    expect(Buffer.from(good(await media.readOriginal(hash)))).toEqual(bytes);
  });
});

describe('what is refused', () => {
  const refused = async (bytes: Uint8Array, name = 'photo.jpg') => {
    const { media, folder, rows } = await library();
    const result = await media.importPhoto(name, bytes);
    expect(existsSync(path.join(folder, 'photos'))).toBe(false);
    expect(rows.size).toBe(0);
    return code(result);
  };

  test('a text file renamed .jpg', async () => {
    expect(await refused(Buffer.from('Thành phố Bắc Kạn, 14/06/2021. '.repeat(50)))).toBe('notAnImage');
  });
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['HTML', Buffer.from('<!doctype html><script>1</script>')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['a video', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await refused(bytes)).toBe('notAnImage');
  });
  test.each([
    ['HEIF of an unnamed codec', '\0\0\0\x18ftypmif1\0\0\0\0mif1jpeg'],
    ['a film of HEVC', '\0\0\0\x18ftyphevc\0\0\0\0msf1hevc'],
    ['Canon raw', 'II*\0\x10\0\0\0CR\x02\0'],
    ['JPEG XL', '\xff\x0a\0\0\0\0\0\0\0\0\0\0'],
  ])('%s, named as an image we cannot open', async (_, head) => {
    expect(await refused(Buffer.from(head, 'latin1'))).toBe('unsupportedImage');
  });
  test('more than 150 MB', async () => {
    const huge = new Uint8Array(MAX_BYTES + 1);
    huge.set(await photo('jpeg'));
    expect(await refused(huge)).toBe('fileTooLarge');
  });
  test('200 megapixels, by the header alone', async () => {
    // Cut off, a decoder would call it broken: so this answer came before any decoding.
    const cut = (await photo('jpeg')).subarray(0, 20_000);
    expect(await refused(withFrameSize(cut, 20_000, 10_000))).toBe('tooManyPixels');
    expect(await refused(cut)).toBe('brokenImage');
  });
  test('a 200-megapixel PNG of a few bytes', async () => {
    const png = Buffer.from(await photo('png', 16, 16));
    png.writeUInt32BE(20_000, 16);
    png.writeUInt32BE(10_000, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    expect(await refused(png)).toBe('tooManyPixels');
  });
  test.each<Format>(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'])('a %s cut off', async (format) => {
    const bytes = await photo(format);
    for (const part of [0.5, 0.97]) expect(await refused(bytes.subarray(0, bytes.length * part))).toBe('brokenImage');
  });
  test('a header with nothing behind it', async () => {
    expect(await refused(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe('brokenImage');
  });
});

test('a full or closed disk is an answer, not a crash', async () => {
  const { media, folder, rows } = await library();
  await writeFile(path.join(folder, 'photos'), 'a file where the folder should be');
  expect(code(await media.importPhoto('a.jpg', await photo('jpeg')))).toBe('diskError');
  expect(rows.size).toBe(0);
});

test('a hash is never a path', async () => {
  const { media } = await library();
  for (const hash of ['../../../etc/passwd', 'AB'.repeat(32), '', 'ab'.repeat(32)]) {
    expect(code(await media.readOriginal(hash))).toBe('notFound');
    expect(code(await media.preview(hash))).toBe('notFound');
    expect(code(await media.rendition(hash, { maxPixels: 100 }))).toBe('notFound');
  }
});
