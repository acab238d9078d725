import { type LibraryRow, libraryRowSchema, type RemoteState } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { hashSchema, instantSchema, type ShownStatus, STATUSES, type Story, tagsOf } from '../../story/model.ts';
import { linesOf } from '../../story/planning.ts';
import { type Waiting, waitingOf } from '../../story/review/inbox.ts';
import { countWords } from '../../story/text/counts.ts';
import { deskSchema } from '../../story/workflow.ts';
import { z } from '../../story/zod.ts';
import type { Database, Param, Row } from './database.ts';
import { intactRows, isIntact, parseColumn, putRow } from './sealed.ts';
import { listShelf, NOWHERE, readShelf, shelfView } from './shelf.ts';

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
    /** What the desk agreed on, and whose turn it is; absent in rows of earlier versions, which are derived anew. */
    work: deskSchema
      .pick({ assignee: true, deadline: true })
      .extend({ submittedBy: z.string(), approvedBy: z.string() })
      .optional(),
    /** The photos it shows, each once; absent in rows of earlier versions, which are derived anew. */
    photos: z.array(hashSchema).optional(),
    /** What the story says of each of them, in the same order: captions, credits and alt texts, a line each. */
    photoTexts: z.array(z.string()).optional(),
  });
/** Characters kept of what one story says of a photo. */
const MOST_SAID = 4_000;
type RowData = z.infer<typeof rowDataSchema>;

/** A field as a value to filter by: one spelling, one value. */
const value = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Derives a story's row. `seq` is the number of the last record it knows of. */
export function putStoryRow(db: Database, story: Story, seq: number, updatedAt: string): void {
  const data: RowData = {
    headline: story.fields.headline,
    kicker: story.fields.kicker,
    section: value(story.fields.section),
    byline: value(linesOf(story.fields.byline).join('; ')),
    tags: tagsOf(story.fields.tags).map(value),
    words: countWords(story),
    createdAt: story.createdAt,
    updatedAt,
    status: story.status,
    hash: hashOf(story),
    approvedHash: story.approval?.hash ?? null,
    work: workOf(story),
    ...photosOf(story),
  };
  putRow(db, 'stories', { id: story.id, seq, data: JSON.stringify(data) });
}

function workOf(story: Story): Required<RowData>['work'] {
  const { assignee, submittedBy, approvedBy } = waitingOf(story);
  return { assignee, deadline: story.desk.deadline, submittedBy, approvedBy };
}

function photosOf({ body }: Story): Required<Pick<RowData, 'photos' | 'photoTexts'>> {
  const texts = new Map<string, string>();
  for (const block of body) {
    if (block.type !== 'figure') continue;
    const said = [block.caption, block.credit, block.alt, block.galleryCaption ?? ''].filter((text) => text !== '');
    const before = texts.get(block.photo);
    texts.set(block.photo, (before ? [before, ...said] : said).join('\n').slice(0, MOST_SAID));
  }
  return { photos: [...texts.keys()], photoTexts: [...texts.values()] };
}

/** null: no version can be named, since the text holds half a surrogate pair, which RFC 8785 refuses. */
function hashOf(story: Story): string | null {
  try {
    return storyHash(story);
  } catch {
    return null;
  }
}

/** A row as the library shows it. `stamp` changes whenever a text changes that the search looks at. */
export type Shown = {
  row: LibraryRow;
  stamp: string;
  photos: readonly string[];
  photoTexts: readonly string[];
  /** For whom it waits. `changed`: approved, then changed. */
  waiting: Waiting & { changed: boolean };
};
type Published = { destinations: string[]; hash: string; isCorrected: boolean };

