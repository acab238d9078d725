import { describe, expect, test } from 'vitest';
import type { Find } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { addition, good, makeFolder, open } from '../store/make.ts';
import { EVERYTHING } from './everything.ts';
import { add, headlines, marked, storyOf } from './library.ts';

const ask = (rest: Partial<Find>): Find => ({ ...EVERYTHING, ...rest });

test('rows tell where a story is filed', async () => {
  const store = await open(makeFolder());
  const story = storyOf({ headline: 'Mưa lũ', section: ' Thời sự ', byline: 'Nông Lan', tags: 'lũ, bão; lũ' }, [
    'Một.',
  ]);
  await add(store, story);
  const found = await store.findStories(EVERYTHING);
  expect(found).toMatchObject({ total: 1, isCut: false });
  expect(found.rows).toMatchObject([
    {
      id: story.id,
      headline: 'Mưa lũ',
      section: 'Thời sự',
      byline: 'Nông Lan',
      tags: ['lũ', 'bão'],
      status: 'draft',
      changedSince: false,
      words: 3,
      destinations: [],
      pinned: false,
      trashedAt: null,
      openedAt: null,
      hit: null,
    },
  ]);
});

describe('words', () => {
  const fields = { headline: 'Đảng bộ tỉnh họp', byline: 'Đắc Thị Hòa', tags: 'đại hội, xây dựng Đảng' };
  const body = ['Hội nghị bàn việc chống lũ ở Đắk Lắk.', 'Ông nói: “Nước đã rút.” Bảo đảm an toàn.'];
  test.each([
    ['dang bo', 'headline: [Đảng] [bộ] tỉnh họp'],
    ['đảng bộ', 'headline: [Đảng] [bộ] tỉnh họp'],
    ['ĐẢNG b', 'headline: [Đảng] [bộ] tỉnh họp'],
    ['đảng bộ'.normalize('NFD'), 'headline: [Đảng] [bộ] tỉnh họp'],
    ['dang bo ', 'headline: [Đảng] [bộ] tỉnh họp'],
    ['đang bộ', null],
    ['dak', 'body: Hội nghị bàn việc chống lũ ở [Đắk] Lắk.'],
    ['Đắk', 'body: Hội nghị bàn việc chống lũ ở [Đắk] Lắk.'],
    ['Đăk', null],
    ['dan', 'headline: [Đảng] bộ tỉnh họp'],
    ['dan ', null],
    ['dan* ', 'headline: [Đảng] bộ tỉnh họp'],
    ['"bo tinh"', 'headline: Đảng [bộ tỉnh] họp'],
    ['"bo hop"', null],
    ['"nói nước đã rút bảo"', 'body: Ông [nói: “Nước đã rút.” Bảo] đảm an toàn.'],
    ['"họp hội"', null],
    ['hop lu', 'headline: Đảng bộ tỉnh [họp]'],
    ['hop bao', 'headline: Đảng bộ tỉnh [họp]'],
    ['chong lu dak', 'body: Hội nghị bàn việc [chống] [lũ] ở [Đắk] Lắk.'],
    ['by:hoà', 'byline: Đắc Thị [Hòa]'],
    ['tác giả:đảng', null],
    ['tag:"xây dựng đảng"', 'tags: [xây dựng Đảng]'],
    ['tag:"hội xây"', null],
    ['tít:lũ', null],
    ['tit:hop by:hoa', 'headline: Đảng bộ tỉnh [họp]'],
    ['lũ bão', null],
  ])('%s', async (text, expected) => {
    const store = await open(makeFolder());
    await add(store, storyOf(fields, body), storyOf({ headline: 'Khác' }, ['Không có gì.']));
    const found = await store.findStories(ask({ text }));
    expect(found.rows.map(({ hit }) => marked(hit))).toEqual(expected === null ? [] : [expected]);
    expect(found.total).toBe(found.rows.length);
  });
});

test('the other headlines, the sources and the slug are found, and named', async () => {
  const store = await open(makeFolder());
  const fields = {
    ...{ headline: 'Đường mới', headlineSeo: 'Nếp tím Khuổi Thàng', headlineSocial: 'Xuống phố' },
    ...{ sources: 'Hợp tác xã\nTTXVN', slug: 'mua-nep-2026', byline: 'Bài: Thu Hà\nẢnh: Lê Minh' },
  };
  await add(store, storyOf(fields, ['Một.']));
  const hits = async (text: string) => (await store.findStories(ask({ text }))).rows.map(({ hit }) => marked(hit));
  expect(await hits('tít:"nep tim"')).toEqual(['headlines: [Nếp tím] Khuổi Thàng']);
  expect(await hits('ttxvn')).toEqual(['sources: Hợp tác xã [TTXVN]']);
  expect(await hits('mua-nep')).toEqual(['other: [mua-nep]-2026']);
  const [row] = (await store.findStories(EVERYTHING)).rows;
  expect(row?.byline).toBe('Bài: Thu Hà; Ảnh: Lê Minh');
});

