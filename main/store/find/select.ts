import type { Find } from '../../../preload/contract.ts';
import { SHOWN_STATUSES, type ShownStatus } from '../../../story/model.ts';
import { type InboxOf, waitsFor } from '../../../story/review/inbox.ts';
import type { Query } from '../../../story/text/query.ts';
import { PINNED, TRASHED, type Values } from './columns.ts';
import type { Entries, Entry } from './entries.ts';
import { Facets } from './facets.ts';
import { compareValues } from './orders.ts';

/** The shelf of the last opened holds so many. */
const MOST_RECENT = 50;

/** What a question gives of the library: one way through the list in its order. `search`: the number it left in what it found. */
export function select(entries: Entries, find: Find, { statuses }: Query, search: number | null) {
  const { place, status, found, foundInHeadline } = entries.columns;
  const facets = new Facets(entries);
  const [list, isReversed] = inOrder(entries, find);
  const asked = bitsOf(statuses);
  const passes = filterOf(entries, find);
  const me = find.shelf === 'inbox' ? (find.me ?? NOBODY) : null;
  const isRanked = search !== null && find.sort === 'relevance' && find.shelf !== 'recent' && me === null;
  const shelf = find.shelf === 'trash' ? TRASHED : find.shelf === 'pinned' ? PINNED : 0;
  const shelfBits = find.shelf === 'pinned' ? TRASHED | PINNED : TRASHED;
  const [from, end] = [find.offset, find.offset + find.limit];
  const [first, page]: [number[], number[]] = [[], []];
  let total = 0;
  for (let index = 0; index < list.length; index++) {
    const slot = list[isReversed ? list.length - 1 - index : index] as number;
    if (((place[slot] as number) & shelfBits) !== shelf) continue;
    if (search !== null && found[slot] !== search) continue;
    if (me && !isFor(entries.at(slot), me)) continue;
    if (((1 << (status[slot] as number)) & asked) === 0) continue;
    facets.add(slot);
    if (!passes(slot)) continue;
    total++;
    if (isRanked && foundInHeadline[slot] === search) first.push(slot);
    else if (isRanked ? page.length < end : total > from && total <= end) page.push(slot);
  }
  const slots = isRanked ? [...first, ...page].slice(from, end) : page;
  return { total, page: slots.map((slot): Entry => entries.at(slot)), facets: facets.list() };
}

const NOBODY: InboxOf = { fingerprint: '', name: '', reviews: false };
const isFor = ({ waiting }: Entry, me: InboxOf): boolean => waitsFor(waiting, waiting.changed, me);

/** The list to go through, and whether from its end. The last opened and the inbox have an order of their own. */
function inOrder(entries: Entries, { shelf, sort, descending }: Find): [readonly number[], boolean] {
  if (shelf === 'recent') return [lastOpened(entries), false];
  if (shelf === 'inbox') return [entries.sorted('deadline'), false];
  return sort === 'relevance' ? [entries.sorted('updated'), true] : [entries.sorted(sort), descending];
}

function lastOpened(entries: Entries): number[] {
  const opened = [...entries.all()].filter(({ row }) => row.openedAt !== null && row.trashedAt === null);
  const at = ({ row }: Entry) => row.openedAt as string;
  opened.sort((a, b) => compareValues(at(b), at(a)));
  return opened.slice(0, MOST_RECENT).map(({ slot }) => slot);
}

/** One bit for each status; all of them for none. */
const bitsOf = (statuses: readonly ShownStatus[]): number =>
  statuses.length === 0 ? -1 : statuses.reduce((bits, status) => bits | (1 << SHOWN_STATUSES.indexOf(status)), 0);

/** Whether a story passes the filters of a question; those of its text and shelf are not among them. */
function filterOf(entries: Entries, { statuses, sections, authors, destinations, from, before }: Find) {
  const { status, section, author, ...columns } = entries.columns;
  const bits = bitsOf(statuses);
  const numbers = (texts: readonly string[], values: Values) =>
    texts.length === 0 ? null : new Set(texts.map((text) => values.knownNumberOf(text)));
  const [inSections, ofAuthors] = [numbers(sections, columns.sections), numbers(authors, columns.authors)];
  const looksAtRow = destinations.length > 0 || from !== null || before !== null;
  return (slot: number): boolean => {
    if (((1 << (status[slot] as number)) & bits) === 0) return false;
    if (inSections && !inSections.has(section[slot] as number)) return false;
    if (ofAuthors && !ofAuthors.has(author[slot] as number)) return false;
    if (!looksAtRow) return true;
    const { row } = entries.at(slot);
    if (destinations.length > 0 && !row.destinations.some((id) => destinations.includes(id))) return false;
    return (from === null || row.updatedAt >= from) && (before === null || row.updatedAt < before);
  };
}
