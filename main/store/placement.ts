import { type Placement, placementSchema, type Result } from '../../preload/contract.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { newestReceipt } from './receipts.ts';
import { getValue, putValue } from './values.ts';

const acceptedSchema = z.object({ receiptId: z.string(), version: z.string() });
const pair = (what: string, storyId: string, destinationId: string): string => `${what}:${storyId}:${destinationId}`;

/** Where a story is filed at a destination; {} where nobody has said. */
export const getPlacement = (db: Database, storyId: string, destinationId: string): Placement =>
  read(db, pair('placement', storyId, destinationId), placementSchema) ?? {};

export function setPlacement(db: Database, storyId: string, destinationId: string, input: Placement): Result<null> {
  const parsed = placementSchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  return write(db, pair('placement', storyId, destinationId), parsed.data);
}

/** The version that a person has seen since the last receipt there, or null. */
export function acceptedVersion(db: Database, storyId: string, destinationId: string): string | null {
  const accepted = read(db, pair('accepted', storyId, destinationId), acceptedSchema);
  const last = newestReceipt(db, storyId, destinationId);
  return accepted && last?.id === accepted.receiptId ? accepted.version : null;
}

/** Holds until the next receipt there. */
export function acceptVersion(db: Database, storyId: string, destinationId: string, version: string): Result<null> {
  const last = newestReceipt(db, storyId, destinationId);
  if (!last) return failure('notPublished');
  return write(db, pair('accepted', storyId, destinationId), { receiptId: last.id, version });
}

const write = (db: Database, key: string, value: unknown): Result<null> =>
  putValue(db, key, new TextEncoder().encode(JSON.stringify(value)));

/** What this program never wrote, or a disk has damaged, counts as not said. */
function read<T>(db: Database, key: string, schema: z.ZodType<T>): T | null {
  const bytes = getValue(db, key);
  if (!bytes) return null;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
