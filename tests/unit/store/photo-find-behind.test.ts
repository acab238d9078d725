import { afterEach, expect, test, vi } from 'vitest';
import { openLibrary } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import type { PhotoFind, PhotoInfo } from '../../../preload/contract.ts';
import { good, makeFolder } from './make.ts';

const ALL: PhotoFind = {
  ...{ text: '', credits: [], photographers: [], types: [], usage: 'any', flags: [] },
  ...{ dateOf: 'imported', from: null, before: null, sort: 'name', descending: false, offset: 0, limit: 50 },
};
const info = (number: number): PhotoInfo => ({
  hash: number.toString(16).padStart(64, '0'),
  type: 'image/jpeg',
  ...{ width: 3, height: 2, size: 1, name: `${number}.jpg` },
  ...{ caption: '', credit: '', copyright: '', alt: '', photographer: '' },
});

afterEach(() => vi.restoreAllMocks());

test('a search before all photos are read says so, answers with those that are, and gets to all of them', () => {
  const folder = makeFolder();
  const first = good(openLibrary(folder, SNAPSHOT_LIMITS));
  for (let number = 1; number <= 30; number++) good(first.methods.putPhoto(info(number)));
  first.methods.close();
  const { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  // A slow disk: each photo takes 30 ms.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 30;
    return now;
  });
  const early = methods.findPhotos(ALL);
  expect(early.isCut).toBe(true);
  expect(early.total).toBeGreaterThan(0);
  expect(early.total).toBeLessThan(30);
  expect(early.rows).toHaveLength(early.total);
  let later = early;
  for (let again = 0; later.isCut && again < 30; again++) later = methods.findPhotos(ALL);
  expect(later.rows.map(({ name }) => Number.parseInt(name, 10))).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  methods.close();
});
