import type { Find, Found, Hit, LibraryRow } from '../../../preload/contract.ts';
import { hitOf } from '../../../story/search/hit.ts';
import { passagesOf } from '../../../story/search/passages.ts';
import { isEmptyQuery, parseQuery } from '../../../story/text/query.ts';
import { z } from '../../../story/zod.ts';
import type { Database } from '../database.ts';
import { intactRows, parseColumn } from '../sealed.ts';
import type { Stories } from '../stories.ts';
import { facetsOf, ORDERS, onShelf, passes } from './select.ts';

const notesSchema = z.object({ text: z.string() });
type Row = LibraryRow & { hit: Hit | null };

/** Answers a question to the library. */
export function findStories(db: Database, stories: Stories, find: Find): Found {
  const query = parseQuery(find.text);
  const shelf = onShelf(stories.list(), find.shelf);
  const found = isEmptyQuery(query) ? shelf.map((row): Row => ({ ...row, hit: null })) : shelf.flatMap(search);
  const rows = found.filter((row) => passes(row, find));
  if (find.shelf !== 'recent') sortRows(rows, find);
  return {
    total: rows.length,
    isCut: false,
    rows: rows.slice(find.offset, find.offset + find.limit),
    facets: facetsOf(found),
  };

  function search(row: LibraryRow): Row[] {
    if (query.statuses.length > 0 && !query.statuses.includes(row.status)) return [];
    if (query.terms.length === 0) return [{ ...row, hit: null }];
    const story = stories.peek(row.id);
    if (!story) return [];
    const [notes] = intactRows(db, 'notes', 'WHERE story_id = ?', row.id);
    const text = (notes && parseColumn(notesSchema, notes.data)?.text) ?? '';
    const hit = hitOf(query.terms, passagesOf(story, text));
    return hit ? [{ ...row, hit }] : [];
  }
}

/** relevance: those that have the words in their headline, then the others, each the last changed first. */
function sortRows(rows: Row[], { sort, descending }: Find): void {
  if (sort !== 'relevance') rows.sort(descending ? (a, b) => ORDERS[sort](b, a) : ORDERS[sort]);
  else {
    const rank = (row: Row) => Number(row.hit?.where === 'headline');
    rows.sort((a, b) => rank(b) - rank(a) || ORDERS.updated(b, a));
  }
}
