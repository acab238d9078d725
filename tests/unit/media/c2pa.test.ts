import { describe, expect, test } from 'vitest';
import { hasCredentials } from '../../../main/media/c2pa.ts';
import { photo, withSegments } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

const jumbf = Buffer.from(
  'JP\0\x01\0\0\0\x01\0\0\0\x20jumb\0\0\0\x18jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0',
  'latin1',
);
const app11 = Buffer.concat([Buffer.from([0xff, 0xeb, 0, jumbf.length + 2]), jumbf]);
const chunk = (name: string, data: Buffer, riff: boolean) => {
  const length = Buffer.alloc(4);
  if (riff) length.writeUInt32LE(data.length);
  else length.writeUInt32BE(data.length);
  const label = Buffer.from(name);
  return riff ? Buffer.concat([label, length, data]) : Buffer.concat([length, label, data, Buffer.alloc(4)]);
};

describe('content credentials', () => {
  test('in a JPEG, told when it is taken in', async () => {
    const { media } = await library();
    const plain = good(await media.importPhoto('a.jpg', await photo('jpeg')));
    expect(plain.c2pa).toBeUndefined();
    const signed = good(await media.importPhoto('b.jpg', withSegments(await photo('jpeg'), app11)));
    expect(signed.c2pa).toBe(true);
  });
  test('in a PNG and a WebP', async () => {
    const png = await photo('png');
    expect(hasCredentials(png)).toBe(false);
    expect(hasCredentials(Buffer.concat([png.subarray(0, 33), chunk('caBX', jumbf, false), png.subarray(33)]))).toBe(
      true,
    );
    const webp = await photo('webp');
    expect(hasCredentials(webp)).toBe(false);
    expect(hasCredentials(Buffer.concat([webp, chunk('C2PA', jumbf, true)]))).toBe(true);
  });
  test('in a TIFF', async () => {
    const tiff = Buffer.alloc(8 + 2 + 12 + 4);
    tiff.write('II*\0\x08\0\0\0\x01\0', 'latin1');
    tiff.writeUInt16LE(52545, 10);
    expect(hasCredentials(tiff)).toBe(true);
    tiff.writeUInt16LE(271, 10);
    expect(hasCredentials(tiff)).toBe(false);
  });
  test('in the boxes of AVIF and HEIC', async () => {
    const avif = await photo('avif');
    expect(hasCredentials(avif)).toBe(false);
    const box = Buffer.concat([
      Buffer.from([0, 0, 0, 32]),
      Buffer.from('uuid'),
      Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'),
      Buffer.alloc(8),
    ]);
    expect(hasCredentials(Buffer.concat([avif, box]))).toBe(true);
  });
  test('lengths that lead outside end the search', () => {
    for (const head of ['\xff\xd8\xff\xeb\xff\xff', '\x89PNG\r\n\x1a\n\xff\xff\xff\xff', 'II*\0\xff\xff\xff\xff'])
      expect(hasCredentials(Buffer.from(head, 'latin1'))).toBe(false);
  });
});