/** Every row, and the stories whose row is damaged, missing, or behind their records. */
export function readRows(db: Database): { shown: Shown[]; stale: string[] } {
  const published = publications(db);
  const places = listShelf(db);
  const notes = new Map(db.all('SELECT story_id, sum FROM notes').map((row) => [row.story_id, row.sum]));
  const missing = db.all(
    'SELECT DISTINCT story_id AS id FROM snapshots WHERE story_id NOT IN (SELECT id FROM stories)',
  );
  const stale = missing.map((row) => String(row.id));
  const shown: Shown[] = [];
  const sql = `SELECT stories.*, (SELECT max(seq) FROM records WHERE story_id = stories.id) AS record,
    (SELECT max(seq) FROM snapshots WHERE story_id = stories.id) AS snapshot FROM stories`;
  for (const { record, snapshot, ...row } of db.each(sql)) {
    const id = String(row.id);
    const data = isIntact('stories', row) ? parseColumn(rowDataSchema, row.data) : null;
    if (
      !(data?.photos && data.photoTexts && data.work) ||
      Number(row.seq) < Math.max(Number(record ?? 0), Number(snapshot ?? 0))
    )
      stale.push(id);
    if (data) shown.push(show(row, data, published.get(id), places.get(id), notes.get(id)));
  }
  return { shown, stale };
}

/** One story's row; null where there is none that can be read. */
export function readRow(db: Database, id: string): Shown | null {
  const [row] = intactRows(db, 'stories', 'WHERE id = ?', id);
  const data = row && parseColumn(rowDataSchema, row.data);
  if (!data) return null;
  const published = publications(db, 'WHERE story_id = ?', id).get(id);
  const notes = db.get('SELECT sum FROM notes WHERE story_id = ?', id)?.sum;
  return show(row, data, published, readShelf(db, id), notes);
}

function show(row: Row, data: RowData, at?: Published, place = NOWHERE, notes?: Param): Shown {
  const { hash, approvedHash, status, photos = [], photoTexts = [], work = NO_WORK, ...rest } = data;
  const { assignee, deadline, submittedBy, approvedBy } = work;
  const out: ShownStatus = at?.isCorrected ? 'corrected' : 'published';
  const reference = at ? at.hash : status === 'approved' ? approvedHash : hash;
  const shown = {
    id: String(row.id),
    ...rest,
    status: at ? out : status,
    assignee,
    deadline,
    changedSince: hash !== reference,
    destinations: at?.destinations ?? [],
    ...shelfView(place),
  };
  return {
    row: shown,
    waiting: { status, assignee, submittedBy, approvedBy, changed: hash !== approvedHash },
    photos,
    photoTexts,
    stamp: `${String(row.sum).slice(0, 16)}${String(notes ?? '').slice(0, 16)}`,
  };
}

const NO_WORK: Required<RowData>['work'] = { assignee: null, deadline: '', submittedBy: '', approvedBy: '' };
const FOR_READERS: ReadonlySet<string> = new Set<RemoteState>(['published', 'scheduled']);

/** By story: where readers find it, or will at its hour, and what was published last. */
function publications(db: Database, where = '', ...params: Param[]): Map<string, Published> {
  const published = new Map<string, Published>();
  const status = "CASE WHEN json_valid(data) THEN json_extract(data, '$.status') END AS status";
  const asked = "CASE WHEN json_valid(data) THEN json_extract(data, '$.asked') END AS asked";
  const sql = `SELECT story_id, destination_id, hash, ${status}, ${asked} FROM receipts ${where} ORDER BY rowid`;
  for (const row of db.all(sql, ...params)) {
    const [storyId, destinationId] = [String(row.story_id), String(row.destination_id)];
    const last = published.get(storyId);
    const others = (last?.destinations ?? []).filter((id) => id !== destinationId);
    // A receipt of an earlier version says no status: it was published.
    if (row.status === null || FOR_READERS.has(String(row.status)))
      published.set(storyId, {
        destinations: [...others, destinationId],
        hash: String(row.hash),
        isCorrected: row.asked === 'correct',
      });
    else if (last && others.length === 0) published.delete(storyId);
    else if (last) published.set(storyId, { ...last, destinations: others });
  }
  return published;
}
