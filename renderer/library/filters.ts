import { EVERYTHING, type Query } from './query.ts';

/** The filters that hold a list of values. */
export const LISTS = ['statuses', 'sections', 'authors', 'destinations'] as const;
export type ListName = (typeof LISTS)[number];

/** One filter that is on, as a chip shows it. */
export type Chip = { list: ListName; value: string } | { list: 'date'; value: '' };

/** The filters that are on, in the order of the filter's groups. */
export const chipsOf = (query: Query): Chip[] => [
  ...LISTS.flatMap((list) => query[list].map((value) => ({ list, value }))),
  ...(query.date.kind === 'any' ? [] : [{ list: 'date', value: '' } as const]),
];

/** More values of one list than that main does not take. */
const MOST = 50;

/** With a value of a list switched on or off. */
export function toggled(query: Query, list: ListName, value: string): Query {
  const values: readonly string[] = query[list];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].slice(-MOST);
  return { ...query, [list]: next };
}

export const without = (query: Query, chip: Chip): Query =>
  chip.list === 'date' ? { ...query, date: { kind: 'any' } } : toggled(query, chip.list, chip.value);

/** Without any filter; the search, the shelf and the order stay. */
export const unfiltered = (query: Query): Query => ({
  ...query,
  statuses: [],
  sections: [],
  authors: [],
  destinations: [],
  date: EVERYTHING.date,
});

/** The values of a facet, those that are on also where nothing has them (any more), so that they can be switched off. */
export function choices(facet: readonly { value: string; count: number }[], on: readonly string[]) {
  const known = new Set(facet.map(({ value }) => value));
  return [...facet, ...on.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))];
}
