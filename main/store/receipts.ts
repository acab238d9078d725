import { type Result, receiptSchema } from '../../preload/contract.ts';
import { idSchema } from '../../story/ids.ts';
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

/** Inserts a receipt; one is never changed. */
export function insertReceipt(db: Database, input: StoredReceipt): Result<StoredReceipt> {
  const parsed = storedReceiptSchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  const receipt = parsed.data;
  const { id, publicationId, storyId, destinationId, hash } = receipt;
  const keys = { id, publication_id: publicationId, story_id: storyId, destination_id: destinationId, hash };
  putRow(db, 'receipts', { ...keys, data: JSON.stringify(receipt) }, 'insert');
  return { ok: true, value: receipt };
}
