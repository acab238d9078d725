import { expect, test } from 'vitest';
import { allReceipts } from '../../../main/receipts/all.ts';
import { storiesPaidFor } from '../../../main/receipts/fees.ts';
import { receiptTable } from '../../../main/receipts/tables.ts';
import { textsFor } from '../../../main/texts.ts';
import type { ReceiptFind, ReceiptRow } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { readCsv } from './csv.ts';

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T01:00:00.000Z`;
const NOVEMBER = { from: '2026-11-01T00:00:00.000Z', before: '2026-12-01T00:00:00.000Z' };

function receipt(storyId: string, at: string, more: Partial<ReceiptRow> & { words?: number } = {}): ReceiptRow {
  const { words = 100, ...rest } = more;
  return {
    ...{
      id: newId(),
      storyId,
      destinationId: newId(),
      destinationName: 'Báo',
      remoteId: '1',
      url: 'https://bao.example/1',
    },
    ...{ at, hash: 'a'.repeat(64), operation: 'created', asked: 'publish', status: 'published', scheduledFor: null },
    ...{ approvedBy: null, publishedBy: 'An', differences: [], isHere: true },
    about: { headline: storyId, byline: 'Bài: An', section: '', words, credits: [] },
    ...rest,
  };
}
/** What is paid for, as "story words". */
const paid = (rows: ReceiptRow[], period = NOVEMBER): string[] =>
  storiesPaidFor(
    rows.sort((a, b) => (a.at < b.at ? 1 : -1)),
    period,
  ).map(({ headline, words }) => `${headline} ${words}`);

test('once, however many places it went to, as it stood at the end', () => {
  const rows = [receipt('a', day(2)), receipt('a', day(2), { words: 120 }), receipt('a', day(20), { words: 300 })];
  expect(paid(rows)).toEqual(['a 300']);
  expect(paid(rows, { ...NOVEMBER, before: day(10) })).toEqual([expect.stringMatching(/^a 1[02]0$/)]);
});

test('in the period of its first publication, not again for what came later', () => {
  const before = '2026-10-31T16:00:00.000Z';
  expect(paid([receipt('a', before), receipt('a', day(3), { asked: 'correct', words: 101 })])).toEqual([]);
  expect(
    paid([receipt('a', before), receipt('a', day(3))], { from: '2026-10-01T00:00:00.000Z', before: day(1) }),
  ).toEqual(['a 100']);
});

test('one that is scheduled, on the day it is scheduled for', () => {
  const scheduled = receipt('a', day(30), { status: 'scheduled', scheduledFor: '2026-12-02T00:00:00.000Z' });
  expect(paid([scheduled])).toEqual([]);
  expect(paid([scheduled], { from: NOVEMBER.before, before: '2027-01-01T00:00:00.000Z' })).toEqual(['a 100']);
});

test('what was only handed over is not published; what was taken back was', () => {
  const handed = (['pending', 'private', 'draft'] as const).map((status) => receipt(status, day(3), { status }));
  expect(paid(handed)).toEqual([]);
  expect(paid([receipt('a', day(3), { status: 'pending' }), receipt('a', day(9), { words: 90 })])).toEqual(['a 90']);
  expect(paid([receipt('a', day(3)), receipt('a', day(9), { status: 'withdrawn', words: 1 })])).toEqual(['a 100']);
});

test('where one receipt lost what it was made from, another one of the story says it', () => {
  expect(paid([receipt('a', day(3)), receipt('a', day(4), { about: null })])).toEqual(['a 100']);
  expect(paid([receipt('a', day(3), { about: null })])).toEqual([]);
});

test('all receipts are read page by page, also while more come in and more are still being read', async () => {
  const rows = Array.from({ length: 450 }, (_, index) => receipt(String(index), day(1)));
  let asked = 0;
  const found = await allReceipts(
    {
      // Stands in for a store that has just been opened, and publishes while it is asked.
      async findReceipts({ offset, limit }: ReceiptFind) {
        asked++;
        if (limit > 0 && asked === 5) rows.unshift(receipt('late', day(2)));
        const facets = { destinations: [], statuses: [], differing: 0 };
        return { total: rows.length, isCut: asked < 3, rows: rows.slice(offset, offset + limit), facets };
      },
    },
    { text: '', destinations: [], statuses: [], differing: false, from: null, before: null },
  );
  expect(new Set(found.map(({ storyId }) => storyId)).size).toBe(found.length);
  expect(found.length).toBeGreaterThanOrEqual(450);
});

test('the table is on the newsroom’s clock, and leaves empty what is lost', () => {
  const rows = [
    receipt('a', '2026-11-30T20:00:00.000Z', { scheduledFor: '2026-12-01T00:30:00.000Z' }),
    receipt('b', day(1), { about: null }),
  ];
  const [header = [], first = [], second = []] = readCsv(
    receiptTable(
      rows,
      textsFor(() => 'vi'),
      'Asia/Ho_Chi_Minh',
    ),
  );
  const of = (row: string[], name: string) => row[header.indexOf(name)];
  expect([of(first, 'Thời gian'), of(first, 'Hẹn đăng lúc')]).toEqual(['2026-12-01 03:00:00', '2026-12-01 07:30:00']);
  expect([of(first, 'Tình trạng'), of(first, 'Việc'), of(first, 'Số chữ')]).toEqual(['Đã đăng', 'Đăng', '100']);
  expect([of(second, 'Tít'), of(second, 'Số chữ'), of(second, 'Số ảnh')]).toEqual(['', '', '']);
});
