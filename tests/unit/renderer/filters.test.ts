import { expect, test } from 'vitest';
import type { StoryRow } from '../../../preload/contract.ts';
import { filterStories } from '../../../renderer/library/filter.ts';
import { filterByName } from '../../../renderer/palette/filter.ts';
import { newId } from '../../../story/ids.ts';

const row = (headline: string, status: StoryRow['status'], updatedAt: string, kicker = ''): StoryRow => ({
  id: newId(),
  headline,
  kicker,
  status,
  changedSince: false,
  words: 0,
  createdAt: '2021-06-01T00:00:00.000Z',
  updatedAt: `2021-06-${updatedAt}T00:00:00.000Z`,
});
const rows = [
  row('Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống', 'draft', '10'),
  row('Lễ hội Lồng Tồng', 'published', '14', 'Ba Bể'),
  row('Thị trường miến dong', 'inReview', '12'),
];
const headlines = (list: StoryRow[]) => list.map(({ headline }) => headline.slice(0, 6));

test('a query without accents finds what has them, in any order of words', () => {
  expect(headlines(filterStories(rows, 'dang bac kan', 'all'))).toEqual(['Thành ']);
  expect(headlines(filterStories(rows, 'ĐẢNG', 'all'))).toEqual(['Thành ']);
  expect(headlines(filterStories(rows, 'ba be', 'all'))).toEqual(['Lễ hội']);
});

test('the last changed stands first, and the status filter holds', () => {
  expect(headlines(filterStories(rows, '', 'all'))).toEqual(['Lễ hội', 'Thị tr', 'Thành ']);
  expect(headlines(filterStories(rows, '', 'inReview'))).toEqual(['Thị tr']);
  expect(filterStories(rows, 'khong co', 'all')).toEqual([]);
});

test('the palette finds commands without accents, those that begin with the query first', () => {
  const names = ['Mở tệp được gửi', 'Đăng bài', 'Thiết đặt', 'Góp ý cho đoạn đang chọn'].map((label) => ({ label }));
  expect(filterByName(names, 'dang').map(({ label }) => label)).toEqual(['Đăng bài', 'Góp ý cho đoạn đang chọn']);
  expect(filterByName(names, 'dat thiet')).toEqual([{ label: 'Thiết đặt' }]);
  expect(filterByName(names, ' ')).toHaveLength(4);
});
