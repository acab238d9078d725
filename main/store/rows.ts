import { type LibraryRow, libraryRowSchema } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { hashSchema, instantSchema, STATUSES, type Story, tagsOf } from '../../story/model.ts';
import { countWords } from '../../story/text/counts.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { isIntact, parseColumn, putRow } from './sealed.ts';
import { listShelf, NOWHERE, shelfView } from './shelf.ts';

/** What the library shows of a story, derived from it alone. */
const rowDataSchema = libraryRowSchema
  .pick({ headline: true, kicker: true, section: true, byline: true, tags: true })
  .extend({
    words: z.number(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    status: z.enum(STATUSES),
    hash: hashSchema.nullable(),
    approvedHash: hashSchema.nullable(),
  });
type RowData = z.infer<typeof rowDataSchema>;

/** A field as a value to filter by: one spelling, one value. */
const value = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Derives a story's row. `seq` is the number of the last record it knows of. */
export function putStoryRow(db: Database, story: Story, seq: number, updatedAt: string): void {
  const data: RowData = {
    headline: story.fields.headline,
    kicker: story.fields.kicker,
    section: value(story.fields.section),
    byline: value(story.fields.byline),
    tags: tagsOf(story.fields.tags).map(value),
    words: countWords(story),
    createdAt: story.createdAt,
    updatedAt,
    status: story.status,
    hash: hashOf(story),
    approvedHash: story.approval?.hash ?? null,
  };
  putRow(db, 'stories', { id: story.id, seq, data: JSON.stringify(data) });
}

/** null: no version can be named, since the text holds half a surrogate pair, which RFC 8785 refuses. */
function hashOf(story: Story): string | null {
  try {
    return storyHash(story);
  } catch {
    return null;
  }
}

/** The stories whose row is damaged, missing, or behind their records. */
export function staleRows(db: Database): string[] {
  const rows = db.all(
    `SELECT stories.*, (SELECT max(seq) FROM records WHERE story_id = stories.id) AS record,
       (SELECT max(seq) FROM snapshots WHERE story_id = stories.id) AS snapshot FROM stories`,
  );
  const stale = rows.filter(({ record, snapshot, ...row }) => {
    const known = isIntact('stories', row) && parseColumn(rowDataSchema, row.data) !== null;
    return !known || Number(row.seq) < Math.max(Number(record ?? 0), Number(snapshot ?? 0));
  });
  const missing = db.all(
    'SELECT DISTINCT story_id AS id FROM snapshots WHERE story_id NOT IN (SELECT id FROM stories)',
  );
  return [...stale, ...missing].map((row) => String(row.id));
}

/** The library's list, the last changed first. */
export function listRows(db: Database): LibraryRow[] {
  const published = publications(db);
  const shelf = listShelf(db);
  const list: LibraryRow[] = [];
  for (const row of db.all('SELECT * FROM stories')) {
    const parsed = isIntact('stories', row) ? parseColumn(rowDataSchema, row.data) : null;
    if (!parsed) continue; // nothing of this story can be read: see refreshRow
    const { hash, approvedHash, status, ...data } = parsed;
    const at = published.get(String(row.id));
    const reference = at ? at.hash : status === 'approved' ? approvedHash : hash;
    list.push({
      id: String(row.id),
      ...data,
      status: at ? 'published' : status,
      changedSince: hash !== reference,
      destinations: at?.destinations ?? [],
      ...shelfView(shelf.get(String(row.id)) ?? NOWHERE),
    });
  }
  return list.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** By story: where it is published, and what was published last. */
function publications(db: Database): Map<string, { destinations: string[]; hash: string }> {
  const published = new Map<string, { destinations: string[]; hash: string }>();
  for (const row of db.all('SELECT story_id, destination_id, hash FROM receipts ORDER BY rowid')) {
    const before = published.get(String(row.story_id))?.destinations ?? [];
    const destinations = [...new Set([...before, String(row.destination_id)])];
    published.set(String(row.story_id), { destinations, hash: String(row.hash) });
  }
  return published;
}
