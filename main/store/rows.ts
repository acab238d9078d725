import { type StoryRow, storyRowSchema } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { hashSchema, STATUSES, type Story } from '../../story/model.ts';
import { countWords } from '../../story/text/counts.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { isIntact, parseColumn, putRow } from './sealed.ts';

/** What the library shows of a story, derived from it; whether it is published comes from the receipts. */
const rowDataSchema = storyRowSchema.omit({ id: true, status: true, changedSince: true }).extend({
  status: z.enum(STATUSES),
  hash: hashSchema.nullable(),
  approvedHash: hashSchema.nullable(),
});
type RowData = z.infer<typeof rowDataSchema>;

/** Derives a story's row. `seq` is the number of the last record it knows of. */
export function putStoryRow(db: Database, story: Story, seq: number, updatedAt: string): void {
  const data: RowData = {
    headline: story.fields.headline,
    kicker: story.fields.kicker,
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
export function listRows(db: Database): StoryRow[] {
  const receipts = db.all(
    'SELECT story_id, hash FROM receipts WHERE rowid IN (SELECT max(rowid) FROM receipts GROUP BY story_id)',
  );
  const published = new Map(receipts.map((row) => [row.story_id, row.hash]));
  const list: StoryRow[] = [];
  for (const row of db.all('SELECT * FROM stories')) {
    const parsed = isIntact('stories', row) ? parseColumn(rowDataSchema, row.data) : null;
    if (!parsed) continue; // nothing of this story can be read: see refreshRow
    const { hash, approvedHash, status, ...data } = parsed;
    const isPublished = published.has(row.id);
    const reference = isPublished ? published.get(row.id) : status === 'approved' ? approvedHash : hash;
    const shown = isPublished ? ('published' as const) : status;
    list.push({ id: String(row.id), ...data, status: shown, changedSince: hash !== reference });
  }
  return list.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}
