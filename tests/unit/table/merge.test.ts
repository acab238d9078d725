import { expect, test } from 'vitest';
import type { Table } from '../../../story/model.ts';
import { resolveConflict } from '../../../story/review/merge.ts';
import { figure, idOf, merge, para, story } from '../review/kit.ts';

const table = (rows: string[][], more: Partial<Table> = {}): Table => ({
  id: idOf(1),
  type: 'table',
  header: true,
  caption: 'Số hộ',
  rows,
  ...more,
});
const base = story([
  table([
    ['Xã', 'Hộ'],
    ['Bản Thi', '120'],
  ]),
  para(2, 'Hết.'),
]);
const other = (rows: string[][], more: Partial<Table> = {}) => story([table(rows, more), para(2, 'Hết.')]);

test('cells of one shape merge one by one, and so do caption and headers', () => {
  const ours = other(
    [
      ['Xã', 'Số hộ'],
      ['Bản Thi', '120'],
    ],
    { headerColumn: true },
  );
  const theirs = other(
    [
      ['Xã', 'Hộ'],
      ['Bản Thi', '125'],
    ],
    { caption: 'Số hộ, 2026' },
  );
  const merged = merge(base, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.story.body[0]).toEqual(
    table(
      [
        ['Xã', 'Số hộ'],
        ['Bản Thi', '125'],
      ],
      { headerColumn: true, caption: 'Số hộ, 2026' },
    ),
  );
});

test('one cell changed by both: ours stands, a conflict asks, and either can be chosen', () => {
  const merged = merge(
    base,
    other([
      ['Xã', 'Hộ'],
      ['Bản Thi', '125'],
    ]),
    other([
      ['Xã', 'Hộ'],
      ['Bản Thi', '130'],
    ]),
  );
  const [conflict] = merged.conflicts;
  expect(conflict).toMatchObject({ anchor: { block: idOf(1), cell: [1, 1] }, ours: '125', theirs: '130' });
  expect(merged.story.body[0]).toMatchObject({
    rows: [
      ['Xã', 'Hộ'],
      ['Bản Thi', '125'],
    ],
  });
  const chosen = resolveConflict(merged.story, conflict!.id, 'theirs');
  expect(chosen.body[0]).toMatchObject({
    rows: [
      ['Xã', 'Hộ'],
      ['Bản Thi', '130'],
    ],
  });
  // A row put in above since: the cell is found by its words.
  const [first] = merged.story.body as [Table];
  const longer = {
    ...merged.story,
    body: [{ ...first, rows: [...first.rows.slice(0, 1), ['Mới', '1'], ...first.rows.slice(1)] }],
  };
  expect(resolveConflict(longer, conflict!.id, 'theirs').body[0]).toMatchObject({
    rows: [
      ['Xã', 'Hộ'],
      ['Mới', '1'],
      ['Bản Thi', '130'],
    ],
  });
});

test('a row or column that one side put in, and a cell that the other wrote in, both count, whichever side it was', () => {
  const shaped = other([
    ['Xã', 'Năm', 'Hộ'],
    ['Mới', '', '1'],
    ['Bản Thi', '', '120'],
  ]);
  const written = other([
    ['Xã', 'Hộ'],
    ['Bản Thi', '125'],
  ]);
  for (const merged of [merge(base, shaped, written), merge(base, written, shaped)]) {
    expect(merged.conflicts).toEqual([]);
    expect(merged.story.body[0]).toEqual(
      table([
        ['Xã', 'Năm', 'Hộ'],
        ['Mới', '', '1'],
        ['Bản Thi', '', '125'],
      ]),
    );
  }
});

test('received again, it changes nothing', () => {
  const shaped = other([
    ['Xã', 'Hộ'],
    ['Mới', '1'],
    ['Bản Thi', '120'],
  ]);
  const written = other([
    ['Xã', 'Hộ'],
    ['Bản Thi', '125'],
  ]);
  const once = merge(base, shaped, written).story;
  expect(merge(base, once, written)).toMatchObject({ story: { body: once.body }, conflicts: [] });
});

test('where the row that the other wrote in is gone, both tables stand, each with a question', () => {
  const written = other([
    ['Xã', 'Hộ'],
    ['Bản Thi', '9'],
  ]);
  const merged = merge(base, other([['Xã', 'Hộ']]), written);
  expect(merged.story.body.map((block) => block.type)).toEqual(['table', 'table', 'paragraph']);
  expect(merged.conflicts.map(({ ours, theirs }) => [ours === '', theirs === ''])).toEqual([
    [false, true],
    [true, false],
  ]);
  const kept = resolveConflict(merged.story, merged.conflicts[1]!.id, 'ours');
  expect(kept.body).toHaveLength(2);
});

test('taken out by one side, changed by the other: it stays', () => {
  const merged = merge(
    base,
    story([para(2, 'Hết.')]),
    other([
      ['Xã', 'Hộ'],
      ['Bản Thi', '9'],
    ]),
  );
  expect(merged.story.body[0]).toEqual(
    table([
      ['Xã', 'Hộ'],
      ['Bản Thi', '9'],
    ]),
  );
  expect(merged.conflicts).toHaveLength(1);
});

test('under one id a table on one side and text, or a figure, on the other are two blocks, whichever side it is', () => {
  const start = story([para(1, 'Một câu.'), para(2, 'Hết.')]);
  for (const solid of [table([['a']]), figure(1)]) {
    const there = story([solid, para(2, 'Hết.')]);
    const typed = story([para(1, 'Một câu dài.'), para(2, 'Hết.')]);
    for (const merged of [merge(start, typed, there), merge(start, there, typed)]) {
      expect(merged.story.body.map((block) => block.type).sort()).toEqual(
        ['paragraph', 'paragraph', solid.type].sort(),
      );
      expect(JSON.stringify(merged.story.body)).toContain('Một câu dài.');
    }
  }
});
