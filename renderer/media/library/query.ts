import type { PhotoFind, PhotoFlag } from '../../../preload/contract.ts';
import { type DateFilter, periodOf } from '../../library/query.ts';

export type PhotoSort = PhotoFind['sort'];
export const SORT_VALUES = ['imported', 'taken', 'name', 'size'] as const satisfies readonly PhotoSort[];
export const USAGE_VALUES = ['any', 'used', 'unused'] as const;
export const FLAG_VALUES = ['noCredit', 'restricted', 'ai'] as const satisfies readonly PhotoFlag[];
export const DATE_VALUES = ['taken', 'imported'] as const;
/** The filters that hold a list of values. */
export const LIST_VALUES = ['credits', 'photographers', 'types', 'flags'] as const;
export type PhotoList = (typeof LIST_VALUES)[number];

/** What the person asks of the photos. */
export type PhotoQuery = Pick<PhotoFind, 'text' | 'credits' | 'photographers' | 'types' | 'usage' | 'flags'> & {
  dateOf: (typeof DATE_VALUES)[number];
  date: DateFilter;
  sort: PhotoSort;
  reversed: boolean;
};

export const EVERY_PHOTO: PhotoQuery = {
  text: '',
  credits: [],
  photographers: [],
  types: [],
  usage: 'any',
  flags: [],
  dateOf: 'taken',
  date: { kind: 'any' },
  sort: 'imported',
  reversed: false,
};

/** Names go from a to z; the newest and the largest stand first. */
export const isDescending = ({ sort, reversed }: PhotoQuery): boolean => (sort !== 'name') !== reversed;

/** More values of one list than that main does not take. */
const MOST = 50;

/** With a value of a list switched on or off. */
export function toggledIn(query: PhotoQuery, list: PhotoList, value: string): PhotoQuery {
  const values: readonly string[] = query[list];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].slice(-MOST);
  return { ...query, [list]: next };
}

/** Without any filter; the search and the order stay. */
export const withoutFilters = (query: PhotoQuery): PhotoQuery => ({
  ...EVERY_PHOTO,
  text: query.text,
  sort: query.sort,
  reversed: query.reversed,
});

export const hasFilters = (query: PhotoQuery): boolean =>
  LIST_VALUES.some((list) => query[list].length > 0) || query.usage !== 'any' || query.date.kind !== 'any';

/** The question for main, at this moment (epoch milliseconds). */
export function toPhotoFind(query: PhotoQuery, now: number): PhotoFind {
  const { date, reversed, ...rest } = query;
  const { from, before } = periodOf(date, now);
  // A camera's clock knows no zone: photos taken go by the day as it was there.
  const at = query.dateOf === 'taken' ? dayOf : (instant: string | null) => instant;
  return { ...rest, from: at(from), before: at(before), descending: isDescending(query), offset: 0, limit: 0 };
}

/** The day of an instant on this computer, YYYY-MM-DD. */
function dayOf(instant: string | null): string | null {
  if (instant === null) return null;
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
