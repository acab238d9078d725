import { expect, test } from 'vitest';
import type { PhotoFind, PhotoInfo } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import type { Figure } from '../../../story/model.ts';
import { look } from './damage.ts';
import { good, makeFolder, makeStory, open, type TestStore } from './make.ts';

const hashOf = (number: number): string => number.toString(16).padStart(64, '0');

/** A photo by its number; `facts` as its file says them. */
function info(number: number, facts: Record<string, string> = {}, more: Partial<PhotoInfo> = {}): PhotoInfo {
  const read = Object.entries(facts).map(([field, value]) => [field, { value, from: 'xmp' }]);
  return {
    hash: hashOf(number),
    type: 'image/jpeg',
    width: 300,
    height: 200,
    size: 1000 * number,
    name: `DSC_${number}.jpg`,
    ...{ caption: '', credit: '', copyright: '', alt: '', photographer: '' },
    facts: Object.fromEntries(read),
    importedAt: `2026-11-2${number}T01:00:00.000Z`,
    ...more,
  };
}
const figure = (number: number, texts: Partial<Figure> = {}): Figure => ({
  id: newId(),
  type: 'figure',
  photo: hashOf(number),
  width: 300,
  height: 200,
  ...{ caption: '', credit: '', copyright: '', alt: '' },
  unchecked: [],
  ...texts,
});
const ALL: PhotoFind = {
  ...{ text: '', credits: [], photographers: [], types: [], usage: 'any', flags: [] },
  ...{ dateOf: 'imported', from: null, before: null, sort: 'imported', descending: true, offset: 0, limit: 50 },
};
/** The numbers of the photos found, in their order. */
const found = async (store: TestStore, find: Partial<PhotoFind>): Promise<number[]> =>
  (await store.findPhotos({ ...ALL, ...find })).rows.map((row) => Number.parseInt(row.id, 16));

