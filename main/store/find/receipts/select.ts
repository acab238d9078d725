import type { ReceiptFind, ReceiptsFound, RemoteState } from '../../../../preload/contract.ts';
import type { ShownStatus } from '../../../../story/model.ts';
import { compareTexts } from '../../../../story/text/order.ts';
import type { Query } from '../../../../story/text/query.ts';
import { finder } from '../words.ts';
import type { ReceiptEntry } from './entry.ts';

/** What a question gives: one way through all receipts, the newest first. `hasStatus`: of the story as it stands now. */
export function selectReceipts(
  sorted: readonly ReceiptEntry[],
  find: ReceiptFind,
  query: Query,
  hasStatus: (storyId: string, statuses: readonly ShownStatus[]) => boolean,
): { total: number; page: ReceiptEntry[]; facets: ReceiptsFound['facets'] } {
  const isFound = searchOf(query, hasStatus);
  const passes = filterOf(find);
  const destinations = new Map<string, { name: string; count: number }>();
  const statuses = new Map<RemoteState, number>();
  const page: ReceiptEntry[] = [];
  let [total, differing] = [0, 0];
  for (let index = sorted.length - 1; index >= 0; index--) {
    const entry = sorted[index] as ReceiptEntry;
    if (!isFound(entry)) continue;
    const its = destinations.get(entry.destinationId) ?? { name: entry.destinationName, count: 0 };
    destinations.set(entry.destinationId, { ...its, count: its.count + 1 });
    statuses.set(entry.status, (statuses.get(entry.status) ?? 0) + 1);
    if (entry.differs) differing++;
    if (!passes(entry)) continue;
    total++;
    if (total > find.offset && page.length < find.limit) page.push(entry);
  }
  const facets = {
    destinations: [...destinations]
      .map(([value, its]) => ({ value, ...its }))
      .sort((a, b) => b.count - a.count || compareTexts(a.name, b.name)),
    statuses: [...statuses].map(([value, count]) => ({ value, count })),
    differing,
  };
  return { total, page, facets };
}

/** Every term somewhere in the receipt; of the fields that it does not have, nothing is found. */
function searchOf(
  { terms, statuses }: Query,
  hasStatus: (storyId: string, statuses: readonly ShownStatus[]) => boolean,
): (entry: ReceiptEntry) => boolean {
  const finders = terms.map((term) => [term.field, finder(term)] as const);
  return (entry) =>
    finders.every(([field, find]) => {
      const words = field ? entry.fields[field] : entry.words;
      return words !== undefined && find(words);
    }) &&
    (statuses.length === 0 || hasStatus(entry.storyId, statuses));
}

function filterOf({ destinations, statuses, differing, from, before }: ReceiptFind) {
  return (entry: ReceiptEntry): boolean =>
    (destinations.length === 0 || destinations.includes(entry.destinationId)) &&
    (statuses.length === 0 || statuses.includes(entry.status)) &&
    (!differing || entry.differs) &&
    (from === null || entry.at >= from) &&
    (before === null || entry.at < before);
}
