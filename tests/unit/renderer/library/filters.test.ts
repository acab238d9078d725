import { expect, test } from 'vitest';
import { findSchema } from '../../../../preload/contract.ts';
import { chipsOf, choices, toggled, unfiltered, without } from '../../../../renderer/library/filters.ts';
import { EVERYTHING, type Query, toFind } from '../../../../renderer/library/query.ts';

const on: Query = {
  ...EVERYTHING,
  text: 'lúa',
  shelf: 'pinned',
  statuses: ['draft', 'approved'],
  authors: ['Hà An'],
  date: { kind: 'today' },
  sort: 'words',
};

test('each filter that is on is a chip, which takes it away again', () => {
  expect(chipsOf(EVERYTHING)).toEqual([]);
  const chips = chipsOf(on);
  expect(chips).toEqual([
    { list: 'statuses', value: 'draft' },
    { list: 'statuses', value: 'approved' },
    { list: 'authors', value: 'Hà An' },
    { list: 'date', value: '' },
  ]);
  expect(chips.reduce(without, on)).toEqual(unfiltered(on));
});

test('clearing the filters leaves the search, the shelf and the order', () => {
  expect(unfiltered(on)).toEqual({ ...EVERYTHING, text: 'lúa', shelf: 'pinned', sort: 'words' });
});

test('a value is switched on and off', () => {
  const filtered = toggled(EVERYTHING, 'sections', 'Xã hội');
  expect(filtered.sections).toEqual(['Xã hội']);
  expect(toggled(filtered, 'sections', 'Xã hội').sections).toEqual([]);
});

test('no more values are on than main takes', () => {
  let query = EVERYTHING;
  for (let index = 0; index < 60; index++) query = toggled(query, 'authors', `Tác giả ${index}`);
  expect(findSchema.safeParse(toFind(query, Date.now())).success).toBe(true);
  expect(query.authors.at(-1)).toBe('Tác giả 59');
});

test('a value that is on can be switched off also where no story has it any more', () => {
  expect(choices([{ value: 'a', count: 2 }], ['a', 'b'])).toEqual([
    { value: 'a', count: 2 },
    { value: 'b', count: 0 },
  ]);
});
