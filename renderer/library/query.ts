import type { Find } from '../../preload/contract.ts';
import { SHOWN_STATUSES, type ShownStatus } from '../../story/model.ts';

export const SHELF_VALUES = ['all', 'inbox', 'pinned', 'recent', 'trash'] as const;
export const STATUS_VALUES = SHOWN_STATUSES;
export type StatusValue = ShownStatus;
export const PERIODS = ['today', 'last7', 'last30'] as const;
/** When a story was last changed: a period that moves with the clock, or whole days (YYYY-MM-DD, '' open) of this computer's zone. */
export type DateFilter = { kind: 'any' | (typeof PERIODS)[number] } | { kind: 'between'; from: string; to: string };
export type Sort = Find['sort'];
export type Shelf = Find['shelf'];

/** What the person asks of the library; the list, the table and the board show the same. */
export type Query = {
  text: string;
  shelf: Shelf;
  statuses: StatusValue[];
  sections: string[];
  authors: string[];
  destinations: string[];
  date: DateFilter;
  /** Without a search, and with one; each in its natural direction unless `reversed`. */
  sort: Exclude<Sort, 'relevance'>;
  searchSort: Sort;
  reversed: boolean;
};

export const EVERYTHING: Query = {
  text: '',
  shelf: 'all',
  statuses: [],
  sections: [],
  authors: [],
  destinations: [],
  date: { kind: 'any' },
  sort: 'updated',
  searchSort: 'relevance',
  reversed: false,
};

export const isSearch = ({ text }: Query): boolean => text.trim() !== '';

/** The order that holds now. */
export const sortOf = (query: Query): Sort => (isSearch(query) ? query.searchSort : query.sort);

/** The orders there are to choose from now; the inbox and the last opened have one of their own. */
export const sortsFor = (query: Query): Sort[] =>
  query.shelf === 'recent' || query.shelf === 'inbox'
    ? []
    : [...(isSearch(query) ? (['relevance'] as const) : []), 'updated', 'created', 'headline', 'words', 'deadline'];

/** Headlines go from a to z, and the next deadline stands first; so do the newest, the longest and the best. */
export const isDescending = (query: Query): boolean => !ASCENDING.includes(sortOf(query)) !== query.reversed;
const ASCENDING: readonly Sort[] = ['headline', 'deadline'];

/** Sorted by that; chosen again, the other way round. The best matches have no other way. */
export function sortedBy(query: Query, sort: Sort): Query {
  const reversed = sort === sortOf(query) && sort !== 'relevance' && !query.reversed;
  if (isSearch(query)) return { ...query, searchSort: sort, reversed };
  return sort === 'relevance' ? query : { ...query, sort, reversed };
}

/** With another text to look for; the order of a search is its own, so a turned one is forgotten where it begins or ends. */
export function withText(query: Query, text: string): Query {
  const next = { ...query, text: text.slice(0, 2_000) };
  return isSearch(next) === isSearch(query) ? next : { ...next, reversed: false };
}

/** The question for main, at this moment (epoch milliseconds); days begin at midnight of this computer's zone. */
export function toFind(query: Query, now: number, offset = 0, limit = 0): Find {
  const { text, shelf, statuses, sections, authors, destinations } = query;
  return {
    text,
    shelf,
    statuses,
    sections,
    authors,
    destinations,
    ...periodOf(query.date, now),
    sort: sortOf(query),
    descending: isDescending(query),
    offset,
    limit,
  };
}

/** The instants that a period goes from and ends before, at this moment; null: open. */
export function periodOf(date: DateFilter, now: number): Pick<Find, 'from' | 'before'> {
  const today = new Date(now);
  const daysBack = (days: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).toISOString();
  switch (date.kind) {
    case 'any':
      return { from: null, before: null };
    case 'today':
      return { from: daysBack(0), before: null };
    case 'last7':
      return { from: daysBack(6), before: null };
    case 'last30':
      return { from: daysBack(29), before: null };
    case 'between':
      return { from: midnight(date.from, 0), before: midnight(date.to, 1) };
  }
}

/** The beginning of a day, or of the one after it; null for what is no day. */
function midnight(day: string, after: 0 | 1): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(date) + after);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