const PHOTOS = [
  info(1, {
    caption: 'Chợ phiên Bằng Lũng',
    photographer: 'Hà Văn Lường',
    credit: 'Ảnh: Hà  Văn Lường',
    date: '2026-03-01T09:00:00',
  }),
  info(2, { headline: 'Hòa bình trên cao nguyên', keywords: 'lễ hội, Đắk Lắk', credit: 'TTXVN', date: '2025-12-31' }),
  info(3, { caption: 'Bằng khen của tỉnh', usageTerms: 'No sales', photographer: 'Vi Sơn', city: 'Bắc Kạn' }),
  info(
    4,
    { aiLabel: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', credit: 'TTXVN' },
    { type: 'image/png' },
  ),
];
async function filled(): Promise<TestStore> {
  const store = await open(makeFolder());
  for (const photo of PHOTOS) good(await store.putPhoto(photo));
  return store;
}

test('a search finds photos by every text of theirs and their file names, with marks or without', async () => {
  const store = await filled();
  expect(await found(store, { text: 'cho phien' })).toEqual([1]);
  expect(await found(store, { text: 'bang' })).toEqual([3, 1]);
  expect(await found(store, { text: 'bằng' })).toEqual([3, 1]);
  expect(await found(store, { text: 'băng ' })).toEqual([]);
  expect(await found(store, { text: '"bằng lung"' })).toEqual([1]);
  expect(await found(store, { text: '"phiên bằng" ' })).toEqual([1]);
  // The tone of oa may stand on either vowel.
  expect(await found(store, { text: 'hoà bình' })).toEqual([2]);
  expect(await found(store, { text: 'dsc_3' })).toEqual([3]);
  expect(await found(store, { text: 'bắc kạn' })).toEqual([3]);
  // No phrase goes from one text into the next.
  expect(await found(store, { text: '"lũng hà"' })).toEqual([]);
  expect(await found(store, { text: 'by:lường' })).toEqual([1]);
  expect(await found(store, { text: 'tag:"đắk lắk"' })).toEqual([2]);
  expect(await found(store, { text: 'tít:hoa' })).toEqual([2]);
  expect(await found(store, { text: 'tít:bằng' })).toEqual([]);
});

test('a search finds photos by what stories say of them, for as long as they do', async () => {
  const store = await filled();
  const story = makeStory('Một');
  const [one, two] = [figure(1, { caption: 'Bà con chợ Đồn' }), figure(2, { credit: 'Ảnh: Tùng Vân', alt: 'Chiêng' })];
  story.body = [one, two];
  good(await store.createStory(story, 'an'));
  expect(await found(store, { text: 'chợ đồn' })).toEqual([1]);
  expect(await found(store, { text: 'tùng vân chiêng' })).toEqual([2]);
  // Of the photo and of the story together.
  expect(await found(store, { text: 'cao nguyên chiêng' })).toEqual([2]);
  expect(await found(store, { text: 'trạng thái:nháp' })).toEqual([2, 1]);
  expect(await found(store, { usage: 'used' })).toEqual([2, 1]);
  good(await store.appendRecord(story.id, 0, { blocks: [{ ...one, caption: 'Ruộng' }], removed: [two.id] }, 'an'));
  expect(await found(store, { text: 'chợ đồn' })).toEqual([]);
  expect(await found(store, { text: 'ruong' })).toEqual([1]);
  const unused = await store.findPhotos({ ...ALL, usage: 'unused' });
  expect(unused).toMatchObject({ total: 3, facets: { bytes: 9000 } });
  // In the trash it is still a story that shows it; gone for ever, it is not.
  good(await store.trashStory(story.id));
  expect(await found(store, { usage: 'used' })).toEqual([1]);
  good(await store.deleteStory(story.id));
  expect(await found(store, { usage: 'used' })).toEqual([]);
});

test('filters add up; their values are counted over what the search gives', async () => {
  const store = await filled();
  const { facets, total } = await store.findPhotos({ ...ALL, credits: ['TTXVN'] });
  expect(total).toBe(2);
  // Spaces do not make another credit.
  expect(facets.credits).toEqual([
    { value: 'TTXVN', count: 2 },
    { value: 'Ảnh: Hà Văn Lường', count: 1 },
  ]);
  expect(facets.flags).toContainEqual({ value: 'noCredit', count: 1 });
  expect(await found(store, { credits: ['TTXVN'], types: ['image/png'] })).toEqual([4]);
  expect(await found(store, { photographers: ['Vi Sơn', 'Hà Văn Lường'] })).toEqual([3, 1]);
  expect(await found(store, { flags: ['noCredit'] })).toEqual([3]);
  expect(await found(store, { flags: ['restricted'] })).toEqual([3]);
  expect(await found(store, { flags: ['ai'] })).toEqual([4]);
  expect(await found(store, { flags: ['ai', 'restricted'] })).toEqual([]);
  expect(await found(store, { dateOf: 'taken', from: '2026-01-01' })).toEqual([1]);
  expect(await found(store, { dateOf: 'taken', before: '2026-01-01' })).toEqual([2]);
  expect(await found(store, { from: '2026-11-22T00:00:00.000Z', before: '2026-11-24T00:00:00.000Z' })).toEqual([3, 2]);
});

test('photos stand in every order, page by page, each once', async () => {
  const store = await filled();
  expect(await found(store, { sort: 'taken', descending: true })).toEqual([1, 2, 4, 3]);
  expect(await found(store, { sort: 'size', descending: false })).toEqual([1, 2, 3, 4]);
  expect(await found(store, { sort: 'name', descending: false, offset: 1, limit: 2 })).toEqual([2, 3]);
  // Taken in while a list stands in its order.
  good(await store.putPhoto(info(5, {}, { name: 'DSC_2b.jpg' })));
  expect(await found(store, { sort: 'name', descending: false })).toEqual([1, 2, 5, 3, 4]);
  good(await store.describePhoto(hashOf(3), 'credit', { value: 'TTXVN', by: 'An', at: '2026-11-27T22:00:00.000Z' }));
  expect(await found(store, { credits: ['TTXVN'], sort: 'name', descending: false })).toEqual([2, 3, 4]);
  expect(await found(store, { flags: ['noCredit'] })).toEqual([5]);
});

test('photos of an earlier version are found by what was read of them then, and are the oldest', async () => {
  const store = await open(makeFolder());
  const { facts, importedAt, ...older } = info(7);
  good(await store.putPhoto({ ...older, caption: 'Cầu treo', credit: 'Ảnh: An' }));
  good(await store.putPhoto(info(8)));
  expect(await found(store, { text: 'cau treo' })).toEqual([7]);
  const { rows } = await store.findPhotos(ALL);
  expect(rows.map(({ credit, importedAt: at }) => [credit, at])).toEqual([
    ['', info(8).importedAt],
    ['Ảnh: An', null],
  ]);
});

test('a library opened again finds the same', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  for (const photo of PHOTOS) good(await store.putPhoto(photo));
  const story = makeStory('Một');
  story.body = [figure(3, { caption: 'Hồ Ba Bể' })];
  good(await store.createStory(story, 'an'));
  await store.close();
  expect(String(look(folder, 'SELECT data FROM stories')[0]?.data)).toContain('Hồ Ba Bể');
  const again = await open(folder);
  expect(await found(again, { text: 'ba bể' })).toEqual([3]);
  expect(await found(again, {})).toEqual([4, 3, 2, 1]);
});
