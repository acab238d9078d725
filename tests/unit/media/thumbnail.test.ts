import { expect, test } from 'vitest';
import { readHeader } from '../../../main/media/render.ts';
import { photo } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

test('a thumbnail is the whole photo, small, and the same file the next time', async () => {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg', 900, 600)));
  const first = good(await media.thumbnail(hash));
  expect(await readHeader(first.bytes)).toMatchObject({ width: 400, height: 267 });
  expect(first.type).toBe('image/jpeg');
  expect(Buffer.compare(good(await media.thumbnail(hash)).bytes, first.bytes)).toBe(0);
});

test('a photo that is smaller stays as large as it is, and one that is not here has no thumbnail', async () => {
  const { media } = await library();
  const { hash } = good(await media.importPhoto('a.png', await photo('png', 120, 80)));
  expect(await readHeader(good(await media.thumbnail(hash)).bytes)).toMatchObject({ width: 120, height: 80 });
  expect(await media.thumbnail('ab'.repeat(32))).toMatchObject({ ok: false, code: 'notFound' });
  expect(await media.thumbnail('../../secret')).toMatchObject({ ok: false, code: 'notFound' });
});
