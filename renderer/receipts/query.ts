import type { ReceiptFind, RemoteState } from '../../preload/contract.ts';
import { type DateFilter, periodOf } from '../library/query.ts';

/** The filters that hold a list of values. */
export const LIST_VALUES = ['destinations', 'statuses'] as const;
export type ReceiptList = (typeof LIST_VALUES)[number];

/** What the person asks of the receipts. */
export type ReceiptQuery = Pick<ReceiptFind, 'text' | 'destinations' | 'statuses' | 'differing'> & { date: DateFilter };

export const EVERY_RECEIPT: ReceiptQuery = {
  text: '',
  destinations: [],
  statuses: [],
  differing: false,
  date: { kind: 'any' },
};

/** More values of one list than that main does not take. */
const MOST = 50;

/** With a value of a list switched on or off. */
export function toggledIn(query: ReceiptQuery, list: ReceiptList, value: string): ReceiptQuery {
  const values: readonly string[] = query[list];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].slice(-MOST);
  return list === 'statuses' ? { ...query, statuses: next as RemoteState[] } : { ...query, destinations: next };
}

/** Without any filter; the search stays. */
export const withoutFilters = ({ text }: ReceiptQuery): ReceiptQuery => ({ ...EVERY_RECEIPT, text });

export const hasFilters = (query: ReceiptQuery): boolean =>
  LIST_VALUES.some((list) => query[list].length > 0) || query.differing || query.date.kind !== 'any';

/** What main is asked, at this moment (epoch milliseconds). */
export function toReceiptFind({ date, ...rest }: ReceiptQuery, now: number): Omit<ReceiptFind, 'offset' | 'limit'> {
  return { ...rest, ...periodOf(date, now) };
}

/** The month before this one, whole: what fees are counted for. */
export function lastMonth(now: number): { from: string; to: string } {
  const today = new Date(now);
  const day = (at: Date) =>
    [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return {
    from: day(new Date(today.getFullYear(), today.getMonth() - 1, 1)),
    to: day(new Date(today.getFullYear(), today.getMonth(), 0)),
  };
}
