import { expect, test } from 'vitest';
import type { StoredReceipt } from '../../../main/store/api.ts';
import type { Row } from '../../../main/store/database.ts';
import { seal } from '../../../main/store/sealed.ts';
import type { ReceiptFind } from '../../../preload/contract.ts';
import type { Fields, Story } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open, paragraph, type TestStore } from './make.ts';
import { destination, publish } from './publication.ts';

const ALL: ReceiptFind = {
  ...{ text: '', destinations: [], statuses: [], differing: false, from: null, before: null },
  ...{ offset: 0, limit: 50 },
};
const found = async (store: TestStore, find: Partial<ReceiptFind>): Promise<(string | undefined)[]> =>
  (await store.findReceipts({ ...ALL, ...find })).rows.map(({ about }) => about?.headline);

const storyOf = (fields: Partial<Fields>, text = ''): Story => {
  const story = makeStory();
  return { ...story, fields: { ...story.fields, ...fields }, body: [paragraph(text)] };
};

/** Publishes a new story, with what its receipt says. */
async function published(store: TestStore, to: string, fields: Partial<Fields>, says: Partial<StoredReceipt> = {}) {
  const story = storyOf(fields, 'Năm từ ở trong thân.');
  good(await store.createStory(story, 'an'));
  return publish(store, story.id, to, says);
}

async function filled() {
  const store = await open(makeFolder());
  const [site, folder] = [await destination(store), await destination(store)];
  await published(
    store,
    site,
    { headline: 'Chợ phiên Bằng Lũng', byline: 'Bài: Hà Văn Lường' },
    {
      at: '2026-11-01T01:00:00.000Z',
      destinationName: 'Trang báo',
      url: 'https://bao.example/ch%E1%BB%A3-phi%C3%AAn',
      approvedBy: 'Nguyễn Thị Hoa',
    },
  );
  await published(
    store,
    folder,
    { headline: 'Lũ về Ba Bể', byline: 'Vi Sơn' },
    {
      at: '2026-11-03T01:00:00.000Z',
      differences: [{ where: 'headline', ours: 'Lũ về Ba Bể', theirs: 'Lu ve Ba Be' }],
    },
  );
  await published(
    store,
    site,
    { headline: 'Hòa bình trên cao nguyên' },
    {
      at: '2026-11-02T01:00:00.000Z',
      destinationName: 'Trang báo mới',
      status: 'scheduled',
      scheduledFor: '2026-11-09T01:00:00.000Z',
    },
  );
  return { store, site, folder };
}

test('the newest stand first, in pages, with what their stories said', async () => {
  const { store, site, folder } = await filled();
  const all = await store.findReceipts({ ...ALL, limit: 2 });
  expect(all).toMatchObject({ total: 3, isCut: false });
  expect(all.rows.map(({ about }) => about?.headline)).toEqual(['Lũ về Ba Bể', 'Hòa bình trên cao nguyên']);
  expect(all.rows[0]).toMatchObject({ isHere: true, about: { byline: 'Vi Sơn', words: 9, credits: [] } });
  expect(all.rows[0]).not.toHaveProperty('publicationId');
  expect(await found(store, { offset: 2 })).toEqual(['Chợ phiên Bằng Lũng']);
  expect(all.facets).toEqual({
    destinations: [
      { value: site, name: 'Trang báo mới', count: 2 },
      { value: folder, name: 'Thư mục', count: 1 },
    ],
    statuses: expect.arrayContaining([
      { value: 'published', count: 2 },
      { value: 'scheduled', count: 1 },
    ]),
    differing: 1,
  });
});

test.each([
  ['cho phien', ['Chợ phiên Bằng Lũng']],
  ['chợ', ['Chợ phiên Bằng Lũng']],
  ['lù', []],
  ['hoà bình', ['Hòa bình trên cao nguyên']],
  ['vi son', ['Lũ về Ba Bể']],
  ['tác giả:lường', ['Chợ phiên Bằng Lũng']],
  ['tít:"lũ về"', ['Lũ về Ba Bể']],
  ['tít:sơn', []],
  ['tag:lũ', []],
  ['bao.example', ['Chợ phiên Bằng Lũng']],
  ['https://bao.example/chợ-phiên', ['Chợ phiên Bằng Lũng']],
  ['thị hoa', ['Chợ phiên Bằng Lũng']],
  ['trang bao', ['Hòa bình trên cao nguyên', 'Chợ phiên Bằng Lũng']],
  ['trạng thái:nháp', []],
])('%s finds %j', async (text, headlines) => {
  const { store } = await filled();
  expect(await found(store, { text })).toEqual(headlines);
});

test('the filters hold together', async () => {
  const { store, site, folder } = await filled();
  expect(await found(store, { destinations: [site] })).toHaveLength(2);
  expect(await found(store, { destinations: [folder], differing: true })).toEqual(['Lũ về Ba Bể']);
  expect(await found(store, { destinations: [site], differing: true })).toEqual([]);
  expect(await found(store, { statuses: ['scheduled', 'withdrawn'] })).toEqual(['Hòa bình trên cao nguyên']);
  const [from, before] = ['2026-11-02T01:00:00.000Z', '2026-11-03T01:00:00.000Z'];
  expect(await found(store, { from, before })).toEqual(['Hòa bình trên cao nguyên']);
});

test('what is published after the first question is found, and outlives its story', async () => {
  const { store, site } = await filled();
  expect(await found(store, { text: 'muộn' })).toEqual([]);
  const { storyId } = await published(store, site, { headline: 'Tin đến muộn' });
  good(await store.trashStory(storyId));
  good(await store.deleteStory(storyId));
  const { rows } = await store.findReceipts({ ...ALL, text: 'muộn' });
  expect(rows).toMatchObject([{ isHere: false, about: { headline: 'Tin đến muộn' } }]);
});

test('a receipt of an earlier version knows its story from what was published', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const receipt = await published(store, await destination(store), { headline: 'Tin cũ', byline: 'Vi Sơn' });
  await store.close();
  // As it was written before receipts said anything of the story.
  const [row = {}] = look(folder, 'SELECT * FROM receipts');
  const { about, ...rest } = JSON.parse(String(row.data));
  expect(about).toMatchObject({ headline: 'Tin cũ' });
  const data = JSON.stringify(rest);
  hurt(folder, 'UPDATE receipts SET data = ?, sum = ?', data, seal('receipts', { ...row, data } as Row));
  const again = await open(folder);
  const { rows } = await again.findReceipts({ ...ALL, text: 'vi son' });
  expect(rows).toMatchObject([{ id: receipt.id, about: { headline: 'Tin cũ', byline: 'Vi Sơn', words: 7 } }]);
});
