import { type ReceiptRow, type Result, receiptSchema } from '../../preload/contract.ts';
import { idSchema } from '../../story/ids.ts';
import { storySchema } from '../../story/model.ts';
import { type About, aboutOf, aboutSchema } from '../../story/receipts/about.ts';
import { z } from '../../story/zod.ts';
import type { StoredReceipt } from './api.ts';
import type { Database, Param } from './database.ts';
import { failure } from './failures.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

const storedReceiptSchema = receiptSchema.extend({
  remoteVersion: z.string(),
  slug: z.string(),
  publicationId: idSchema,
});

const read = (db: Database, rest: string, ...params: Param[]): StoredReceipt[] =>
  intactRows(db, 'receipts', rest, ...params).flatMap((row) => parseColumn(storedReceiptSchema, row.data) ?? []);

/** A story's receipts at every destination, the newest first. */
export const listReceipts = (db: Database, storyId: string): StoredReceipt[] =>
  read(db, 'WHERE story_id = ? ORDER BY rowid DESC', storyId);

export const getReceipt = (db: Database, id: string): StoredReceipt | null => read(db, 'WHERE id = ?', id)[0] ?? null;

/** The receipt of one publication. */
export const receiptOf = (db: Database, publicationId: string): StoredReceipt | null =>
  read(db, 'WHERE publication_id = ?', publicationId)[0] ?? null;

/** A story's last receipt at a destination. */
export const newestReceipt = (db: Database, storyId: string, destinationId: string): StoredReceipt | null =>
  read(db, 'WHERE story_id = ? AND destination_id = ? ORDER BY rowid DESC', storyId, destinationId)[0] ?? null;

const aboutColumn = z.object({ about: aboutSchema });
const storyColumn = z.object({ story: storySchema });

/** A receipt and what its story said. Receipts of earlier versions do not know: their publication does. */
export function readReceiptRow(db: Database, id: string): Omit<ReceiptRow, 'isHere'> | null {
  const [row] = intactRows(db, 'receipts', 'WHERE id = ?', id);
  const parsed = row && parseColumn(storedReceiptSchema, row.data);
  if (!parsed) return null;
  const { remoteVersion: _, slug: __, publicationId, ...receipt } = parsed;
  return { ...receipt, about: parseColumn(aboutColumn, row.data)?.about ?? publishedAbout(db, publicationId) };
}

/** What was published said; null: it is lost. */
export function publishedAbout(db: Database, publicationId: string): About | null {
  const [row] = intactRows(db, 'publications', 'WHERE id = ?', publicationId);
  const story = row && parseColumn(storyColumn, row.data)?.story;
  return story ? aboutOf(story) : null;
}

/** Inserts a receipt with what its story says; one is never changed. */
export function insertReceipt(db: Database, input: StoredReceipt): Result<StoredReceipt> {
  const parsed = storedReceiptSchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  const receipt = parsed.data;
  const { id, publicationId, storyId, destinationId, hash } = receipt;
  const keys = { id, publication_id: publicationId, story_id: storyId, destination_id: destinationId, hash };
  const about = publishedAbout(db, publicationId);
  putRow(db, 'receipts', { ...keys, data: JSON.stringify({ ...receipt, ...(about && { about }) }) }, 'insert');
  return { ok: true, value: receipt };
}