test('a record that was just appended is found, and what it replaced is not', async () => {
  const store = await open(makeFolder());
  const story = storyOf({ headline: 'Lũ' }, ['Nước lên.']);
  await add(store, story);
  expect(headlines(await store.findStories(ask({ text: 'lên' })))).toEqual(['Lũ']);
  good(await store.appendRecord(story.id, 0, addition(story, 'Cầu Thác Giềng sập.'), 'an'));
  expect(headlines(await store.findStories(ask({ text: '"thac gieng"' })))).toEqual(['Lũ']);
  good(await store.appendRecord(story.id, 1, { fields: { headline: 'Bão' }, removed: [story.body[0]!.id] }, 'an'));
  expect(headlines(await store.findStories(ask({ text: 'lên' })))).toEqual([]);
  expect(headlines(await store.findStories(ask({ text: 'tít:bão' })))).toEqual(['Bão']);
});

test('filters narrow, facets count what they could have been', async () => {
  const store = await open(makeFolder());
  await add(
    store,
    storyOf({ headline: 'A', section: 'Kinh tế', byline: 'Lan' }),
    storyOf({ headline: 'Ă', section: 'Kinh tế', byline: 'Hoa' }, [], { status: 'inReview' }),
    storyOf({ headline: 'Â', section: 'Xã hội', byline: 'Lan' }),
    storyOf({ headline: 'B' }),
  );
  const sorted = { sort: 'headline', descending: false } as const;
  const found = await store.findStories(ask({ ...sorted, sections: ['Kinh tế', 'Xã hội'], authors: ['Lan'] }));
  expect(headlines(found)).toEqual(['A', 'Â']);
  expect(found.facets).toEqual({
    statuses: { draft: 3, inReview: 1 },
    sections: [
      { value: 'Kinh tế', count: 2 },
      { value: 'Xã hội', count: 1 },
    ],
    authors: [
      { value: 'Lan', count: 2 },
      { value: 'Hoa', count: 1 },
    ],
    destinations: [],
  });
  expect(headlines(await store.findStories(ask({ ...sorted, statuses: ['inReview'] })))).toEqual(['Ă']);
  expect(headlines(await store.findStories(ask({ ...sorted, text: 'status:draft' })))).toEqual(['A', 'Â', 'B']);
  expect(headlines(await store.findStories(ask({ ...sorted, destinations: [newId()] })))).toEqual([]);
  const page = await store.findStories(ask({ sort: 'headline', descending: true, offset: 1, limit: 2 }));
  expect([page.total, headlines(page)]).toEqual([4, ['Â', 'Ă']]);
  const { rows } = await store.findStories(EVERYTHING);
  const [newest, oldest] = [rows[0]!.updatedAt, rows[3]!.updatedAt];
  expect((await store.findStories(ask({ from: oldest, before: newest }))).rows).not.toHaveLength(0);
  expect((await store.findStories(ask({ before: oldest }))).rows).toEqual([]);
});

test('headlines, sections and authors stand by the Vietnamese alphabet', async () => {
  const store = await open(makeFolder());
  const names = ['Em bé', 'Đường mới', 'Dự án', 'Ăn Tết', 'Áo mới', 'Kỳ 10', 'Ấm no', 'Kỳ 2'];
  await add(store, ...names.map((name) => storyOf({ headline: name, section: name, byline: name })));
  const found = await store.findStories(ask({ sort: 'headline', descending: false }));
  const order = ['Áo mới', 'Ăn Tết', 'Ấm no', 'Dự án', 'Đường mới', 'Em bé', 'Kỳ 2', 'Kỳ 10'];
  expect(headlines(found)).toEqual(order);
  expect(found.facets.sections.map(({ value }) => value)).toEqual(order);
  expect(found.facets.authors.map(({ value }) => value)).toEqual(order);
});

test('a space kept together at the end of a line is a space', async () => {
  const store = await open(makeFolder());
  await add(
    store,
    storyOf({ headline: 'Vốn 3.700\u00a0tỷ\u00a0đồng về TP.\u00a0Bắc\u00a0Kạn' }),
    storyOf({ headline: 'Khác' }),
  );
  for (const text of ['"bac kan"', '"Bắc Kạn"', 'tp bac', '"tỷ đồng về"', 'tít:"ty dong"'])
    expect(headlines(await store.findStories(ask({ text }))), text).toHaveLength(1);
});
