import type { Receipt } from '../../../../preload/contract.ts';
import type { About } from '../../../../story/receipts/about.ts';
import type { QueryField } from '../../../../story/text/query.ts';
import { type Words, wordsIn } from '../words.ts';

/** What is held of every receipt: what filters and the order look at, and its words. */
export type ReceiptEntry = Pick<Receipt, 'id' | 'storyId' | 'destinationId' | 'destinationName' | 'at' | 'status'> & {
  readonly differs: boolean;
  readonly words: Words;
  /** Its words where a term asks for one field only. */
  readonly fields: Readonly<Partial<Record<QueryField, Words>>>;
};

export function entryOf(receipt: Receipt, about: About | null): ReceiptEntry {
  const { id, storyId, destinationId, destinationName, at, status, url, approvedBy, publishedBy } = receipt;
  const { headline = '', byline = '', section = '', credits = [] } = about ?? {};
  const people = [approvedBy ?? '', publishedBy];
  return {
    ...{ id, storyId, destinationId, destinationName, at, status },
    differs: receipt.differences.length > 0,
    words: wordsIn([headline, byline, section, ...new Set(credits), destinationName, addressOf(url), ...people]),
    fields: { headline: wordsIn([headline]), byline: wordsIn([byline, ...new Set(credits)]) },
  };
}

/** Letters that stand in an address as %C3%A1 are looked for as they are read. */
function addressOf(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The older first; never 0 for two receipts. */
export function byTime(a: ReceiptEntry, b: ReceiptEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
